// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>
#include <QSizeF>

namespace madoguchi::ui {

/// The rectangle that becomes a mark while it is being placed on a page: moved and sized, and always on the
/// page. Points of the unturned page.
class MarkFrame {
public:
  /// In the middle of what is seen of the page, as wide as a line of text.
  MarkFrame(const QSizeF& page, const QRectF& seen);

  [[nodiscard]] const QRectF& area() const { return m_area; }
  void moveBy(double x, double y);
  void growBy(double width, double height);
  /// Between two corners, in any order.
  void span(const QPointF& one, const QPointF& other);

private:
  QSizeF m_page;
  QRectF m_area;
};

} // namespace madoguchi::ui
