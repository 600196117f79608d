// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/basics/context.h"
#include "ui/window/windowcommand.h"

namespace madoguchi::ui {

class Workspace;

/// What the pages of the open case offer besides its actions: its documents, its due day, its past.
[[nodiscard]] std::vector<WindowCommand> caseCommands(const Context& context, Workspace& workspace);

} // namespace madoguchi::ui
