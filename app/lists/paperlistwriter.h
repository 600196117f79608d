// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/lists/listwriter.h"
#include "app/lists/paperlayout.h"

#include <QPagedPaintDevice>
#include <QPainter>
#include <QSaveFile>

#include <memory>
#include <optional>

namespace madoguchi::app {

/// A list on paper, A4 lying, with its title, where and when it was made, the mark (if it has one), the head
/// of the table and the number of the page on each; into a PDF or onto a printer.
class PaperListWriter final : public ListWriter {
public:
  enum class Device { Pdf, Printer };

  /// Its path is the file, or the name of the printer.
  PaperListWriter(Device device, const models::ListJob& job);
  ~PaperListWriter() override;

  [[nodiscard]] core::Result<void> begin(const QStringList& headers, std::size_t count) override;
  [[nodiscard]] core::Result<void> add(const std::vector<models::ListCell>& cells) override;
  void skip() override;
  [[nodiscard]] core::Result<void> finish(const Keep& keep) override;

private:
  [[nodiscard]] core::Result<void> openDevice();
  void layOut(std::size_t count);
  void beginPage();
  [[nodiscard]] QFont font(double size) const;
  [[nodiscard]] double titleWidth() const;
  void drawRule(double at);

  Device m_kind;
  models::ListJob m_job;
  QStringList m_headers;
  QSaveFile m_file;
  std::unique_ptr<QPagedPaintDevice> m_device;
  QPainter m_painter;
  QRectF m_page;
  std::optional<PaperLayout> m_layout;
  std::optional<PaperCursor> m_cursor;
  double m_titleHeight = 0;
  int m_total = 1; ///< pages
};

} // namespace madoguchi::app
