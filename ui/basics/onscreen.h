// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScreen>
#include <QStyle>
#include <QWidget>

namespace madoguchi::ui {

/// A window's size as it is wanted, or what its screen has room for within the frame that the system puts
/// around it.
[[nodiscard]] inline QSize onScreen(const QWidget& window, const QSize& wanted) {
  const QStyle& style = *window.style();
  const int title = style.pixelMetric(QStyle::PM_TitleBarHeight, nullptr, &window);
  const int edge = style.pixelMetric(QStyle::PM_MdiSubWindowFrameWidth, nullptr, &window);
  return wanted.boundedTo(window.screen()->availableSize() - QSize(2 * edge, title + edge));
}

} // namespace madoguchi::ui
