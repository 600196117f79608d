// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/caseactions.h"
#include "ui/basics/context.h"

#include <functional>
#include <optional>

class QWidget;

namespace madoguchi::ui {

class ActionDialog;

/// What is asked before an action on the record of a case, and the command that the answer makes.
struct Question {
  ActionDialog* dialog = nullptr; ///< not shown yet; deletes itself when it closes
  std::function<core::CommandBody(const ActionDialog&)> command;
};

/// Of receipt days, reservations, absence, appeals, holds and destruction; none where the action needs
/// nothing from the user. The case is open, and the rules allow the action.
[[nodiscard]] std::optional<Question> questionFor(const Context& context, models::CaseAction action,
                                                  QWidget* window);

} // namespace madoguchi::ui
