// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace madoguchi::ui {

/// Whoever gives the keyboard to `whole` gives it to `part` of it. A focus proxy would be a place of its own
/// for Tab, behind the last part, from which Tab begins with the first one again and never leaves (Qt 6.4).
void passFocusOn(QWidget* whole, QWidget* part);

} // namespace madoguchi::ui
