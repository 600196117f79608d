// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

#include <optional>

namespace madoguchi::ui {

/// The objects of a PDF as QPdfWriter writes it (one plain cross-reference table, ISO 32000-1, 7.5.4), so
/// that a few of them can be changed.
class PdfObjects {
public:
  /// None where the file is not written that way.
  [[nodiscard]] static std::optional<PdfObjects> read(const QByteArray& pdf);
  [[nodiscard]] QByteArray write() const;

  /// Bodies with their "1 0 obj" and "endobj", by number; number 0 is empty.
  [[nodiscard]] QList<QByteArray>& objects() { return m_objects; }
  /// From "trailer" to its ">>".
  [[nodiscard]] QByteArray& trailer() { return m_trailer; }

private:
  QByteArray m_header;
  QList<QByteArray> m_objects;
  QByteArray m_trailer;
};

/// Writes the /Length of an uncompressed stream object anew.
void fixLength(QByteArray& object);

} // namespace madoguchi::ui
