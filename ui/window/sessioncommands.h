// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/basics/context.h"
#include "ui/window/windowcommand.h"

#include <functional>
#include <vector>

class QWidget;

namespace madoguchi::ui {

struct SessionCalls {
  std::function<void()> lock;
  std::function<void()> quit;
};

/// Who sits here: locking, PIN, signing in and out, the end. None in a practice office, where nobody is
/// signed in.
[[nodiscard]] std::vector<WindowCommand> sessionCommands(const Context& context, QWidget& window,
                                                         SessionCalls calls);
void choosePin(const Context& context, QWidget& window);

} // namespace madoguchi::ui
