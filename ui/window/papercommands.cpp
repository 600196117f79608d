// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/papercommands.h"

#include "models/caseactions.h"
#include "ui/casepages/casepages.h"
#include "ui/casepages/caseview.h"
#include "ui/dialogs/intakedialog.h"
#include "ui/dialogs/scantraydialog.h"
#include "ui/dialogs/summarydialog.h"
#include "ui/window/workspace.h"

#include <QCoreApplication>

namespace madoguchi::ui {

namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(PaperCommands)
};

IntakeDialog* receive(const Context& context, Workspace& workspace, const Tell& tell) {
  auto* dialog = new IntakeDialog(context, &workspace);
  QObject::connect(dialog, &IntakeDialog::received, &workspace, [&workspace, tell](const core::CaseId& id) {
    workspace.openCase(id);
    tell({Message::Severity::Done, Say::tr("The application was received.")});
  });
  dialog->open();
  return dialog;
}

void showScans(const Context& context, Workspace& workspace, const Tell& tell) {
  auto* dialog = new ScanTrayDialog(context, &workspace);
  QObject::connect(dialog, &ScanTrayDialog::attachWanted, &workspace.casePages(), &CasePages::attachScan);
  QObject::connect(dialog, &ScanTrayDialog::newCaseWanted, &workspace,
                   [context, &workspace, tell](const QString& path, core::Date day) {
                     receive(context, workspace, tell)->takeScan(path, day);
                   });
  dialog->open();
}

QString whyNoCase(const Context& context) {
  if (context.opened.isElsewhere()) return models::elsewhereText();
  return context.opened.state() != nullptr ? QString() : Say::tr("Open a case first.");
}

void printCase(const Context& context, CaseView& view, const Tell& tell) {
  // What is typed is on the paper too, or the user hears why not.
  if (!view.commit())
    return tell({Message::Severity::Error, Say::tr("A field holds something that cannot be saved.")});
  (new SummaryDialog(context, &view))->open();
}

} // namespace

std::vector<WindowCommand> paperCommands(const Context& context, Workspace& workspace, const Tell& say) {
  return {
      {QStringLiteral("receive"),
       Say::tr("Receive on paper …"),
       QKeySequence(Qt::CTRL | Qt::Key_N),
       [context, &workspace, say] { receive(context, workspace, say); },
       {}},
      {QStringLiteral("scans"), Say::tr("Scans that wait …"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N),
       [context, &workspace, say] { showScans(context, workspace, say); },
       [context] {
         return context.desk.ports.scans != nullptr ? QString()
                                                    : Say::tr("No scanner folder can be used here.");
       }},
  };
}

std::vector<WindowCommand> casePaperCommands(const Context& context, CaseView& view, const Tell& say) {
  return {
      {QStringLiteral("printCase"), Say::tr("Print the case …"), QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_P),
       [context, &view, say] { printCase(context, view, say); }, [context] { return whyNoCase(context); }},
      {QStringLiteral("showNotice"), Say::tr("Show the issued notice …"),
       QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_N), [&view] { view.pages().showNotice(); },
       [context] {
         if (context.opened.isElsewhere()) return models::elsewhereText();
         const core::CaseState* state = context.opened.state();
         return state != nullptr && state->notice ? QString()
                                                  : Say::tr("No notice of this case was issued yet.");
       }},
  };
}

} // namespace madoguchi::ui
