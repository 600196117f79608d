// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/basics/context.h"
#include "ui/window/windowcommand.h"

#include <functional>
#include <vector>

class QMainWindow;
class QVBoxLayout;

namespace madoguchi::ui {

class Workspace;

/// To the practice office, or out of it; inside, also to its tasks.
[[nodiscard]] std::vector<WindowCommand> trainingCommands(const Context& context, QMainWindow& window,
                                                          std::function<void()> run);

struct PracticeActs {
  std::function<void()> leave;
  std::function<void(const Message&)> say;
};
/// Where the desk is a practice office: the band above all, the marks on dialogs, and the tasks.
void addPracticeParts(const Context& context, QMainWindow& window, QVBoxLayout& box, Workspace& workspace,
                      const PracticeActs& acts);

} // namespace madoguchi::ui
