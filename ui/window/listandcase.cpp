// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/listandcase.h"

#include <algorithm>

namespace madoguchi::ui {

ListAndCase::ListAndCase(int roomy, int needed, QWidget* parent)
    : QSplitter(parent), m_roomy(roomy), m_needed(needed) {}

void ListAndCase::setCaseOpen(bool open) {
  if (open == m_isOpen) return;
  m_isOpen = open;
  if (m_isNarrow) arrange();
}

QSize ListAndCase::minimumSizeHint() const {
  const QSize both = QSplitter::minimumSizeHint();
  if (m_isOpen || count() < 2 || widget(1)->isHidden()) return both;
  const int unneeded =
      std::max(widget(1)->minimumWidth(), widget(1)->minimumSizeHint().width()) + handleWidth();
  return {both.width() - unneeded, both.height()};
}

void ListAndCase::arrange() {
  widget(1)->setVisible(!m_isNarrow || m_isOpen);
  if (m_isNarrow && m_isOpen) setSizes({width() - m_needed, m_needed});
  if (!m_isNarrow) setSizes(m_liked);
}

void ListAndCase::resizeEvent(QResizeEvent* event) {
  const bool narrow = width() < m_roomy;
  if (count() == 2 && narrow != m_isNarrow) {
    m_isNarrow = narrow;
    if (narrow) m_liked = sizes();
    arrange();
  }
  QSplitter::resizeEvent(event);
}

} // namespace madoguchi::ui
