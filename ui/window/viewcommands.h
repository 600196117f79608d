// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/windowcommand.h"

#include <QString>

#include <functional>
#include <vector>

namespace madoguchi::ui {

/// What the window does when another look or language is wanted; by the values that are kept.
struct ViewCalls {
  std::function<void(const QString&)> look;
  std::function<void(const QString&)> language;
};

/// "look-dark", "language-ja"; what follows the dash is the value that is kept.
[[nodiscard]] std::vector<WindowCommand> viewCommands(const ViewCalls& calls);

} // namespace madoguchi::ui
