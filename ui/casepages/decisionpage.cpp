// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/casepages/decisionpage.h"

#include "models/datetext.h"
#include "models/draftproposal.h"
#include "models/errortext.h"
#include "models/eventtext.h"
#include "models/labels.h"
#include "models/missingparts.h"
#include "models/names.h"
#include "models/routetext.h"
#include "models/text.h"
#include "ui/basics/keys.h"
#include "ui/basics/passfocus.h"
#include "ui/basics/widgets.h"
#include "ui/casepages/drafteditor.h"
#include "ui/forms/notelabel.h"

#include <QScrollArea>
#include <QVBoxLayout>

#include <boost/describe.hpp>

namespace madoguchi::ui {

namespace {

const QString kWritten = QStringLiteral("decision/draft");

} // namespace

DecisionPage::DecisionPage(const Context& context, QWidget* parent)
    : QWidget(parent), m_context(context), m_state(new QLabel),
      m_meanwhile(new NoteLabel(QStringLiteral("attention"), NoteLabel::Tone::Error, this)),
      m_mine(new QPushButton(tr("Go on with &mine"))), m_theirs(new QPushButton),
      m_editor(new DraftEditor(context)), m_save(new QPushButton(tr("Save draft"))),
      m_notice(new QPushButton(tr("Show the notice …"))), m_route(new QVBoxLayout), m_rule(mutedLabel({})),
      m_hash(mutedLabel({})) {
  m_state->setObjectName(QStringLiteral("draftState"));
  m_state->setWordWrap(true);
  m_state->setTextFormat(Qt::PlainText);
  m_rule->setObjectName(QStringLiteral("rankRule"));
  m_save->setObjectName(QStringLiteral("saveDraft"));
  m_save->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_S));
  m_save->setToolTip(withKey(m_save->text(), m_save->shortcut()));
  m_notice->setObjectName(QStringLiteral("showNotice"));
  m_notice->setToolTip(withKey(m_notice->text(), keyOf(context, m_notice->objectName(),
                                                       QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_N))));
  m_hash->setObjectName(QStringLiteral("draftHash"));
  m_hash->setTextInteractionFlags(Qt::TextSelectableByMouse);
  auto* content = new QWidget;
  auto* box = new QVBoxLayout(content);
  box->setContentsMargins(space::kMedium, space::kMedium, space::kMedium, space::kMedium);
  box->setSpacing(space::kSmall);
  box->addWidget(m_state);
  box->addWidget(m_notice, 0, Qt::AlignLeft);
  buildMeanwhile();
  box->addWidget(m_meanwhile);
  box->addWidget(m_editor);
  box->addWidget(m_save, 0, Qt::AlignLeft);
  box->addWidget(line());
  box->addWidget(titleLabel(tr("Approval route")));
  box->addWidget(m_rule);
  box->addLayout(m_route);
  box->addWidget(m_hash);
  box->addStretch(1);
  auto* scroll = new QScrollArea(this);
  scroll->setAccessibleName(tr("Decision"));
  scroll->setWidget(content);
  scroll->setWidgetResizable(true);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins({});
  layout->addWidget(scroll);
  passFocusOn(this, scroll);
  connect(m_save, &QPushButton::clicked, this, &DecisionPage::save);
  connect(m_notice, &QPushButton::clicked, this, &DecisionPage::noticeWanted);
  connect(m_editor, &DraftEditor::modified, this, [this] {
    m_isSaved = false;
    refreshRoute();
    keepDraft();
  });
  connect(&context.opened, &models::OpenCase::performed, this, [this](const models::CommandDone& done) {
    if (done.caseId != m_shownCase || !std::holds_alternative<core::DraftDecision>(done.body)) return;
    // What was typed since then is still kept, and is not in it.
    m_isSaved = keptDraft().isEmpty();
    refresh();
  });
  connect(&context.opened, &models::OpenCase::changed, this, &DecisionPage::refresh);
  connect(&context.opened, &models::OpenCase::switched, this, &DecisionPage::refresh);
  refresh();
}

void DecisionPage::refresh() {
  const models::OpenCase& opened = m_context.opened;
  const core::CaseState* state = opened.state();
  const core::Procedure* procedure = opened.procedure();
  const bool known = state != nullptr && procedure != nullptr;
  m_editor->setVisible(known);
  m_save->setVisible(known);
  if (known) {
    const core::DraftDecision proposed = models::proposedDraft(*state, *procedure);
    const auto refusal = opened.check(proposed);
    // Open criteria, a missing reason: what the editor is there to mend.
    const bool editable = !refusal || refusal->code == core::ErrorCode::CriterionOpen ||
                          refusal->code == core::ErrorCode::ReasonIncomplete ||
                          refusal->code == core::ErrorCode::ReasonMissing;
    const bool same = opened.id() == m_shownCase && editable == m_shownEditable;
    const bool isSaved = m_isSaved && proposed.baseDraft != m_editor->baseDraft();
    // What is being written stays while the case changes elsewhere.
    const bool open = editable && state->status != core::Status::InApproval;
    if (!same || !m_editor->isModified() || isSaved) {
      m_isSaved = false;
      m_editor->show(proposed, *procedure, open);
      const QString written = m_context.desk.ports.drafts.drafts(opened.id()).value(kWritten);
      if (open && !written.isEmpty()) m_editor->restore(written);
    }
    m_shownCase = opened.id();
    m_shownEditable = editable;
    m_save->setVisible(editable && state->status != core::Status::InApproval);
  } else {
    m_shownCase = {};
  }
  refreshState();
  refreshMeanwhile();
  refreshRoute();
}

void DecisionPage::buildMeanwhile() {
  m_meanwhile->setObjectName(QStringLiteral("draftMeanwhile"));
  m_mine->setObjectName(QStringLiteral("draftMine"));
  m_mine->setToolTip(tr("What is written here follows that version when it is saved."));
  m_theirs->setObjectName(QStringLiteral("draftTheirs"));
  m_theirs->setToolTip(tr("What is written here is dropped."));
  auto* buttons = new QWidget(m_meanwhile);
  auto* row = new QHBoxLayout(buttons);
  row->setContentsMargins({});
  row->addWidget(m_mine);
  row->addWidget(m_theirs);
  m_meanwhile->addButton(buttons);
  connect(m_mine, &QPushButton::clicked, this, [this] {
    const core::CaseState* state = m_context.opened.state();
    if (state == nullptr) return;
    m_editor->rebase(state->draft ? state->draft->version : 0);
    refreshMeanwhile();
    m_editor->focusFirst();
  });
  connect(m_theirs, &QPushButton::clicked, this, &DecisionPage::takeTheirs);
}

void DecisionPage::takeTheirs() {
  if (m_shownCase.empty()) return;
  m_context.desk.ports.drafts.keepPart(m_shownCase, kWritten, {});
  m_shownCase = {};
  refresh();
  m_editor->focusFirst();
}

void DecisionPage::refreshMeanwhile() {
  const models::OpenCase& opened = m_context.opened;
  const core::CaseState* state = opened.state();
  const int now = state != nullptr && state->draft ? state->draft->version : 0;
  // One's own version comes before one hears that it is saved.
  const bool isOwn = m_isSaved || !opened.underWay(opened.id(), kWritten).isEmpty();
  const bool differs = !m_save->isHidden() && m_editor->isModified() && m_editor->baseDraft() != now;
  m_meanwhile->setVisible(differs && !isOwn);
  if (!differs) return;
  const auto references = opened.references();
  if (now == 0) {
    m_theirs->setText(tr("&Drop mine"));
    return m_meanwhile->setNote(
        tr("Attention"),
        tr("The draft was discarded meanwhile. What you wrote is kept here, and rests on it."));
  }
  m_theirs->setText(tr("&Drop mine and show version %1").arg(now));
  const models::EventText theirs =
      models::eventText(core::DecisionDrafted{*state->draft}, *references, opened.procedure());
  m_meanwhile->setNote(tr("Attention"), tr("%1 has saved version %2 of the draft meanwhile (%3). What you "
                                           "wrote is kept here, and is not in it. "
                                           "It says:")
                                                .arg(models::personName(*references, state->draft->author))
                                                .arg(now)
                                                .arg(models::shortMoment(state->draft->at)) +
                                            QChar(u'\n') + theirs.details.join(QChar(u'\n')));
}

void DecisionPage::refreshState() {
  const core::CaseState* state = m_context.opened.state();
  m_hash->clear();
  m_hash->setVisible(state != nullptr && state->draft);
  m_notice->setVisible(state != nullptr && state->notice.has_value());
  if (state == nullptr) return m_state->clear();
  QStringList lines;
  if (state->decision)
    lines << tr("Decided on %1: %2. Document number %3")
                 .arg(models::longDay(state->decision->decidedOn), models::label(state->decision->outcome),
                      models::qtext(state->decision->documentNumber));
  else if (!state->draft)
    lines << tr("No draft yet. What follows is a proposal from the findings.");
  else
    lines << tr("Draft version %1 by %2, %3")
                 .arg(state->draft->version)
                 .arg(models::personName(*m_context.opened.references(), state->draft->author),
                      models::shortMoment(state->draft->at));
  if (state->notice)
    lines << tr("Notice issued on %1 by %2 (%3)")
                 .arg(models::longDay(state->notice->issuedOn),
                      models::personName(*m_context.opened.references(), state->notice->by),
                      models::label(state->notice->channel));
  const bool drafting = state->status == core::Status::Registered ||
                        state->status == core::Status::Examining ||
                        state->status == core::Status::AwaitingCorrection;
  if (drafting)
    for (const models::MissingPart& part : models::missingParts(m_context.opened))
      if (part.blocks) lines << QStringLiteral("✗ ") + part.text;
  if (!state->returnReason.empty()) lines << tr("Returned: %1").arg(models::qtext(state->returnReason));
  m_state->setText(lines.join(QChar(u'\n')));
  if (state->draft)
    m_hash->setText(
        tr("Fingerprint of what the approvers see: %1").arg(models::qtext(state->draft->hash.substr(0, 16))));
  m_hash->setToolTip(state->draft ? models::qtext(state->draft->hash) : QString());
}

void DecisionPage::addStage(const QString& sign, const QString& text) {
  auto* label = valueLabel(QStringLiteral("%1  %2").arg(sign, text));
  m_route->addWidget(label);
}

void DecisionPage::refreshRoute() {
  while (QLayoutItem* item = m_route->takeAt(0)) {
    delete item->widget();
    delete item;
  }
  const core::CaseState* state = m_context.opened.state();
  const core::Procedure* procedure = m_context.opened.procedure();
  m_rule->clear();
  if (state == nullptr || procedure == nullptr) return;
  const bool submitted = state->status >= core::Status::InApproval && state->draft;
  m_rule->setText(
      models::rankRule(*state, *procedure, submitted ? state->draft->outcome : m_editor->draft().outcome));
  const auto references = m_context.opened.references();
  const bool running = state->status >= core::Status::InApproval && !state->route.empty();
  if (running) {
    const auto open = core::openStages(*state);
    for (const core::RouteStage& stage : state->route) {
      const QString who =
          tr("%1 (%2)").arg(models::stageKindLabel(stage.kind), models::rankLabel(stage.role));
      const bool waits =
          std::any_of(open.begin(), open.end(), [&](const auto* other) { return other->id == stage.id; });
      if (!stage.by.empty())
        addStage(QStringLiteral("✓"),
                 tr("%1: %2, %3")
                         .arg(who, models::personName(*references, stage.by), models::shortMoment(stage.at)) +
                     (stage.forAbsent ? tr(" (for an absent colleague)") : QString()));
      else
        addStage(waits ? QStringLiteral("→") : QStringLiteral("○"),
                 waits ? tr("%1: waits now").arg(who) : who);
    }
    return;
  }
  const std::string outcome = boost::describe::enum_to_string(m_editor->draft().outcome, "?");
  for (const core::Stage* stage :
       core::stagesFor(*procedure, outcome, core::amountOf(*procedure, state->form)))
    addStage(QStringLiteral("○"),
             tr("%1 (%2)").arg(models::label(stage->kind), models::rankLabel(stage->rank)));
}

void DecisionPage::keepDraft() {
  if (m_shownCase.empty() || m_context.opened.id() != m_shownCase) return;
  m_context.desk.ports.drafts.keepPart(m_shownCase, kWritten, {{kWritten, m_editor->written()}});
}

models::Drafts DecisionPage::keptDraft() const {
  return m_context.desk.ports.drafts.partOf(m_shownCase, kWritten);
}

bool DecisionPage::needsSaving() const {
  const core::CaseState* state = m_context.opened.state();
  return !state->draft || m_editor->isModified() ||
         state->draft->hash != core::draftHash(*state, *state->draft);
}

void DecisionPage::begin() {
  m_editor->focusFirst();
}

void DecisionPage::save() {
  models::OpenCase& opened = m_context.opened;
  if (opened.state() == nullptr || opened.procedure() == nullptr || !needsSaving()) return;
  if (const auto refusal = opened.check(m_editor->draft())) {
    Q_EMIT failed(models::errorText(refusal->code));
    return;
  }
  opened.perform(m_editor->draft(), keptDraft());
}

void DecisionPage::submit() {
  models::OpenCase& opened = m_context.opened;
  if (opened.state() == nullptr || opened.procedure() == nullptr) return;
  if (!needsSaving()) return opened.perform(core::SubmitForApproval{opened.state()->draft->version});
  const core::DraftDecision draft = m_editor->draft();
  if (const auto refusal = opened.check(draft)) {
    Q_EMIT failed(models::errorText(refusal->code));
    return;
  }
  opened.perform({draft, core::SubmitForApproval{opened.state()->draftVersions + 1}}, keptDraft());
}

} // namespace madoguchi::ui
