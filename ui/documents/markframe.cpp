// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/documents/markframe.h"

#include <algorithm>

namespace madoguchi::ui {

namespace {

constexpr double kSmallest = 6; // points: less cannot be seen
constexpr double kLine = 24;

} // namespace

MarkFrame::MarkFrame(const QSizeF& page, const QRectF& seen) : m_page(page) {
  const QRectF sight = seen & QRectF({}, page);
  const QSizeF size(std::max(kSmallest, sight.width() / 2), std::min(kLine, page.height()));
  m_area = QRectF(sight.center() - QPointF(size.width() / 2, size.height() / 2), size);
  moveBy(0, 0);
}

void MarkFrame::moveBy(double x, double y) {
  m_area.moveTo(std::clamp(m_area.left() + x, 0.0, std::max(0.0, m_page.width() - m_area.width())),
                std::clamp(m_area.top() + y, 0.0, std::max(0.0, m_page.height() - m_area.height())));
}

void MarkFrame::growBy(double width, double height) {
  m_area.setWidth(std::max(kSmallest, std::min(m_area.width() + width, m_page.width() - m_area.left())));
  m_area.setHeight(std::max(kSmallest, std::min(m_area.height() + height, m_page.height() - m_area.top())));
}

void MarkFrame::span(const QPointF& one, const QPointF& other) {
  m_area = QRectF(one, other).normalized() & QRectF({}, m_page);
  m_area.setSize(m_area.size().expandedTo({kSmallest, kSmallest}));
  moveBy(0, 0);
}

} // namespace madoguchi::ui
