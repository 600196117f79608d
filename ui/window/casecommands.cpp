// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/casecommands.h"

#include "ui/casepages/applicationpage.h"
#include "ui/casepages/casepages.h"
#include "ui/casepages/caseview.h"
#include "ui/casepages/documentspage.h"
#include "ui/casepages/timelinepage.h"
#include "ui/window/workspace.h"

#include <QCoreApplication>

namespace madoguchi::ui {

namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(CaseCommands)
};

QString whyNoCase(const Context& context, const Workspace& workspace) {
  const bool shown = workspace.showsList() && context.opened.state() != nullptr;
  return shown ? QString() : Say::tr("Open a case first.");
}

using WhyNot = QString (DocumentsPage::*)() const;

/// The document that is meant has to be seen.
std::function<QString()> onDocument(const Context& context, const Workspace& workspace, WhyNot whyNot) {
  return [context, &workspace, whyNot] {
    if (QString why = whyNoCase(context, workspace); !why.isEmpty()) return why;
    const CasePages& pages = workspace.casePages();
    return pages.page() == CasePages::kDocuments
               ? (pages.documents().*whyNot)()
               : Say::tr("Choose the document on the page “Documents” first.");
  };
}

std::vector<WindowCommand> documentCommands(const Context& context, Workspace& workspace) {
  return {
      {QStringLiteral("documentAttach"),
       Say::tr("Attach a file to the case …"),
       {},
       [&workspace] {
         workspace.casePages().showPage(CasePages::kDocuments);
         workspace.casePages().documents().chooseFile();
       },
       [context, &workspace] {
         QString why = whyNoCase(context, workspace);
         return why.isEmpty() ? workspace.casePages().documents().whyNotAttach() : why;
       }},
      {QStringLiteral("documentVerify"),
       Say::tr("Mark the document as verified, or take that back"),
       {},
       [&workspace] { workspace.casePages().documents().verify(); },
       onDocument(context, workspace, &DocumentsPage::whyNotVerify)},
      {QStringLiteral("documentDetach"),
       Say::tr("Take the document off the case"),
       {},
       [&workspace] { workspace.casePages().documents().detach(); },
       onDocument(context, workspace, &DocumentsPage::whyNotDetach)},
      {QStringLiteral("documentKeep"),
       Say::tr("Keep the document on this PC, or not any more"),
       {},
       [&workspace] { workspace.casePages().documents().keep(); },
       onDocument(context, workspace, &DocumentsPage::whyNotKeep)},
      {QStringLiteral("documentKeepAll"),
       Say::tr("Keep all documents of the case on this PC, or not any more"),
       {},
       [&workspace] { workspace.casePages().documents().keepAll(); },
       [context, &workspace] {
         QString why = whyNoCase(context, workspace);
         return why.isEmpty() ? workspace.casePages().documents().whyNotKeepAll() : why;
       }},
  };
}

} // namespace

std::vector<WindowCommand> caseCommands(const Context& context, Workspace& workspace) {
  std::vector<WindowCommand> commands = documentCommands(context, workspace);
  commands.push_back({QStringLiteral("formVersion"),
                      Say::tr("Newer version of the form …"),
                      {},
                      [&workspace] {
                        workspace.casePages().showPage(CasePages::kApplication);
                        workspace.casePages().application().askVersion();
                      },
                      [context, &workspace] {
                        QString why = whyNoCase(context, workspace);
                        if (!why.isEmpty() || workspace.casePages().application().hasNewerVersion())
                          return why;
                        return Say::tr("The case has the newest version of its form.");
                      }});
  commands.push_back({QStringLiteral("dueSum"),
                      Say::tr("How the due day is computed …"),
                      {},
                      [&workspace] { workspace.caseView()->showClock(); },
                      [context, &workspace] {
                        QString why = whyNoCase(context, workspace);
                        if (!why.isEmpty() || context.opened.procedure() != nullptr) return why;
                        return Say::tr("The procedure of this case is not known here.");
                      }});
  commands.push_back({QStringLiteral("asItWas"),
                      Say::tr("The case as it was after an entry of its timeline …"),
                      {},
                      [&workspace] {
                        workspace.casePages().showPage(CasePages::kTimeline);
                        workspace.casePages().timeline().showAsItWas();
                      },
                      [context, &workspace] {
                        QString why = whyNoCase(context, workspace);
                        if (!why.isEmpty() || context.timeline.rowCount() > 0) return why;
                        return Say::tr("The timeline shows no entry.");
                      }});
  return commands;
}

} // namespace madoguchi::ui
