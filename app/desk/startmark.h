// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace madoguchi::ui {

class CaseTableView;

}

namespace madoguchi::app {

/// Says on the standard output, once, when the first rows of the queue have been painted: "firstRows"; where
/// nobody sees them yet "ready", and "firstRows" when they have been painted to be seen. Only where the
/// environment has MADOGUCHI_START_MARK, for whoever measures the start.
void markStart(ui::CaseTableView& table);

} // namespace madoguchi::app
