// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/basics/context.h"
#include "ui/window/windowcommand.h"

namespace madoguchi::ui {

class CaseView;
class Workspace;

using Tell = std::function<void(const Message&)>;

/// Paper that comes in, from the counter, the post or the tray of the scanner.
[[nodiscard]] std::vector<WindowCommand> paperCommands(const Context& context, Workspace& workspace,
                                                       const Tell& say);

/// The case that goes out on paper.
[[nodiscard]] std::vector<WindowCommand> casePaperCommands(const Context& context, CaseView& view,
                                                           const Tell& say);

} // namespace madoguchi::ui
