// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/listcommands.h"

#include "ui/dialogs/assigndialog.h"
#include "ui/dialogs/columnsdialog.h"
#include "ui/table/casetableview.h"
#include "ui/table/filterbar.h"
#include "ui/table/markbar.h"
#include "ui/window/listinfront.h"
#include "ui/window/searchkeeper.h"
#include "ui/window/workspace.h"

#include <QCoreApplication>

#include <algorithm>

namespace madoguchi::ui {

namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(ListCommands)
};

bool isSupervisor(const models::References& references) {
  const auto& grants = references.me.grants;
  return std::any_of(grants.begin(), grants.end(),
                     [](const core::Grant& grant) { return grant.role == core::Role::Supervisor; });
}

QString whyNoMarks(const Context& context) {
  return context.desk.table.markedCount() > 0 ? QString()
                                              : Say::tr("No case is marked. X or the space bar marks one.");
}

QString whyNoHandOver(const Context& context) {
  if (!isSupervisor(*context.desk.ports.references.references()))
    return Say::tr("Only a supervisor hands over a colleague's cases.");
  const bool idle = context.desk.bulk.runState() == models::RunState::Idle;
  return idle ? QString() : Say::tr("Another change of many cases is not finished yet.");
}

} // namespace

void handOver(const Context& context, Workspace& workspace, const core::UserId& colleague) {
  if (const QString why = whyNoHandOver(context); !why.isEmpty()) {
    Q_EMIT workspace.said({Message::Severity::Info, why});
    return;
  }
  auto* dialog = new AssignDialog(context, &workspace);
  dialog->askWhose(colleague);
  QObject::connect(dialog, &QDialog::accepted, &workspace, [context, dialog] {
    context.desk.bulk.start({models::BulkOrder::Action::Assign, dialog->assignees()}, dialog->cases());
  });
  dialog->open();
}

namespace {

std::vector<WindowCommand> markCommands(const Context& context, Workspace& workspace) {
  const auto noMarks = [context] { return whyNoMarks(context); };
  MarkBar* marks = workspace.markBar();
  const auto whyNot = [marks] { return marks->whyNot(); };
  return {
      {QStringLiteral("mark"),
       Say::tr("Mark the case"),
       QKeySequence(Qt::Key_X),
       [&workspace] { workspace.table()->toggleMark(); },
       {}},
      {QStringLiteral("markAll"),
       Say::tr("Mark all of the list"),
       QKeySequence(Qt::CTRL | Qt::Key_A),
       [context] { context.desk.table.markAll(); },
       {}},
      {QStringLiteral("markNone"), Say::tr("Take all marks away"),
       QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_A), [context] { context.desk.table.clearMarks(); },
       noMarks},
      {QStringLiteral("takeMarked"), Say::tr("Take the marked cases"), QKeySequence(Qt::CTRL | Qt::Key_T),
       [marks] { marks->takeMarked(); }, whyNot},
      {QStringLiteral("releaseMarked"), Say::tr("Release the marked cases"),
       QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_T), [marks] { marks->releaseMarked(); }, whyNot},
      {QStringLiteral("assignMarked"), Say::tr("Assign the marked cases …"),
       QKeySequence(Qt::CTRL | Qt::Key_G), [marks] { marks->assignMarked(); }, whyNot},
      {QStringLiteral("labelMarked"), Say::tr("Label the marked cases …"), QKeySequence(Qt::CTRL | Qt::Key_B),
       [marks] { marks->labelMarked(); }, whyNot},
      {QStringLiteral("handOver"), Say::tr("Hand over a colleague's cases …"),
       QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_G),
       [context, &workspace] { handOver(context, workspace, {}); },
       [context] { return whyNoHandOver(context); }},
  };
}

std::vector<WindowCommand> searchCommands(const Context& context, Workspace& workspace) {
  const auto noSearch = [&workspace] {
    return workspace.saved().isEmpty() ? Say::tr("No saved search is shown.") : QString();
  };
  return {
      {QStringLiteral("clearFilter"),
       Say::tr("Clear all filters"),
       {},
       [&workspace] { workspace.filterBar()->clear(); },
       [&workspace] { return workspace.filter().isEmpty() ? Say::tr("No filter is set.") : QString(); }},
      {QStringLiteral("saveSearch"), Say::tr("Keep this search under a name …"),
       QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S),
       [context, &workspace] { SearchKeeper(context, workspace).save(); },
       [&workspace] { return workspace.filter().isEmpty() ? Say::tr("Set a filter first.") : QString(); }},
      {QStringLiteral("renameSearch"),
       Say::tr("Give this search another name …"),
       {},
       [context, &workspace] { SearchKeeper(context, workspace).rename(); },
       noSearch},
      {QStringLiteral("deleteSearch"),
       Say::tr("Delete this saved search …"),
       {},
       [context, &workspace] { SearchKeeper(context, workspace).remove(); },
       noSearch},
  };
}

using TakeOut = std::function<void(ExportDialog::Purpose)>;

std::vector<WindowCommand> exportCommands(const TakeOut& takeOut, const std::function<QString()>& whyNot) {
  return {
      {QStringLiteral("exportList"), Say::tr("Write the list to a file …"),
       QKeySequence(Qt::CTRL | Qt::Key_E), [takeOut] { takeOut(ExportDialog::Purpose::File); }, whyNot},
      {QStringLiteral("printList"), Say::tr("Print the list …"), QKeySequence(Qt::CTRL | Qt::Key_P),
       [takeOut] { takeOut(ExportDialog::Purpose::Paper); }, whyNot},
  };
}

std::vector<WindowCommand> wholeListCommands(const Context& context, Workspace& workspace) {
  const auto exports = exportCommands(
      [context, &workspace](ExportDialog::Purpose purpose) { takeOutList(context, workspace, purpose); },
      [context, &workspace] { return whyNoList(context, workspace); });
  return {
      {QStringLiteral("workload"),
       Say::tr("Workload"),
       QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_W),
       [&workspace] { workspace.showWorkload(); },
       {}},
      {QStringLiteral("figures"),
       Say::tr("Figures"),
       QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F),
       [&workspace] { workspace.showFigures(); },
       {}},
      exports[0],
      exports[1],
      {QStringLiteral("columns"),
       Say::tr("Columns of this list …"),
       QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C),
       [&workspace] { (new ColumnsDialog(*workspace.table(), &workspace))->open(); },
       {}},
      {QStringLiteral("compactRows"),
       Say::tr("Compact or high rows"),
       {},
       [&workspace] { workspace.table()->setCompact(!workspace.table()->isCompact()); },
       [&workspace] { return workspace.showsList() ? QString() : Say::tr("Open a list first."); }},
  };
}

} // namespace

std::vector<WindowCommand> listCommands(const Context& context, Workspace& workspace) {
  std::vector<WindowCommand> commands = markCommands(context, workspace);
  for (auto part : {&searchCommands, &wholeListCommands})
    for (WindowCommand& command : part(context, workspace))
      commands.push_back(std::move(command));
  return commands;
}

std::vector<WindowCommand> caseListCommands(const Context& context, CaseView& view) {
  return exportCommands(
      [context, &view](ExportDialog::Purpose purpose) { takeOutList(context, view, purpose); },
      [&view] { return whyNoList(view); });
}

} // namespace madoguchi::ui
