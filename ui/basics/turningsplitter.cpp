// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/basics/turningsplitter.h"

#include <algorithm>
#include <utility>

namespace madoguchi::ui {

TurningSplitter::TurningSplitter(int wide, QList<int> below, QWidget* parent)
    : QSplitter(parent), m_wide(wide), m_otherWay(std::move(below)) {}

void TurningSplitter::setHighestBelow(int height) {
  m_highest = height;
  limitHeight();
}

void TurningSplitter::limitHeight() {
  if (QWidget* first = widget(0))
    first->setMaximumHeight(orientation() == Qt::Vertical ? m_highest : QWIDGETSIZE_MAX);
}

QSize TurningSplitter::minimumSizeHint() const {
  int width = 0;
  for (int i = 0; i < count(); ++i)
    if (const QWidget* part = widget(i); !part->isHidden())
      width = std::max({width, part->minimumSizeHint().width(), part->minimumWidth()});
  return {width, QSplitter::minimumSizeHint().height()};
}

void TurningSplitter::resizeEvent(QResizeEvent* event) {
  const Qt::Orientation wanted = width() < m_wide ? Qt::Vertical : Qt::Horizontal;
  if (wanted != orientation()) {
    QList<int> shown = sizes();
    setOrientation(wanted);
    limitHeight();
    setSizes(std::exchange(m_otherWay, std::move(shown)));
  }
  QSplitter::resizeEvent(event);
}

} // namespace madoguchi::ui
