// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/flowlayout.h"

#include <algorithm>

namespace madoguchi::ui {

namespace {

constexpr int kColumnGap = 20;
constexpr int kRowGap = 4;

} // namespace

FlowLayout::FlowLayout(QWidget* parent) : QLayout(parent) {
  setContentsMargins(0, 0, 0, 0);
}

FlowLayout::~FlowLayout() {
  qDeleteAll(m_items);
}

void FlowLayout::addItem(QLayoutItem* item) {
  m_items.append(item);
}

QLayoutItem* FlowLayout::itemAt(int index) const {
  return m_items.value(index);
}

QLayoutItem* FlowLayout::takeAt(int index) {
  return index >= 0 && index < m_items.size() ? m_items.takeAt(index) : nullptr;
}

int FlowLayout::widest() const {
  int width = 0;
  for (const QLayoutItem* item : m_items)
    width = std::max(width, item->sizeHint().width());
  return width;
}

int FlowLayout::lineWidth() const {
  int width = 0;
  for (const QLayoutItem* item : m_items)
    width += item->sizeHint().width() + (width == 0 ? 0 : kColumnGap);
  return width;
}

int FlowLayout::place(const QRect& rect, bool really) const {
  const bool oneLine = lineWidth() <= rect.width();
  const int column = widest();
  const int columns = std::max(1, (rect.width() + kColumnGap) / (column + kColumnGap));
  int x = rect.x();
  int y = rect.y();
  int height = 0;
  for (int i = 0; i < count(); ++i) {
    const QSize size = m_items[i]->sizeHint();
    if (!oneLine && i > 0 && i % columns == 0) {
      x = rect.x();
      y += height + kRowGap;
      height = 0;
    }
    height = std::max(height, size.height());
    const int width = oneLine ? size.width() : std::min(column, rect.width());
    if (really) m_items[i]->setGeometry(QRect(x, y, width, size.height()));
    x += width + kColumnGap;
  }
  return y + height - rect.y();
}

int FlowLayout::heightForWidth(int width) const {
  return place(QRect(0, 0, width, 0), false);
}

QSize FlowLayout::minimumSize() const {
  int height = 0;
  for (const QLayoutItem* item : m_items)
    height = std::max(height, item->sizeHint().height());
  return {widest(), height};
}

QSize FlowLayout::sizeHint() const {
  return {lineWidth(), minimumSize().height()};
}

void FlowLayout::setGeometry(const QRect& rect) {
  QLayout::setGeometry(rect);
  place(rect, true);
}

} // namespace madoguchi::ui
