// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/basics/wraplayout.h"

#include "ui/basics/theme.h"

#include <QWidget>

namespace madoguchi::ui {

namespace {

/// What grows with its line asks for no more than it needs, so that its neighbours find room beside it.
QSize wantedBy(const QLayoutItem& item) {
  const bool grows = item.expandingDirections().testFlag(Qt::Horizontal);
  return grows ? QSize(item.minimumSize().width(), item.sizeHint().height()) : item.sizeHint();
}

} // namespace

WrapLayout::~WrapLayout() {
  qDeleteAll(m_items);
}

QLayoutItem* WrapLayout::takeAt(int index) {
  return index >= 0 && index < m_items.size() ? m_items.takeAt(index) : nullptr;
}

QSize WrapLayout::minimumSize() const {
  QSize size;
  for (const QLayoutItem* item : m_items)
    if (!item->isEmpty()) size = size.expandedTo(item->minimumSize());
  const QMargins margins = contentsMargins();
  return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom());
}

void WrapLayout::setGeometry(const QRect& rect) {
  QLayout::setGeometry(rect);
  place(rect, true);
}

int WrapLayout::place(const QRect& rect, bool really) const {
  const QRect area = rect.marginsRemoved(contentsMargins());
  int y = area.y();
  for (qsizetype first = 0; first < m_items.size();) {
    int width = 0;
    int height = 0;
    int growing = 0;
    qsizetype end = first;
    for (; end < m_items.size(); ++end) {
      const QLayoutItem* item = m_items[end];
      if (item->isEmpty()) continue;
      const QSize size = wantedBy(*item);
      if (width > 0 && width + space::kTight + size.width() > area.width()) break;
      width += size.width() + (width > 0 ? space::kTight : 0);
      height = qMax(height, size.height());
      if (item->expandingDirections().testFlag(Qt::Horizontal)) ++growing;
    }
    if (really) {
      const int more = growing > 0 ? qMax(0, area.width() - width) / growing : 0;
      for (int x = area.x(); first < end; ++first) {
        QLayoutItem* item = m_items[first];
        if (item->isEmpty()) continue;
        QSize size = wantedBy(*item);
        if (item->expandingDirections().testFlag(Qt::Horizontal)) size.rwidth() += more;
        // What is lower than its neighbours stands in the middle of their line.
        item->setGeometry(QRect(QPoint(x, y + (height - size.height()) / 2), size));
        x += size.width() + space::kTight;
      }
    }
    first = end;
    y += height + (end < m_items.size() ? space::kTight : 0);
  }
  return y - rect.y() + contentsMargins().bottom();
}

} // namespace madoguchi::ui
