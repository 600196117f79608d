// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/formline.h"

#include "ui/basics/theme.h"

#include <QPainter>

namespace madoguchi::ui {

namespace {

constexpr int kStep = space::kLarge + space::kTight; ///< by which a list's lines stand farther in

} // namespace

void FormLine::setRow(int row) {
  m_row = row;
  m_pointer = formRow().pointer;
  m_depth = formRow().depth;
  refresh();
}

const models::FormRow& FormLine::formRow() const {
  return m_model.rows()[static_cast<std::size_t>(m_row)];
}

int FormLine::indent() const {
  return m_depth * kStep;
}

void FormLine::paintEvent(QPaintEvent* event) {
  QWidget::paintEvent(event);
  if (m_depth == 0) return;
  // One rule along all lines of an entry, those of the lists in it too; they touch each other.
  QPainter painter(this);
  for (int depth = 1; depth <= m_depth; ++depth)
    painter.fillRect(QRect(depth * kStep - space::kMedium, 0, 2, height()), palette().color(QPalette::Mid));
}

} // namespace madoguchi::ui
