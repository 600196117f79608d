// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/casecommands.h"

#include "models/caseactions.h"
#include "ui/casepages/applicationpage.h"
#include "ui/casepages/caseheader.h"
#include "ui/casepages/casepages.h"
#include "ui/casepages/caseview.h"
#include "ui/casepages/documentspage.h"
#include "ui/casepages/timelinepage.h"

#include <QCoreApplication>

namespace madoguchi::ui {

namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(CaseCommands)
};

QString whyNoCase(const Context& context, const CaseView& view) {
  if (context.opened.isElsewhere()) return models::elsewhereText();
  const bool shown = view.isVisibleTo(view.window()) && context.opened.state() != nullptr;
  return shown ? QString() : Say::tr("Open a case first.");
}

using WhyNot = QString (DocumentsPage::*)() const;

/// The document that is meant has to be seen.
std::function<QString()> onDocument(const Context& context, CaseView& view, WhyNot whyNot) {
  return [context, &view, whyNot] {
    if (QString why = whyNoCase(context, view); !why.isEmpty()) return why;
    const CasePages& pages = view.pages();
    return pages.page() == CasePages::kDocuments
               ? (pages.documents().*whyNot)()
               : Say::tr("Choose the document on the page “Documents” first.");
  };
}

std::vector<WindowCommand> documentCommands(const Context& context, CaseView& view) {
  return {
      {QStringLiteral("documentAttach"),
       Say::tr("Attach a file to the case …"),
       {},
       [&view] {
         view.pages().showPage(CasePages::kDocuments);
         view.pages().documents().chooseFile();
       },
       [context, &view] {
         QString why = whyNoCase(context, view);
         return why.isEmpty() ? view.pages().documents().whyNotAttach() : why;
       }},
      {QStringLiteral("documentVerify"),
       Say::tr("Mark the document as verified, or take that back"),
       {},
       [&view] { view.pages().documents().verify(); },
       onDocument(context, view, &DocumentsPage::whyNotVerify)},
      {QStringLiteral("documentDetach"),
       Say::tr("Take the document off the case"),
       {},
       [&view] { view.pages().documents().detach(); },
       onDocument(context, view, &DocumentsPage::whyNotDetach)},
      {QStringLiteral("documentKeep"),
       Say::tr("Keep the document on this PC, or not any more"),
       {},
       [&view] { view.pages().documents().keep(); },
       onDocument(context, view, &DocumentsPage::whyNotKeep)},
      {QStringLiteral("documentKeepAll"),
       Say::tr("Keep all documents of the case on this PC, or not any more"),
       {},
       [&view] { view.pages().documents().keepAll(); },
       [context, &view] {
         QString why = whyNoCase(context, view);
         return why.isEmpty() ? view.pages().documents().whyNotKeepAll() : why;
       }},
  };
}

} // namespace

std::vector<WindowCommand> pageCommands(CaseView& view) {
  const auto show = [&view](CasePages::Page page) {
    return [&view, page] {
      view.pages().showPage(page);
      view.pages().focusPage();
    };
  };
  return {
      {QStringLiteral("application"), Say::tr("Application"), QKeySequence(Qt::CTRL | Qt::Key_1),
       show(CasePages::kApplication)},
      {QStringLiteral("documents"), Say::tr("Documents"), QKeySequence(Qt::CTRL | Qt::Key_2),
       show(CasePages::kDocuments)},
      {QStringLiteral("examination"), Say::tr("Examination"), QKeySequence(Qt::CTRL | Qt::Key_3),
       show(CasePages::kExamination)},
      {QStringLiteral("decision"), Say::tr("Decision"), QKeySequence(Qt::CTRL | Qt::Key_4),
       show(CasePages::kDecision)},
      {QStringLiteral("timeline"), Say::tr("Timeline"), QKeySequence(Qt::CTRL | Qt::Key_5),
       show(CasePages::kTimeline)},
      {QStringLiteral("notes"), Say::tr("Notes"), QKeySequence(Qt::CTRL | Qt::Key_6),
       show(CasePages::kNotes)},
  };
}

std::vector<WindowCommand> caseCommands(const Context& context, CaseView& view) {
  std::vector<WindowCommand> commands = documentCommands(context, view);
  commands.push_back({QStringLiteral("formVersion"),
                      Say::tr("Newer version of the form …"),
                      {},
                      [&view] {
                        view.pages().showPage(CasePages::kApplication);
                        view.pages().application().askVersion();
                      },
                      [context, &view] {
                        QString why = whyNoCase(context, view);
                        if (!why.isEmpty() || view.pages().application().hasNewerVersion()) return why;
                        return Say::tr("The case has the newest version of its form.");
                      }});
  commands.push_back({QStringLiteral("missing"), Say::tr("Go to what is missing before a draft"), kMissingKey,
                      [&view] { view.pages().showMissing(); },
                      [context, &view] { return whyNoCase(context, view); }});
  commands.push_back({QStringLiteral("dueSum"),
                      Say::tr("How the due day is computed …"),
                      {},
                      [&view] { view.showClock(); },
                      [context, &view] {
                        QString why = whyNoCase(context, view);
                        if (!why.isEmpty() || context.opened.procedure() != nullptr) return why;
                        return Say::tr("The procedure of this case is not known here.");
                      }});
  commands.push_back({QStringLiteral("asItWas"),
                      Say::tr("The case as it was after an entry of its timeline …"),
                      {},
                      [&view] {
                        view.pages().showPage(CasePages::kTimeline);
                        view.pages().timeline().showAsItWas();
                      },
                      [context, &view] {
                        QString why = whyNoCase(context, view);
                        if (!why.isEmpty() || context.timeline.rowCount() > 0) return why;
                        return Say::tr("The timeline shows no entry.");
                      }});
  return commands;
}

} // namespace madoguchi::ui
