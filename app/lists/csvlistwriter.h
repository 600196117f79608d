// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/lists/listwriter.h"

#include <QSaveFile>

namespace madoguchi::app {

/// CSV as RFC 4180 has it: UTF-8, lines end in CR LF, each cell in quotes where it needs them; days as ISO
/// 8601, numbers bare.
class CsvListWriter final : public ListWriter {
public:
  CsvListWriter(const QString& path, bool byteOrderMark) : m_file(path), m_byteOrderMark(byteOrderMark) {}

  [[nodiscard]] core::Result<void> begin(const QStringList& headers, std::size_t count) override;
  [[nodiscard]] core::Result<void> add(const std::vector<models::ListCell>& cells) override;
  [[nodiscard]] core::Result<void> finish(const Keep& keep) override;

private:
  void append(const QString& cell);
  [[nodiscard]] core::Result<void> writeLine();

  QSaveFile m_file;
  bool m_byteOrderMark;
  QByteArray m_line;
};

} // namespace madoguchi::app
