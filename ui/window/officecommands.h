// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/basics/context.h"
#include "ui/window/windowcommand.h"

namespace madoguchi::ui {

class Workspace;

/// What concerns the office or this PC, and no case that is open: who is away, what is to be destroyed, and
/// what the server would take away.
[[nodiscard]] std::vector<WindowCommand> officeCommands(const Context& context, Workspace& workspace);

} // namespace madoguchi::ui
