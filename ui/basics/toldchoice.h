// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QComboBox;
class QTableWidget;

namespace madoguchi::ui {

/// Qt tells a screen reader of X11 or Wayland nothing of a choice but its value, as if that were its name (it
/// hopes for a label beside it, which a form, a bar or a table has not). From now on each choice says what it
/// is and what is chosen, "Status: registered", as the cells of our tables do. Calling it again changes
/// nothing.
void tellChoicesByName();

/// Puts a choice into a cell, which says what is chosen to whoever reads the table cell by cell.
void putChoice(QTableWidget* table, int row, int column, QComboBox* choice);

} // namespace madoguchi::ui
