// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/casepages/caseview.h"

#include "core/cases/caseclock.h"
#include "models/clocktext.h"
#include "models/commandlabels.h"
#include "models/errortext.h"
#include "ui/basics/widgets.h"
#include "ui/casepages/actionbar.h"
#include "ui/casepages/actionrunner.h"
#include "ui/casepages/applicationpage.h"
#include "ui/casepages/caseheader.h"
#include "ui/casepages/clockdialog.h"
#include "ui/casepages/decisionpage.h"
#include "ui/casepages/documentspage.h"
#include "ui/casepages/examinationpage.h"
#include "ui/casepages/notespage.h"
#include "ui/casepages/timelinepage.h"

#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>

namespace madoguchi::ui {

CaseView::CaseView(const Context& context, QWidget* parent)
    : QWidget(parent), m_context(context), m_tabs(new QTabWidget(this)),
      m_application(new ApplicationPage(context, this)), m_documents(new DocumentsPage(context, this)),
      m_examination(new ExaminationPage(context, this)), m_decision(new DecisionPage(context, this)),
      m_runner(new ActionRunner(context, this)) {
  setObjectName(QStringLiteral("caseView"));
  auto* header = new CaseHeader(context, this);
  auto* bar = new ActionBar(context, this);
  m_tabs->setObjectName(QStringLiteral("casePages"));
  m_tabs->setDocumentMode(true);
  m_tabs->tabBar()->setUsesScrollButtons(true);
  m_tabs->addTab(m_application, tr("Application"));
  m_tabs->addTab(m_documents, tr("Documents"));
  m_tabs->addTab(m_examination, tr("Examination"));
  m_tabs->addTab(m_decision, tr("Decision"));
  m_tabs->addTab(new TimelinePage(context, this), tr("Timeline"));
  m_tabs->addTab(new NotesPage(context, this), tr("Notes"));
  auto* hint = mutedLabel(tr("Enter opens the case of the current row, N goes on to the next one."), this);
  hint->setContentsMargins(space::kMedium, space::kLarge, space::kMedium, 0);
  hint->setAlignment(Qt::AlignTop | Qt::AlignHCenter);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins({});
  layout->setSpacing(0);
  layout->addWidget(header);
  layout->addWidget(bar);
  layout->addWidget(m_tabs, 1);
  layout->addWidget(hint, 1);
  const auto showParts = [this, bar, hint] {
    const bool shown = !m_context.desk.opened.id().empty();
    bar->setVisible(shown);
    m_tabs->setVisible(shown);
    hint->setVisible(!shown);
  };
  connect(&context.desk.opened, &models::OpenCase::switched, this, showParts);
  showParts();

  connect(header, &CaseHeader::dueClicked, this, &CaseView::showClock);
  connect(bar, &ActionBar::wanted, this, &CaseView::run);
  connect(bar, &ActionBar::nextWanted, this, &CaseView::nextWanted);
  connect(m_runner, &ActionRunner::said, this, &CaseView::said);
  const auto fail = [this](const QString& text) { Q_EMIT said({Message::Severity::Error, text}); };
  connect(m_documents, &DocumentsPage::failed, this, fail);
  connect(m_decision, &DecisionPage::failed, this, fail);
  connect(m_examination, &ExaminationPage::markChosen, this, [this](const core::EvidenceMark& mark) {
    showPage(kDocuments);
    m_documents->showMark(mark);
  });
  connect(m_examination, &ExaminationPage::markingWanted, this, [this](const core::CriterionId& criterion) {
    showPage(kDocuments);
    m_documents->beginMark(criterion);
  });
  models::OpenCase& opened = context.desk.opened;
  connect(&opened, &models::OpenCase::refused, this, &CaseView::sayRefused);
  connect(&opened, &models::OpenCase::failed, this,
          [fail](const core::Error& error) { fail(models::errorText(error.code)); });
  connect(&opened, &models::OpenCase::performed, this, [this](const models::CommandDone& done) {
    Q_EMIT said({Message::Severity::Done, tr("Done: %1").arg(models::commandLabel(done.body))});
  });
}

void CaseView::attachScan(const QString& path, const std::string& kind,
                          const models::AttachmentQueue::Paper& paper) {
  showPage(kDocuments);
  m_documents->attachScan(path, kind, paper);
}

void CaseView::showPage(Page page) {
  m_tabs->setCurrentIndex(page);
}

CaseView::Page CaseView::page() const {
  return static_cast<Page>(m_tabs->currentIndex());
}

void CaseView::focusPage() {
  m_tabs->currentWidget()->setFocus(Qt::ShortcutFocusReason);
}

bool CaseView::commit() {
  m_examination->commit();
  return m_application->commit();
}

void CaseView::run(models::CaseAction action) {
  if (const auto why = models::whyNot(action, m_context.desk.opened)) {
    // The pages are there to read, also where nothing can be done on them.
    if (action == models::CaseAction::Draft) showPage(kDecision);
    Q_EMIT said({Message::Severity::Info, QStringLiteral("%1: %2").arg(models::label(action), *why)});
    return;
  }
  if (!commit()) {
    showPage(kApplication);
    Q_EMIT said({Message::Severity::Error, tr("A field holds something that cannot be saved.")});
    return;
  }
  switch (action) {
  case models::CaseAction::Examine:
    showPage(kExamination);
    return m_examination->begin();
  case models::CaseAction::Draft:
    showPage(kDecision);
    return m_decision->begin();
  case models::CaseAction::Submit:
    return m_decision->submit();
  default:
    return m_runner->run(action);
  }
}

void CaseView::sayRefused(const core::Refusal& refusal) {
  Q_EMIT said({Message::Severity::Error, models::errorText(refusal.code)});
}

void CaseView::showClock() {
  const models::OpenCase& opened = m_context.desk.opened;
  if (opened.state() == nullptr || opened.procedure() == nullptr) return;
  const auto clock =
      core::caseClock(*opened.state(), *opened.procedure(), opened.references()->holidays, opened.today());
  if (!clock) return Q_EMIT said({Message::Severity::Error, models::errorText(clock.error().code)});
  auto* dialog = new ClockDialog(models::clockSummary(*clock), models::clockLines(clock->terms), this);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->open();
}

} // namespace madoguchi::ui
