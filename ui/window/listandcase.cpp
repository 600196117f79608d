// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/listandcase.h"

namespace madoguchi::ui {

ListAndCase::ListAndCase(int roomy, int needed, QWidget* parent)
    : QSplitter(parent), m_roomy(roomy), m_needed(needed) {}

void ListAndCase::setCaseOpen(bool open) {
  if (open == m_isOpen) return;
  m_isOpen = open;
  if (m_isNarrow) arrange();
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
