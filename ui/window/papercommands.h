// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/basics/context.h"
#include "ui/window/windowcommand.h"

namespace madoguchi::ui {

class Workspace;

/// Paper that comes in: a new case from the counter or the post, and the tray of the scanner.
[[nodiscard]] std::vector<WindowCommand> paperCommands(const Context& context, Workspace& workspace,
                                                       const std::function<void(const Message&)>& say);

} // namespace madoguchi::ui
