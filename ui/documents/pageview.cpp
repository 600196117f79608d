// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/documents/pageview.h"

#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace madoguchi::ui {

namespace {

constexpr int kGap = 10;
constexpr double kSmallest = 0.2, kLargest = 8;
constexpr qint64 kMostBytes = qint64{96} * 1024 * 1024;

} // namespace

PageView::PageView(models::PageSource& source, const Theme& theme, QWidget* parent)
    : QAbstractScrollArea(parent), m_source(source), m_theme(theme) {
  setFocusPolicy(Qt::StrongFocus);
  setFrameShape(QFrame::NoFrame);
  setAccessibleName(tr("Pages of the document"));
  m_settle.setSingleShot(true);
  m_settle.setInterval(60);
  connect(&m_settle, &QTimer::timeout, this, &PageView::askForSight);
  connect(&source, &models::PageSource::rendered, this, [this](quint64 request, const QImage& picture) {
    const auto asked = m_asked.find(request);
    if (asked == m_asked.end()) return;
    m_pictures[asked->second.page] = {picture, asked->second.width};
    m_asked.erase(asked);
    forgetFar();
    viewport()->update();
  });
  connect(&source, &models::PageSource::failed, this, [this](quint64 request) { m_asked.erase(request); });
}

void PageView::setPages(const QList<QSizeF>& pages) {
  m_pages = pages;
  m_pictures.clear();
  m_asked.clear();
  m_hits.clear();
  m_currentHit = -1;
  m_marks.clear();
  m_ringed.page = -1;
  if (m_frame) dropFrame();
  m_quarterTurns = 0;
  m_fits = true;
  layOut();
  verticalScrollBar()->setValue(0);
  m_settle.start();
}

QSizeF PageView::rotatedSize(int page) const {
  return m_quarterTurns % 2 == 0 ? m_pages[page] : m_pages[page].transposed();
}

void PageView::layOut() {
  double widest = 1;
  for (int page = 0; page < pageCount(); ++page)
    widest = std::max(widest, rotatedSize(page).width());
  if (m_fits) m_zoom = std::clamp((viewport()->width() - 2 * kGap) / widest, kSmallest, kLargest);
  m_width = static_cast<int>(std::ceil(widest * m_zoom)) + 2 * kGap;
  placePages();
  verticalScrollBar()->setPageStep(viewport()->height());
  verticalScrollBar()->setSingleStep(fontMetrics().height() * 2);
  verticalScrollBar()->setRange(0, std::max(0, m_height - viewport()->height()));
  horizontalScrollBar()->setPageStep(viewport()->width());
  horizontalScrollBar()->setRange(0, m_fits ? 0 : std::max(0, m_width - viewport()->width()));
  Q_EMIT placeChanged();
}

void PageView::placePages() {
  m_tops.clear();
  m_height = kGap;
  for (int page = 0; page < pageCount(); ++page) {
    m_tops << m_height;
    m_height += static_cast<int>(std::ceil(rotatedSize(page).height() * m_zoom)) + kGap;
  }
}

QRect PageView::placeOf(int page) const {
  const QSize upright = uprightSize(page);
  const QSize size = m_quarterTurns % 2 == 0 ? upright : upright.transposed();
  const int left = std::max(kGap, (std::max(viewport()->width(), m_width) - size.width()) / 2);
  return {QPoint(left - horizontalScrollBar()->value(), m_tops[page] - verticalScrollBar()->value()), size};
}

std::pair<int, int> PageView::pagesInSight() const {
  const int top = verticalScrollBar()->value();
  const auto after = [this](int y) {
    return static_cast<int>(std::upper_bound(m_tops.begin(), m_tops.end(), y) - m_tops.begin());
  };
  return {std::max(0, after(top) - 1), after(top + viewport()->height())};
}

int PageView::currentPage() const {
  if (m_pages.isEmpty()) return 0;
  const int middle = verticalScrollBar()->value() + viewport()->height() / 2;
  const auto after = std::upper_bound(m_tops.begin(), m_tops.end(), middle);
  return std::clamp(static_cast<int>(after - m_tops.begin()) - 1, 0, pageCount() - 1);
}

void PageView::goTo(int page) {
  if (page < 0 || page >= pageCount()) return;
  // Short pages: it is the current one only when it is in the middle.
  const int high = placeOf(page).height();
  verticalScrollBar()->setValue(m_tops[page] - std::max(kGap, (viewport()->height() - high) / 2));
}

void PageView::setZoom(double zoom) {
  const double share =
      m_height > 0 ? (verticalScrollBar()->value() + viewport()->height() / 2.0) / m_height : 0;
  m_zoom = std::clamp(zoom, kSmallest, kLargest);
  layOut();
  verticalScrollBar()->setValue(static_cast<int>(share * m_height - viewport()->height() / 2.0));
  m_settle.start();
  viewport()->update();
}

void PageView::zoomBy(double factor) {
  m_fits = false;
  setZoom(m_zoom * factor);
}

void PageView::fitWidth() {
  m_fits = true;
  setZoom(m_zoom);
}

void PageView::rotate() {
  const int page = currentPage();
  m_quarterTurns = (m_quarterTurns + 1) % 4;
  layOut();
  goTo(page);
  m_settle.start();
  viewport()->update();
}

void PageView::showHits(const QList<models::PageHit>& hits, int current) {
  m_hits = hits;
  m_currentHit = current;
  if (current >= 0 && current < hits.size()) bringIntoSight(hits[current].page, hits[current].area);
  viewport()->update();
}

void PageView::bringIntoSight(int page, const QRectF& area) {
  if (page < 0 || page >= pageCount()) return;
  const QRect place = toView(page).mapRect(area).toRect();
  const QRect sight = viewport()->rect().adjusted(0, kGap, 0, -kGap);
  if (!sight.contains(QPoint(sight.center().x(), place.center().y())))
    verticalScrollBar()->setValue(verticalScrollBar()->value() + place.center().y() -
                                  viewport()->height() / 2);
  if (place.left() < 0 || place.right() > viewport()->width())
    horizontalScrollBar()->setValue(horizontalScrollBar()->value() + place.center().x() -
                                    viewport()->width() / 2);
}

QTransform PageView::toView(int page) const {
  const QPointF centre = QRectF(placeOf(page)).center();
  const QSizeF size = m_pages[page];
  QTransform transform;
  transform.translate(centre.x(), centre.y());
  transform.rotate(90.0 * m_quarterTurns);
  transform.scale(m_zoom, m_zoom);
  transform.translate(-size.width() / 2, -size.height() / 2);
  return transform;
}

QSize PageView::uprightSize(int page) const {
  return (m_pages[page] * m_zoom).toSize();
}

int PageView::pixelsOf(int page) const {
  return std::max(1, static_cast<int>(std::lround(uprightSize(page).width() * devicePixelRatioF())));
}

bool PageView::isDrawn(int page) const {
  const auto there = m_pictures.constFind(page);
  return there != m_pictures.constEnd() && there->width == pixelsOf(page);
}

bool PageView::isComplete() const {
  const auto [first, end] = pagesInSight();
  for (int page = first; page < std::min(end, pageCount()); ++page)
    if (!isDrawn(page)) return false;
  return pageCount() > 0;
}

void PageView::askForSight() {
  const auto [first, end] = pagesInSight();
  for (int page = first; page < std::min(end, pageCount()); ++page) {
    if (isDrawn(page)) continue;
    const int width = pixelsOf(page);
    const bool asked = std::any_of(m_asked.begin(), m_asked.end(), [&](const auto& entry) {
      return entry.second.page == page && entry.second.width == width;
    });
    if (asked) continue;
    const quint64 request = m_source.nextRequest();
    m_asked[request] = {page, width};
    m_source.render(request, page, width);
  }
}

void PageView::forgetFar() {
  qint64 bytes = 0;
  for (const Picture& picture : std::as_const(m_pictures))
    bytes += picture.image.sizeInBytes();
  const int current = currentPage();
  while (bytes > kMostBytes && m_pictures.size() > 1) {
    auto farthest = m_pictures.begin();
    for (auto at = m_pictures.begin(); at != m_pictures.end(); ++at)
      if (std::abs(at.key() - current) > std::abs(farthest.key() - current)) farthest = at;
    bytes -= farthest->image.sizeInBytes();
    m_pictures.erase(farthest);
  }
}

void PageView::paintPicture(QPainter& painter, int page) const {
  const auto there = m_pictures.constFind(page);
  if (there == m_pictures.constEnd()) return;
  const QSizeF place = uprightSize(page);
  // A picture that was made for this size is painted pixel by pixel: half of one would blur its letters.
  const QSizeF size = isDrawn(page) ? QSizeF(there->image.size()) / devicePixelRatioF() : place;
  painter.save();
  painter.translate(QRectF(placeOf(page)).center());
  painter.rotate(90.0 * m_quarterTurns);
  const QTransform toScreen = painter.deviceTransform();
  const QPoint corner = toScreen.map(QPointF(-place.width() / 2, -place.height() / 2)).toPoint();
  painter.drawImage(QRectF(toScreen.inverted().map(QPointF(corner)), size), there->image);
  painter.restore();
}

void PageView::paintPage(QPainter& painter, int page) {
  painter.fillRect(placeOf(page), Qt::white);
  painter.save();
  painter.setRenderHint(QPainter::SmoothPixmapTransform);
  paintPicture(painter, page);
  painter.setTransform(toView(page), true);
  paintHits(painter, page);
  paintMarks(painter, page);
  painter.restore();
  painter.setPen(m_theme.colours().border);
  painter.drawRect(placeOf(page).adjusted(-1, -1, 0, 0));
}

void PageView::paintHits(QPainter& painter, int page) const {
  for (int i = 0; i < m_hits.size(); ++i) {
    if (m_hits[i].page != page) continue;
    // Multiplied, as a marker pen does: the text stays black.
    painter.setCompositionMode(QPainter::CompositionMode_Multiply);
    painter.fillRect(m_hits[i].area, i == m_currentHit ? QColor(0xff, 0xb3, 0x47) : QColor(0xff, 0xf0, 0x8a));
    painter.setCompositionMode(QPainter::CompositionMode_SourceOver);
    if (i != m_currentHit) continue;
    painter.setPen(QPen(QColor(0x8a, 0x3b, 0x00), 1.5 / m_zoom));
    painter.drawRect(m_hits[i].area);
  }
}

void PageView::paintEvent(QPaintEvent*) {
  QPainter painter(viewport());
  painter.fillRect(viewport()->rect(), m_theme.colours().side);
  if (m_pages.isEmpty()) return;
  const auto [first, end] = pagesInSight();
  for (int page = first; page < std::min(end, pageCount()); ++page)
    paintPage(painter, page);
  if (m_frame && m_framePage < pageCount()) paintFrame(painter);
}

void PageView::resizeEvent(QResizeEvent* event) {
  QAbstractScrollArea::resizeEvent(event);
  const int page = currentPage();
  layOut();
  if (m_fits) goTo(page);
  m_settle.start();
}

void PageView::scrollContentsBy(int, int) {
  viewport()->update();
  m_settle.start();
  Q_EMIT placeChanged();
}

void PageView::keyPressEvent(QKeyEvent* event) {
  if (m_frame && takeFrameKey(*event)) return;
  const int step = viewport()->height() - fontMetrics().height() * 2;
  switch (event->key()) {
  case Qt::Key_PageDown:
  case Qt::Key_Space:
    return verticalScrollBar()->setValue(verticalScrollBar()->value() + step);
  case Qt::Key_PageUp:
    return verticalScrollBar()->setValue(verticalScrollBar()->value() - step);
  case Qt::Key_Home:
    return goTo(0);
  case Qt::Key_End:
    return verticalScrollBar()->setValue(verticalScrollBar()->maximum());
  default:
    QAbstractScrollArea::keyPressEvent(event);
  }
}

void PageView::wheelEvent(QWheelEvent* event) {
  if (event->modifiers() != Qt::ControlModifier) return QAbstractScrollArea::wheelEvent(event);
  if (event->angleDelta().y() != 0) zoomBy(event->angleDelta().y() > 0 ? 1.15 : 1 / 1.15);
  event->accept();
}

} // namespace madoguchi::ui
