// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

class QWidget;

namespace madoguchi::ui {

/// What Tab comes to in a window, as a form is read: by the layouts, and where there is none (panes, pages,
/// cells) from top to bottom and from left to right. Only what is shown and enabled, and what has the
/// keyboard.
[[nodiscard]] std::vector<QWidget*> readingOrder(const QWidget& window);

/// Gives the keyboard to the next one of that order, or to the one before; after the last comes the first.
/// Qt's own order is that of construction, which a page that is filled late does not have; and Qt 6.4 tears
/// that chain when editable choices are put into another order. False where there is nothing to go to.
bool passTab(const QWidget& window, bool next);

} // namespace madoguchi::ui
