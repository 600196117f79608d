// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/basics/context.h"
#include "ui/window/windowcommand.h"

namespace madoguchi::ui {

class Workspace;

/// Paper that comes in, from the counter, the post or the tray of the scanner; and the case that goes out on
/// it.
[[nodiscard]] std::vector<WindowCommand> paperCommands(const Context& context, Workspace& workspace,
                                                       const std::function<void(const Message&)>& say);

} // namespace madoguchi::ui
