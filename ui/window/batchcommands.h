// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/basics/context.h"
#include "ui/window/windowcommand.h"

namespace madoguchi::ui {

class Workspace;

/// Many drafts that are decided together, and changes of many cases: begin, pause, stop, results.
[[nodiscard]] std::vector<WindowCommand> batchCommands(const Context& context, Workspace& workspace);

/// What is to be said at the start about a batch of approvals that the end of the program interrupted; empty
/// where there is none.
[[nodiscard]] QString interruptedBatch(const Context& context);

} // namespace madoguchi::ui
