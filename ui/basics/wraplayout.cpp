// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/basics/wraplayout.h"

#include "ui/basics/theme.h"

#include <QWidget>

namespace madoguchi::ui {

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
  const QMargins margins = contentsMargins();
  const QRect area = rect.marginsRemoved(margins);
  int x = area.x();
  int y = area.y();
  int lineHeight = 0;
  for (QLayoutItem* item : m_items) {
    if (item->isEmpty()) continue;
    const QSize size = item->sizeHint();
    if (x > area.x() && x + size.width() > area.right() + 1) {
      x = area.x();
      y += lineHeight + space::kTight;
      lineHeight = 0;
    }
    if (really) item->setGeometry(QRect(QPoint(x, y), size));
    x += size.width() + space::kTight;
    lineHeight = qMax(lineHeight, size.height());
  }
  return y + lineHeight - rect.y() + margins.bottom();
}

} // namespace madoguchi::ui
