// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/basics/context.h"
#include "ui/window/windowcommand.h"

namespace madoguchi::ui {

class CaseView;
class Workspace;

/// Asks a supervisor to whom the open cases of a colleague go; `colleague` may be empty.
void handOver(const Context& context, Workspace& workspace, const core::UserId& colleague);

/// What can be done to the list as a whole and to the marked cases of it, in the order of the menu.
[[nodiscard]] std::vector<WindowCommand> listCommands(const Context& context, Workspace& workspace);

/// What can be done to the lists of a case that has a window of its own.
[[nodiscard]] std::vector<WindowCommand> caseListCommands(const Context& context, CaseView& view);

} // namespace madoguchi::ui
