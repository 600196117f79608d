// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

class QWidget;

namespace madoguchi::ui {

/// Does the work once, when the widget has been painted with `ready` true and all of its window with it: for
/// what the user does not see at first.
void afterPaint(QWidget& widget, std::function<bool()> ready, std::function<void()> work);

} // namespace madoguchi::ui
