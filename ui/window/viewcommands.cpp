// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/viewcommands.h"

#include "ui/dialogs/settingsdialog.h"

#include <QCoreApplication>

namespace madoguchi::ui {

namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(ViewCommands)
};

} // namespace

std::vector<WindowCommand> viewCommands(const ViewCalls& calls) {
  std::vector<WindowCommand> commands;
  for (const auto& [title, value] : SettingsDialog::looks())
    commands.push_back({QStringLiteral("look-%1").arg(value),
                        Say::tr("Look: %1").arg(title),
                        {},
                        [choose = calls.look, wanted = value] { choose(wanted); }});
  for (const auto& [title, value] : SettingsDialog::languages())
    commands.push_back({QStringLiteral("language-%1").arg(value),
                        Say::tr("Language: %1").arg(title),
                        {},
                        [choose = calls.language, wanted = value] { choose(wanted); }});
  return commands;
}

} // namespace madoguchi::ui
