// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lists/paperlistwriter.h"

#include <QCoreApplication>
#include <QPageLayout>
#include <QPdfWriter>
#include <QPrinter>

namespace madoguchi::app {

namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(PaperList)
};

constexpr int kResolution = 300;
constexpr double kMargin = 12;  ///< millimetres
constexpr double kTextSize = 8; ///< points
constexpr double kTitleSize = 11;
constexpr double kTitleSpacing = 1.3;    ///< of the line below the title, in heights of its text
constexpr double kTitleBesideMark = 0.6; ///< of the width
constexpr double kMostTitle = 0.25;      ///< of the height of a page

} // namespace

PaperListWriter::PaperListWriter(Device device, const models::ListJob& job)
    : m_kind(device), m_job(job), m_file(job.path) {}

PaperListWriter::~PaperListWriter() {
  if (m_painter.isActive()) m_painter.end();
}

core::Result<void> PaperListWriter::openDevice() {
  if (m_kind == Device::Pdf) {
    if (!m_file.open(QIODevice::WriteOnly))
      return tl::unexpected(core::Error{core::ErrorCode::StorageFailed, "a list"});
    auto writer = std::make_unique<QPdfWriter>(&m_file);
    writer->setResolution(kResolution);
    writer->setTitle(m_job.title);
    m_device = std::move(writer);
  } else {
    auto printer = std::make_unique<QPrinter>(QPrinter::HighResolution);
    printer->setPrinterName(m_job.path);
    printer->setResolution(kResolution);
    printer->setDocName(m_job.title);
    m_device = std::move(printer);
  }
  m_device->setPageLayout(QPageLayout(QPageSize(QPageSize::A4), QPageLayout::Landscape,
                                      QMarginsF(kMargin, kMargin, kMargin, kMargin),
                                      QPageLayout::Millimeter));
  if (!m_painter.begin(m_device.get()))
    return tl::unexpected(core::Error{core::ErrorCode::StorageFailed, "a list"});
  return {};
}

core::Result<void> PaperListWriter::begin(const QStringList& headers, std::size_t count) {
  m_headers = headers;
  if (auto opened = openDevice(); !opened) return opened;
  m_page = QRectF(QPointF(0, 0), m_device->pageLayout().paintRectPixels(kResolution).size());
  layOut(count);
  beginPage();
  return {};
}

QFont PaperListWriter::font(double size) const {
  QFont font = m_painter.font();
  font.setPointSizeF(size);
  return font;
}

double PaperListWriter::titleWidth() const {
  return m_page.width() * (m_job.mark.isEmpty() ? 1 : kTitleBesideMark);
}

void PaperListWriter::layOut(std::size_t count) {
  m_layout.emplace(*m_device, font(kTextSize), m_page.width(), m_headers, m_job.rows.get());
  const QRectF most(0, 0, titleWidth(), m_page.height() * kMostTitle);
  const QFontMetricsF metrics(font(kTitleSize), m_device.get());
  const double title = metrics.boundingRect(most, Qt::TextWordWrap, m_job.title).height();
  m_titleHeight = qBound(metrics.height(), title, most.height()) + m_layout->line() * kTitleSpacing;
  const double top = m_titleHeight + m_layout->headerHeight();
  PaperCursor counting(top, m_page.height(), {});
  if (m_job.rows != nullptr)
    for (const auto& row : m_job.rows->rows)
      counting.put(m_layout->heightOf(row), m_layout->line(), {});
  else
    for (std::size_t i = 0; i < count; ++i)
      counting.put(m_layout->heightOf({}), m_layout->line(), {});
  m_total = counting.pages();
  m_cursor.emplace(top, m_page.height(), [this] {
    m_device->newPage();
    beginPage();
  });
}

void PaperListWriter::beginPage() {
  const double line = m_layout->line() * kTitleSpacing;
  const QRectF head(m_page.left(), 0, m_page.width(), m_titleHeight - line);
  const QRectF title(head.topLeft(), QSizeF(titleWidth(), head.height()));
  const QRectF below(m_page.left(), head.bottom(), m_page.width(), line);
  m_painter.setFont(font(kTitleSize));
  m_painter.drawText(title, Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, m_job.title);
  m_painter.drawText(head, Qt::AlignRight | Qt::AlignTop, m_job.mark);
  m_painter.setFont(font(kTextSize));
  m_painter.drawText(below, Qt::AlignLeft | Qt::AlignVCenter, m_job.origin);
  m_painter.drawText(below, Qt::AlignRight | Qt::AlignVCenter,
                     Say::tr("Page %1 of %2").arg(m_cursor->pages()).arg(m_total));
  double left = m_page.left();
  for (qsizetype i = 0; i < m_headers.size(); ++i) {
    const auto column = static_cast<std::size_t>(i);
    const auto* rows = m_job.rows.get();
    const bool onRight = rows != nullptr && !rows->rows.empty() && rows->rows.front()[column].number;
    const double width = m_layout->widthOf(column);
    m_layout->drawHeader(m_painter, {left, m_titleHeight, width, m_layout->headerHeight()}, m_headers[i],
                         onRight);
    left += width;
  }
  drawRule(m_titleHeight + m_layout->headerHeight());
}

void PaperListWriter::drawRule(double at) {
  m_painter.setPen(QPen(Qt::lightGray, 1));
  m_painter.drawLine(QPointF(m_page.left(), at), QPointF(m_page.right(), at));
  m_painter.setPen(Qt::black);
}

core::Result<void> PaperListWriter::add(const std::vector<models::ListCell>& cells) {
  const double height = m_layout->heightOf(cells);
  m_cursor->put(height, m_layout->line(), [&](double at, double from, double part) {
    m_painter.save();
    m_painter.setClipRect(QRectF(m_page.left(), at, m_page.width(), part + 1));
    double left = m_page.left();
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const double width = m_layout->widthOf(i);
      m_layout->drawCell(m_painter, {left, at - from, width, height}, cells[i].text,
                         cells[i].number.has_value());
      left += width;
    }
    m_painter.restore();
    drawRule(at + part);
  });
  return {};
}

void PaperListWriter::skip() {
  static_cast<void>(add({}));
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
