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

/// The title of a window, which says where the desk is a practice office.
[[nodiscard]] QString practiceTitle(const Context& context, const QString& title);

/// Where the desk is a practice office: the band above all of a window, and the marks on its dialogs.
void markPractice(const Context& context, QMainWindow& window, QVBoxLayout& box,
                  const std::function<void()>& leave);

/// Where the desk is a practice office: its tasks.
void addTasks(const Context& context, QMainWindow& window, Workspace& workspace,
              const std::function<void(const Message&)>& say);

} // namespace madoguchi::ui
