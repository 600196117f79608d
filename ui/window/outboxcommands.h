// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/basics/context.h"
#include "ui/window/windowcommand.h"

namespace madoguchi::ui {

class Workspace;

/// What can be done with the step that is chosen in the outbox, and with all of them.
[[nodiscard]] std::vector<WindowCommand> outboxCommands(Workspace& workspace);

} // namespace madoguchi::ui
