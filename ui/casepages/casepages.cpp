// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/casepages/casepages.h"

#include "models/commandlabels.h"
#include "models/errortext.h"
#include "models/missingparts.h"
#include "ui/basics/widgets.h"
#include "ui/casepages/actionbar.h"
#include "ui/casepages/actionrunner.h"
#include "ui/casepages/applicationpage.h"
#include "ui/casepages/decisionpage.h"
#include "ui/casepages/documentspage.h"
#include "ui/casepages/examinationpage.h"
#include "ui/casepages/notespage.h"
#include "ui/casepages/timelinepage.h"

#include <QTabBar>
#include <QVBoxLayout>

namespace madoguchi::ui {

CasePages::CasePages(const Context& context, QWidget* parent)
    : QWidget(parent), m_context(context), m_tabs(new QTabWidget(this)),
      m_application(new ApplicationPage(context, pagesOf(m_tabs))),
      m_documents(new DocumentsPage(context, pagesOf(m_tabs))),
      m_examination(new ExaminationPage(context, pagesOf(m_tabs))),
      m_decision(new DecisionPage(context, pagesOf(m_tabs))),
      m_timeline(new TimelinePage(context, pagesOf(m_tabs))), m_runner(new ActionRunner(context, this)) {
  auto* bar = new ActionBar(context, this);
  m_tabs->setObjectName(QStringLiteral("casePages"));
  m_tabs->setAccessibleName(tr("Pages of the case"));
  m_tabs->setDocumentMode(true);
  m_tabs->tabBar()->setUsesScrollButtons(true);
  m_tabs->addTab(m_application, tr("Application"));
  m_tabs->addTab(m_documents, tr("Documents"));
  m_tabs->addTab(m_examination, tr("Examination"));
  m_tabs->addTab(m_decision, tr("Decision"));
  m_tabs->addTab(m_timeline, tr("Timeline"));
  m_tabs->addTab(new NotesPage(context, pagesOf(m_tabs)), tr("Notes"));
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins({});
  layout->setSpacing(0);
  layout->addWidget(bar);
  layout->addWidget(m_tabs, 1);
  connect(bar, &ActionBar::wanted, this, &CasePages::run);
  connect(bar, &ActionBar::nextWanted, this, &CasePages::nextWanted);
  connect(bar, &ActionBar::apartWanted, this, &CasePages::apartWanted);
  connect(m_runner, &ActionRunner::said, this, &CasePages::said);
  watchEvidence();
  watchCase();
}

void CasePages::watchEvidence() {
  connect(m_examination, &ExaminationPage::markChosen, this, [this](const core::EvidenceMark& mark) {
    showPage(kDocuments);
    m_documents->showMark(mark);
  });
  connect(m_examination, &ExaminationPage::markingWanted, this, [this](const core::CriterionId& criterion) {
    showPage(kDocuments);
    m_documents->beginMark(criterion);
  });
}

void CasePages::watchCase() {
  const auto fail = [this](const QString& text) { Q_EMIT said({Message::Severity::Error, text}); };
  connect(m_documents, &DocumentsPage::failed, this, fail);
  connect(m_examination, &ExaminationPage::failed, this, fail);
  connect(m_decision, &DecisionPage::failed, this, fail);
  connect(m_decision, &DecisionPage::noticeWanted, this, &CasePages::showNotice);
  models::OpenCase& opened = m_context.opened;
  connect(&opened, &models::OpenCase::refused, this,
          [fail](const core::Refusal& refusal) { fail(models::errorText(refusal.code)); });
  connect(&opened, &models::OpenCase::failed, this,
          [fail](const core::Error& error) { fail(models::errorText(error.code)); });
  connect(&opened, &models::OpenCase::performed, this, [this](const models::CommandDone& done) {
    Q_EMIT said({Message::Severity::Done, tr("Done: %1").arg(models::commandLabel(done.body))});
  });
}

void CasePages::attachScan(const QString& path, const std::string& kind,
                           const models::AttachmentQueue::Paper& paper) {
  showPage(kDocuments);
  m_documents->attachScan(path, kind, paper);
}

void CasePages::showNotice() {
  m_runner->showNotice();
}

void CasePages::showPage(Page page) {
  m_tabs->setCurrentIndex(page);
}

void CasePages::showMissing() {
  using Kind = models::MissingPart::Kind;
  const std::vector<models::MissingPart> parts = models::missingParts(m_context.opened);
  const models::MissingPart* first = models::firstMissing(parts);
  if (first == nullptr) {
    showPage(kDecision);
    return m_decision->begin();
  }
  switch (first->kind) {
  case Kind::Form:
    showPage(kApplication);
    return m_application->jumpTo(first->place);
  case Kind::Document:
    showPage(kDocuments);
    return focusPage();
  case Kind::ReceiptDay:
    return run(models::CaseAction::CheckReceiptDay);
  case Kind::Delay:
    return run(models::CaseAction::ExplainDelay);
  case Kind::Wait:
    return run(first->blocks ? models::CaseAction::RecordAnswer : models::CaseAction::ResumeClock);
  case Kind::Answer:
  case Kind::Criterion:
    showPage(kExamination);
    return m_examination->begin();
  }
}

CasePages::Page CasePages::page() const {
  return static_cast<Page>(m_tabs->currentIndex());
}

QWidget* CasePages::pageInFront() const {
  return m_tabs->currentWidget();
}

void CasePages::focusPage() {
  pageInFront()->setFocus(Qt::ShortcutFocusReason);
}

bool CasePages::commit() {
  m_examination->commit();
  return m_application->commit();
}

void CasePages::run(models::CaseAction action) {
  if (const auto why = models::whyNot(action, m_context.opened)) {
    // The pages are there to read, also where nothing can be done on them.
    if (action == models::CaseAction::Draft) showPage(kDecision);
    Q_EMIT said({Message::Severity::Info, tr("%1: %2").arg(models::label(action), *why)});
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

} // namespace madoguchi::ui
