// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/casepages/examinationpage.h"

#include "models/correctionletter.h"
#include "models/datetext.h"
#include "models/draftproposal.h"
#include "models/missingparts.h"
#include "models/names.h"
#include "models/text.h"
#include "ui/basics/passfocus.h"
#include "ui/basics/turningsplitter.h"
#include "ui/basics/widgets.h"
#include "ui/casepages/criteriontext.h"
#include "ui/casepages/evidencelist.h"
#include "ui/dialogs/letterdialog.h"

#include <QApplication>
#include <QButtonGroup>
#include <QFormLayout>
#include <QKeyEvent>
#include <QListWidget>
#include <QRadioButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace madoguchi::ui {

namespace {

constexpr int kBeside = 100; ///< digits' widths from which on a criterion stands beside the list

QString sign(const core::Criterion& criterion, const core::CaseState& state) {
  const auto found = state.findings.find(criterion.id);
  const core::Finding* finding =
      found == state.findings.end() ? nullptr : core::finding(criterion, found->second.finding);
  if (finding == nullptr) return QStringLiteral("○");
  switch (finding->effect) {
  case core::FindingEffect::Meets:
    return QStringLiteral("✓");
  case core::FindingEffect::Fails:
    return QStringLiteral("✗");
  case core::FindingEffect::NotApplicable:
    return QStringLiteral("–");
  }
  return {};
}

} // namespace

ExaminationPage::ExaminationPage(const Context& context, QWidget* parent)
    : QWidget(parent), m_context(context), m_missing(new QLabel(this)),
      m_meetAll(new QPushButton(tr("Set all open ones to “met”"), this)),
      m_letter(new QPushButton(tr("Letter of the correction …"), this)), m_list(new QListWidget(this)),
      m_detail(new QWidget(this)), m_title(titleLabel({}, m_detail)), m_help(mutedLabel({}, m_detail)),
      m_findingBox(new QVBoxLayout), m_findings(new QButtonGroup(this)),
      m_text(new CriterionText(context, m_detail)), m_evidence(new EvidenceList(context, m_detail)),
      m_by(mutedLabel({}, m_detail)) {
  m_missing->setObjectName(QStringLiteral("missing"));
  m_missing->setWordWrap(true);
  m_meetAll->setObjectName(QStringLiteral("meetAll"));
  m_meetAll->setToolTip(tr("For a clean application that you have checked (Shift+M)"));
  m_letter->setObjectName(QStringLiteral("roundLetter"));
  m_letter->setAutoDefault(false);
  m_list->setObjectName(QStringLiteral("criteria"));
  m_list->setAccessibleName(tr("Criteria. 1 to 9 set the finding."));
  m_list->setWordWrap(true);
  m_list->setAttribute(Qt::WA_InputMethodEnabled, false);
  m_list->installEventFilter(this);
  m_title->setWordWrap(true);

  layOut();
  passFocusOn(this, m_list);
  connect(m_evidence, &EvidenceList::markChosen, this, &ExaminationPage::markChosen);
  connect(m_evidence, &EvidenceList::markingWanted, this, &ExaminationPage::markingWanted);
  connect(m_text, &CriterionText::failed, this, &ExaminationPage::failed);
  connect(m_letter, &QPushButton::clicked, this, &ExaminationPage::showLetter);
  connect(m_meetAll, &QPushButton::clicked, this, &ExaminationPage::meetAll);
  connect(m_list, &QListWidget::currentRowChanged, this, [this] {
    if (m_filling) return;
    commit();
    showCriterion();
  });
  connect(&context.opened, &models::OpenCase::changed, this, &ExaminationPage::refresh);
  connect(&context.opened, &models::OpenCase::switched, this, &ExaminationPage::refresh);
  // A finding that the rules refused is not in the case, so it is not marked either.
  connect(&context.opened, &models::OpenCase::refused, this, &ExaminationPage::refresh);
  refresh();
}

void ExaminationPage::layOut() {
  auto* form = new QFormLayout;
  form->setRowWrapPolicy(QFormLayout::WrapLongRows);
  m_text->addTo(*form);
  form->addRow(tr("Evidence"), m_evidence);
  auto* detail = new QVBoxLayout(m_detail);
  detail->addWidget(m_title);
  detail->addWidget(m_help);
  detail->addLayout(m_findingBox);
  detail->addLayout(form);
  detail->addWidget(m_by);
  detail->addStretch(1);

  auto* top = new QVBoxLayout;
  top->addWidget(m_missing);
  auto* buttons = new QHBoxLayout;
  buttons->addWidget(m_meetAll);
  buttons->addWidget(m_letter);
  buttons->addStretch(1);
  top->addLayout(buttons);
  m_split = new TurningSplitter(em(this) * kBeside, {1, 2}, this);
  m_split->addWidget(m_list);
  // On a low screen it is scrolled, never squeezed.
  auto* scroll = new QScrollArea(m_split);
  scroll->setWidget(m_detail);
  scroll->setWidgetResizable(true);
  scroll->setFocusPolicy(Qt::NoFocus);
  m_split->addWidget(scroll);
  m_split->setSizes({em(this) * 45, em(this) * 55});
  m_split->setChildrenCollapsible(false);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(space::kMedium, space::kMedium, space::kMedium, space::kMedium);
  layout->addLayout(top);
  layout->addWidget(m_split, 1);
}

void ExaminationPage::refresh() {
  const models::OpenCase& opened = m_context.opened;
  const core::CaseState* state = opened.state();
  const core::Procedure* procedure = opened.procedure();
  const bool wasEditable = m_editable && opened.id() == m_shownCase;
  m_editable = mayJudge();
  m_filling = true;
  const int row = opened.id() == m_shownCase ? m_list->currentRow() : 0;
  m_shownCase = opened.id();
  m_list->clear();
  if (procedure != nullptr)
    for (const core::Criterion& criterion : procedure->criteria) {
      const auto found = state->findings.find(criterion.id);
      const QString finding = models::findingTitle(
          procedure, criterion.id, found == state->findings.end() ? std::string() : found->second.finding);
      m_list->addItem(QStringLiteral("%1  %2 — %3")
                          .arg(sign(criterion, *state), models::localText(criterion.title), finding));
    }
  m_list->setCurrentRow(qBound(0, row, m_list->count() - 1));
  // No higher than its criteria: what is said of one of them needs the room.
  const int line = qMax(m_list->sizeHintForRow(0), fontMetrics().height());
  m_split->setHighestBelow(qMax(1, m_list->count()) * line + space::kSmall);
  m_filling = false;
  refreshMissing();
  showCriterion();
  if (wasEditable && !m_editable && m_text->holdsDrafts())
    Q_EMIT failed(tr("You can no longer examine this case. What you typed is kept, but is not in the case."));
}

bool ExaminationPage::mayJudge() const {
  const models::OpenCase& opened = m_context.opened;
  if (opened.procedure() == nullptr || opened.procedure()->criteria.empty()) return false;
  // What is found already, once more: it changes nothing, and the rules say who may.
  core::SetCriterion trial;
  trial.criterion = opened.procedure()->criteria.front().id;
  const auto found = opened.state()->findings.find(trial.criterion);
  if (found != opened.state()->findings.end()) trial.before = trial.finding = found->second.finding;
  return !opened.check(trial);
}

void ExaminationPage::refreshMissing() {
  const core::CaseState* state = m_context.opened.state();
  const core::Procedure* procedure = m_context.opened.procedure();
  m_meetAll->setVisible(m_editable);
  if (state == nullptr || procedure == nullptr) {
    m_missing->clear();
    m_letter->hide();
    return;
  }
  m_meetAll->setEnabled(m_editable && !models::openCriteria(*state, *procedure).empty());
  m_letter->setVisible(state->status == core::Status::AwaitingCorrection);
  QStringList lines;
  int criteria = 0;
  for (const models::MissingPart& part : models::missingParts(m_context.opened)) {
    // The list below names them; here their number is enough.
    if (part.kind == models::MissingPart::Kind::Criterion)
      ++criteria;
    else
      lines << (part.blocks ? QStringLiteral("✗ ") : QStringLiteral("△ ")) + part.text;
  }
  if (criteria > 0)
    lines << QStringLiteral("✗ ") +
                 tr("%1 of %2 criteria are open.").arg(criteria).arg(procedure->criteria.size());
  m_missing->setText(lines.isEmpty() ? tr("Nothing is missing: the decision can be drafted.")
                                     : lines.join(QChar(u'\n')));
}

void ExaminationPage::showLetter() {
  const models::OpenCase& opened = m_context.opened;
  if (opened.state() == nullptr || opened.state()->rounds.empty()) return;
  (new LetterDialog(
       m_context,
       models::correctionLetter(*opened.state(), *opened.references(), opened.state()->rounds.back()), this))
      ->open();
}

const core::Criterion* ExaminationPage::criterion() const {
  const core::Procedure* procedure = m_context.opened.procedure();
  const int row = m_list->currentRow();
  if (procedure == nullptr || row < 0 || row >= static_cast<int>(procedure->criteria.size())) return nullptr;
  return &procedure->criteria[static_cast<std::size_t>(row)];
}

core::CriterionFinding ExaminationPage::found() const {
  const core::CaseState* state = m_context.opened.state();
  const core::Criterion* shown = criterion();
  if (state == nullptr || shown == nullptr) return {};
  const auto entry = state->findings.find(shown->id);
  return entry == state->findings.end() ? core::CriterionFinding{} : entry->second;
}

void ExaminationPage::showCriterion() {
  const core::Criterion* shown = criterion();
  m_detail->setVisible(shown != nullptr);
  m_text->show(shown, m_editable);
  if (shown == nullptr) return;
  m_title->setText(models::localText(shown->title));
  const QString article = models::localText(shown->article, shown->articleEn);
  m_help->setText(QStringList{models::localText(shown->help), article}.join(QChar(u'\n')).trimmed());
  buildFindings();
  m_evidence->show(shown->id);
  const core::CriterionFinding now = found();
  const bool known = !now.by.empty();
  m_by->setText(known ? tr("%1, %2").arg(models::personName(*m_context.opened.references(), now.by),
                                         models::shortMoment(now.at))
                      : QString());
}

void ExaminationPage::buildFindings() {
  // The buttons are made anew; the keyboard must not fall out of the page with them.
  if (qobject_cast<QRadioButton*>(QApplication::focusWidget()) != nullptr &&
      m_detail->isAncestorOf(QApplication::focusWidget()))
    m_list->setFocus();
  while (QLayoutItem* item = m_findingBox->takeAt(0)) {
    delete item->widget();
    delete item;
  }
  const core::CriterionFinding now = found();
  int number = 0;
  for (const core::Finding& finding : criterion()->findings) {
    ++number;
    auto* button =
        new QRadioButton(QStringLiteral("%1  %2").arg(number).arg(models::localText(finding.title)));
    button->setObjectName(QStringLiteral("finding%1").arg(number));
    button->setChecked(finding.id == now.finding);
    button->setEnabled(m_editable);
    m_findings->addButton(button);
    m_findingBox->addWidget(button);
    connect(button, &QRadioButton::clicked, this, [this, id = finding.id] { m_text->save(id); });
  }
}

void ExaminationPage::choose(int number) {
  const core::Criterion* shown = criterion();
  if (!m_editable || shown == nullptr || number < 1 || number > static_cast<int>(shown->findings.size()))
    return;
  m_text->save(shown->findings[static_cast<std::size_t>(number) - 1].id);
  // On to the next one that is open, so that a row of keys clears the list.
  if (m_list->currentRow() + 1 < m_list->count()) m_list->setCurrentRow(m_list->currentRow() + 1);
}

void ExaminationPage::commit() {
  m_text->commit();
}

void ExaminationPage::meetAll() {
  const models::OpenCase& opened = m_context.opened;
  if (!m_editable || opened.procedure() == nullptr) return;
  std::vector<core::CommandBody> commands = models::meetAllOpen(*opened.state(), *opened.procedure());
  for (core::CommandBody& command : commands)
    if (auto* criterion = std::get_if<core::SetCriterion>(&command)) m_text->complete(*criterion);
  m_context.opened.perform(commands);
}

void ExaminationPage::begin() {
  m_list->setFocus(Qt::ShortcutFocusReason);
  const core::Procedure* procedure = m_context.opened.procedure();
  if (procedure == nullptr) return;
  const auto open = models::openCriteria(*m_context.opened.state(), *procedure);
  if (!open.empty()) m_list->setCurrentRow(static_cast<int>(open.front() - procedure->criteria.data()));
}

bool ExaminationPage::eventFilter(QObject* watched, QEvent* event) {
  if (watched == m_list && event->type() == QEvent::KeyPress) {
    const auto* key = static_cast<QKeyEvent*>(event);
    if (key->key() >= Qt::Key_1 && key->key() <= Qt::Key_9 && key->modifiers() == Qt::NoModifier) {
      choose(key->key() - Qt::Key_0);
      return true;
    }
    if (key->key() == Qt::Key_M && key->modifiers() == Qt::ShiftModifier) {
      meetAll();
      return true;
    }
  }
  return QWidget::eventFilter(watched, event);
}

} // namespace madoguchi::ui
