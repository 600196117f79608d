// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/documents/pageview.h"

#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>

/// Marks on the pages, and the frame that becomes one.
namespace madoguchi::ui {

namespace {

// On white paper in every look: dark enough for 4.5 : 1, and never the only sign.
const QColor kMark(0x0b, 0x57, 0xa4);
const QColor kFrame(0xa1, 0x23, 0x3b);
constexpr double kStep = 6; // points

void drawSign(QPainter& painter, const QPointF& corner, const QString& sign, double zoom) {
  const double high = 15 / zoom;
  const double wide = std::max<double>(high, (6 + 8 * static_cast<double>(sign.size())) / zoom);
  QFont font = painter.font();
  font.setPixelSize(100); // drawn in page units, so scaled below
  const QRectF badge(corner.x(), corner.y() - high, wide, high);
  painter.fillRect(badge, kMark);
  painter.save();
  painter.translate(badge.center());
  painter.scale(0.11 / zoom, 0.11 / zoom);
  font.setBold(true);
  painter.setFont(font);
  painter.setPen(Qt::white);
  painter.drawText(QRectF(-400, -100, 800, 200), Qt::AlignCenter, sign);
  painter.restore();
}

} // namespace

void PageView::setMarks(const QList<PageMark>& marks) {
  m_marks = marks;
  viewport()->update();
}

void PageView::showPlace(int page, const QRectF& area) {
  m_ringed = {page, area, {}};
  bringIntoSight(page, area);
  viewport()->update();
}

void PageView::paintMarks(QPainter& painter, int page) const {
  for (const PageMark& mark : m_marks) {
    if (mark.page != page) continue;
    const bool ringed = m_ringed.page == page && m_ringed.area == mark.area;
    if (ringed) {
      painter.setPen(QPen(QColor(0xff, 0xc8, 0x3d), 6 / m_zoom));
      const double gap = 4 / m_zoom;
      painter.drawRect(mark.area.adjusted(-gap, -gap, gap, gap));
    }
    painter.setPen(QPen(kMark, (ringed ? 2.5 : 1.75) / m_zoom));
    painter.drawRect(mark.area);
    drawSign(painter, mark.area.topLeft(), mark.sign, m_zoom);
  }
}

void PageView::paintFrame(QPainter& painter) const {
  painter.save();
  painter.setTransform(toView(m_framePage), true);
  painter.setPen(QPen(kFrame, 2 / m_zoom, Qt::DashLine));
  painter.setBrush(QColor(kFrame.red(), kFrame.green(), kFrame.blue(), 28));
  painter.drawRect(m_frame->area());
  painter.restore();
}

void PageView::beginFrame() {
  if (m_pages.isEmpty()) return;
  m_framePage = currentPage();
  const QRectF seen = toView(m_framePage).inverted().mapRect(QRectF(viewport()->rect()));
  m_frame.emplace(m_pages[m_framePage], seen);
  viewport()->setCursor(Qt::CrossCursor);
  setFocus(Qt::ShortcutFocusReason);
  viewport()->update();
}

void PageView::dropFrame() {
  m_frame.reset();
  m_dragFrom.reset();
  viewport()->unsetCursor();
  viewport()->update();
  Q_EMIT frameDropped();
}

bool PageView::event(QEvent* event) {
  // The frame's keys are the frame's, and no shortcut of the window.
  if (m_frame && event->type() == QEvent::ShortcutOverride) switch (static_cast<QKeyEvent*>(event)->key()) {
    case Qt::Key_Escape:
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down:
      event->accept();
      return true;
    default:
      break;
    }
  return QAbstractScrollArea::event(event);
}

bool PageView::takeFrameKey(const QKeyEvent& event) {
  const double step = event.modifiers() & Qt::ControlModifier ? 1 : kStep;
  const bool grows = event.modifiers() & Qt::ShiftModifier;
  QPointF by;
  switch (event.key()) {
  case Qt::Key_Left:
    by.setX(-step);
    break;
  case Qt::Key_Right:
    by.setX(step);
    break;
  case Qt::Key_Up:
    by.setY(-step);
    break;
  case Qt::Key_Down:
    by.setY(step);
    break;
  case Qt::Key_Return:
  case Qt::Key_Enter:
    Q_EMIT framePlaced(m_framePage, m_frame->area());
    return true;
  case Qt::Key_Escape:
    dropFrame();
    return true;
  default:
    return false;
  }
  // The keys go where the eye sees them go, also on a turned page.
  const QPointF onPage = QTransform().rotate(-90.0 * m_quarterTurns).map(by);
  if (grows)
    m_frame->growBy(onPage.x(), onPage.y());
  else
    m_frame->moveBy(onPage.x(), onPage.y());
  bringIntoSight(m_framePage, m_frame->area());
  viewport()->update();
  return true;
}

void PageView::mousePressEvent(QMouseEvent* event) {
  if (!m_frame || event->button() != Qt::LeftButton) return QAbstractScrollArea::mousePressEvent(event);
  const auto [first, end] = pagesInSight();
  for (int page = first; page < std::min(end, pageCount()); ++page)
    if (placeOf(page).contains(event->pos())) {
      m_framePage = page;
      m_dragFrom = toView(page).inverted().map(QPointF(event->pos()));
      m_frame.emplace(m_pages[page], QRectF({}, m_pages[page]));
      m_frame->span(*m_dragFrom, *m_dragFrom);
      viewport()->update();
    }
}

void PageView::mouseMoveEvent(QMouseEvent* event) {
  if (!m_frame || !m_dragFrom) return QAbstractScrollArea::mouseMoveEvent(event);
  m_frame->span(*m_dragFrom, toView(m_framePage).inverted().map(QPointF(event->pos())));
  viewport()->update();
}

void PageView::mouseReleaseEvent(QMouseEvent* event) {
  if (!m_frame || !m_dragFrom) return QAbstractScrollArea::mouseReleaseEvent(event);
  m_frame->span(*m_dragFrom, toView(m_framePage).inverted().map(QPointF(event->pos())));
  m_dragFrom.reset();
  viewport()->update();
  Q_EMIT framePlaced(m_framePage, m_frame->area());
}

} // namespace madoguchi::ui
