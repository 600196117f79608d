// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/lists/listwriter.h"

#include <QPagedPaintDevice>
#include <QPainter>
#include <QSaveFile>

namespace madoguchi::app {

/// A list on paper, A4 lying, with its title, the mark (if it has one), the head of the table and the number
/// of the page on each; into a PDF or onto a printer.
class PaperListWriter final : public ListWriter {
public:
  enum class Device { Pdf, Printer };

  /// `target`: file, or name of the printer.
  PaperListWriter(Device device, const QString& target, const QString& title, const QString& mark);
  ~PaperListWriter() override;

  [[nodiscard]] core::Result<void> begin(const QStringList& headers) override;
  [[nodiscard]] core::Result<void> add(const std::vector<models::ListCell>& cells) override;
  [[nodiscard]] core::Result<void> finish(const Keep& keep) override;

private:
  void beginPage();
  void drawRow(const QStringList& cells, bool bold);

  Device m_kind;
  QString m_target;
  QString m_title;
  QString m_mark;
  QStringList m_headers;
  QSaveFile m_file;
  std::unique_ptr<QPagedPaintDevice> m_device;
  QPainter m_painter;
  QRectF m_page;
  double m_line = 0; ///< height of a row
  double m_at = 0;   ///< where the next row begins
  int m_pages = 0;
};

} // namespace madoguchi::app
