// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/officecommands.h"

#include "ui/dialogs/attendancedialog.h"
#include "ui/dialogs/destructiondialog.h"
#include "ui/window/workspace.h"

#include <QCoreApplication>

#include <algorithm>

namespace madoguchi::ui {

namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(OfficeCommands)
};

QString whyNoSignature(const Context& context) {
  const auto references = context.desk.ports.references.references();
  const auto& grants = references->me.grants;
  const bool signs = std::any_of(grants.begin(), grants.end(), [](const core::Grant& grant) {
    return grant.role == core::Role::Supervisor;
  });
  return signs ? QString() : Say::tr("Only supervisors sign destructions off.");
}

} // namespace

std::vector<WindowCommand> officeCommands(const Context& context, Workspace& workspace) {
  return {
      {QStringLiteral("attendance"),
       Say::tr("Who is away …"),
       QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_M),
       [context, &workspace] { (new AttendanceDialog(context, &workspace))->open(); },
       {}},
      {QStringLiteral("destruction"), Say::tr("Destruction list …"),
       QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_L),
       [context, &workspace] { (new DestructionDialog(context, &workspace))->open(); },
       [context] { return whyNoSignature(context); }},
      {QStringLiteral("heldRemoval"), Say::tr("Cases that would leave this PC …"),
       QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_H), [&workspace] { workspace.showHeldRemoval(); },
       [context] {
         const bool held = context.desk.ports.sync.status().heldRemoval.has_value();
         return held ? QString() : Say::tr("No removal is held.");
       }},
  };
}

} // namespace madoguchi::ui
