// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/basics/context.h"
#include "ui/window/windowcommand.h"

namespace madoguchi::ui {

class Workspace;

/// Many drafts that are decided together, and changes of many cases: begin, pause, stop, results.
[[nodiscard]] std::vector<WindowCommand> batchCommands(const Context& context, Workspace& workspace);

} // namespace madoguchi::ui
