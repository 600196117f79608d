// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lists/paperlistwriter.h"

#include <QPageLayout>
#include <QPdfWriter>
#include <QPrinter>

namespace madoguchi::app {

namespace {

constexpr int kResolution = 300;
constexpr double kMargin = 12;  ///< millimetres
constexpr double kTextSize = 8; ///< points
constexpr double kTitleSize = 11;
constexpr double kSpacing = 1.6; ///< of a row, in heights of its text

} // namespace

PaperListWriter::PaperListWriter(Device device, const QString& target, const QString& title,
                                 const QString& mark)
    : m_kind(device), m_target(target), m_title(title), m_mark(mark), m_file(target) {}

PaperListWriter::~PaperListWriter() {
  if (m_painter.isActive()) m_painter.end();
}

core::Result<void> PaperListWriter::begin(const QStringList& headers) {
  m_headers = headers;
  if (m_kind == Device::Pdf) {
    if (!m_file.open(QIODevice::WriteOnly))
      return tl::unexpected(core::Error{core::ErrorCode::StorageFailed, "a list"});
    auto writer = std::make_unique<QPdfWriter>(&m_file);
    writer->setResolution(kResolution);
    writer->setTitle(m_title);
    m_device = std::move(writer);
  } else {
    auto printer = std::make_unique<QPrinter>(QPrinter::HighResolution);
    printer->setPrinterName(m_target);
    printer->setResolution(kResolution);
    printer->setDocName(m_title);
    m_device = std::move(printer);
  }
  m_device->setPageLayout(QPageLayout(QPageSize(QPageSize::A4), QPageLayout::Landscape,
                                      QMarginsF(kMargin, kMargin, kMargin, kMargin),
                                      QPageLayout::Millimeter));
  if (!m_painter.begin(m_device.get()))
    return tl::unexpected(core::Error{core::ErrorCode::StorageFailed, "a list"});
  m_page = QRectF(QPointF(0, 0), m_device->pageLayout().paintRectPixels(kResolution).size());
  QFont font = m_painter.font();
  font.setPointSizeF(kTextSize);
  m_painter.setFont(font);
  m_line = m_painter.fontMetrics().height() * kSpacing;
  beginPage();
  return {};
}

void PaperListWriter::beginPage() {
  if (m_pages > 0) m_device->newPage();
  ++m_pages;
  m_at = 0;
  QFont font = m_painter.font();
  font.setPointSizeF(kTitleSize);
  m_painter.setFont(font);
  const QRectF head(m_page.left(), m_at, m_page.width(), m_line * kSpacing);
  m_painter.drawText(head, Qt::AlignLeft | Qt::AlignVCenter, m_title);
  m_painter.drawText(head, Qt::AlignCenter, m_mark);
  font.setPointSizeF(kTextSize);
  m_painter.setFont(font);
  m_painter.drawText(head, Qt::AlignRight | Qt::AlignVCenter, QString::number(m_pages));
  m_at += head.height();
  drawRow(m_headers, true);
}

void PaperListWriter::drawRow(const QStringList& cells, bool bold) {
  QFont font = m_painter.font();
  font.setBold(bold);
  m_painter.setFont(font);
  const double width = m_page.width() / static_cast<double>(m_headers.size());
  const double gap = m_line / 4;
  for (qsizetype i = 0; i < cells.size(); ++i) {
    const QRectF cell(m_page.left() + width * static_cast<double>(i), m_at, width - gap, m_line);
    m_painter.drawText(
        cell, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
        m_painter.fontMetrics().elidedText(cells[i], Qt::ElideRight, static_cast<int>(cell.width())));
  }
  m_at += m_line;
  m_painter.setPen(QPen(Qt::lightGray, 1));
  m_painter.drawLine(QPointF(m_page.left(), m_at), QPointF(m_page.right(), m_at));
  m_painter.setPen(Qt::black);
}

core::Result<void> PaperListWriter::add(const std::vector<models::ListCell>& cells) {
  if (m_at + m_line > m_page.height()) beginPage();
  QStringList texts;
  for (const models::ListCell& cell : cells)
    texts << cell.text;
  drawRow(texts, false);
  return {};
}

core::Result<void> PaperListWriter::finish(const Keep& keep) {
  if (m_kind == Device::Printer && !keep()) return tl::unexpected(listStopped());
  const bool drawn = m_painter.end();
  m_device.reset();
  if (m_kind == Device::Pdf && !keep()) return tl::unexpected(listStopped());
  if (!drawn || (m_kind == Device::Pdf && !m_file.commit()))
    return tl::unexpected(core::Error{core::ErrorCode::StorageFailed, "a list"});
  return {};
}

} // namespace madoguchi::app
