// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/basics/context.h"
#include "ui/window/windowcommand.h"

namespace madoguchi::ui {

class CaseView;

/// The pages of the case.
[[nodiscard]] std::vector<WindowCommand> pageCommands(CaseView& view);

/// What these pages offer besides the actions of the case: its documents, its due day, its past.
[[nodiscard]] std::vector<WindowCommand> caseCommands(const Context& context, CaseView& view);

} // namespace madoguchi::ui
