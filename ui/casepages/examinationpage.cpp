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
#include "ui/casepages/evidencelist.h"
#include "ui/dialogs/letterdialog.h"

#include <QApplication>
#include <QButtonGroup>
#include <QFormLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
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
      m_findingBox(new QVBoxLayout), m_findings(new QButtonGroup(this)), m_fact(new QPlainTextEdit(m_detail)),
      m_article(new QLineEdit(m_detail)), m_note(new QLineEdit(m_detail)),
      m_evidence(new EvidenceList(context, m_detail)), m_by(mutedLabel({}, m_detail)) {
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
  m_fact->setObjectName(QStringLiteral("fact"));
  m_fact->setTabChangesFocus(true);
  m_fact->setMaximumHeight(fontMetrics().height() * 5);
  m_fact->installEventFilter(this);
  m_article->setObjectName(QStringLiteral("article"));
  m_note->setObjectName(QStringLiteral("criterionNote"));

  layOut();
  passFocusOn(this, m_list);
  connect(m_evidence, &EvidenceList::markChosen, this, &ExaminationPage::markChosen);
  connect(m_evidence, &EvidenceList::markingWanted, this, &ExaminationPage::markingWanted);
  connect(m_letter, &QPushButton::clicked, this, &ExaminationPage::showLetter);
  connect(m_meetAll, &QPushButton::clicked, this, &ExaminationPage::meetAll);
  connect(m_list, &QListWidget::currentRowChanged, this, [this] {
    if (!m_filling) showCriterion();
  });
  connect(m_article, &QLineEdit::editingFinished, this, &ExaminationPage::commit);
  connect(m_note, &QLineEdit::editingFinished, this, &ExaminationPage::commit);
  connect(&context.desk.opened, &models::OpenCase::changed, this, &ExaminationPage::refresh);
  connect(&context.desk.opened, &models::OpenCase::switched, this, &ExaminationPage::refresh);
  refresh();
}

void ExaminationPage::layOut() {
  auto* form = new QFormLayout;
  form->setRowWrapPolicy(QFormLayout::WrapLongRows);
  form->addRow(tr("&Fact"), m_fact);
  form->addRow(tr("A&rticle"), m_article);
  form->addRow(tr("N&ote"), m_note);
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
  const models::OpenCase& opened = m_context.desk.opened;
  const core::CaseState* state = opened.state();
  const core::Procedure* procedure = opened.procedure();
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
}

bool ExaminationPage::mayJudge() const {
  const models::OpenCase& opened = m_context.desk.opened;
  if (opened.procedure() == nullptr || opened.procedure()->criteria.empty()) return false;
  // What is found already, once more: it changes nothing, and the rules say who may.
  core::SetCriterion trial;
  trial.criterion = opened.procedure()->criteria.front().id;
  const auto found = opened.state()->findings.find(trial.criterion);
  if (found != opened.state()->findings.end()) trial.before = trial.finding = found->second.finding;
  return !opened.check(trial);
}

void ExaminationPage::refreshMissing() {
  const core::CaseState* state = m_context.desk.opened.state();
  const core::Procedure* procedure = m_context.desk.opened.procedure();
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
  for (const models::MissingPart& part : models::missingParts(m_context.desk.opened)) {
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
  const models::OpenCase& opened = m_context.desk.opened;
  if (opened.state() == nullptr || opened.state()->rounds.empty()) return;
  (new LetterDialog(
       m_context,
       models::correctionLetter(*opened.state(), *opened.references(), opened.state()->rounds.back()), this))
      ->open();
}

const core::Criterion* ExaminationPage::criterion() const {
  const core::Procedure* procedure = m_context.desk.opened.procedure();
  const int row = m_list->currentRow();
  if (procedure == nullptr || row < 0 || row >= static_cast<int>(procedure->criteria.size())) return nullptr;
  return &procedure->criteria[static_cast<std::size_t>(row)];
}

core::CriterionFinding ExaminationPage::found() const {
  const core::CaseState* state = m_context.desk.opened.state();
  if (state == nullptr) return {};
  const auto entry = state->findings.find(m_shown);
  return entry == state->findings.end() ? core::CriterionFinding{} : entry->second;
}

void ExaminationPage::showCriterion() {
  commit();
  const core::Criterion* shown = criterion();
  m_detail->setVisible(shown != nullptr);
  m_shown = shown == nullptr ? core::CriterionId() : shown->id;
  if (shown == nullptr) return;
  m_filling = true;
  m_title->setText(models::localText(shown->title));
  const QString article = models::localText(shown->article, shown->articleEn);
  m_help->setText(QStringList{models::localText(shown->help), article}.join(QChar(u'\n')).trimmed());
  buildFindings();
  m_evidence->show(shown->id);
  const core::CriterionFinding now = found();
  m_fact->setPlainText(models::qtext(now.fact));
  m_article->setText(models::qtext(now.article));
  m_article->setPlaceholderText(models::qtext(shown->article));
  m_note->setText(models::qtext(now.note));
  m_fact->setReadOnly(!m_editable);
  m_article->setReadOnly(!m_editable);
  m_note->setReadOnly(!m_editable);
  const bool known = !now.by.empty();
  m_by->setText(known ? tr("%1, %2").arg(models::personName(*m_context.desk.opened.references(), now.by),
                                         models::shortMoment(now.at))
                      : QString());
  m_filling = false;
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
    connect(button, &QRadioButton::clicked, this, [this, id = finding.id] { save(id); });
  }
}

void ExaminationPage::choose(int number) {
  const core::Criterion* shown = criterion();
  if (!m_editable || shown == nullptr || number < 1 || number > static_cast<int>(shown->findings.size()))
    return;
  save(shown->findings[static_cast<std::size_t>(number) - 1].id);
  // On to the next one that is open, so that a row of keys clears the list.
  if (m_list->currentRow() + 1 < m_list->count()) m_list->setCurrentRow(m_list->currentRow() + 1);
}

void ExaminationPage::save(const std::string& finding) {
  const core::CriterionFinding now = found();
  const core::SetCriterion command{m_shown,
                                   now.finding,
                                   finding,
                                   m_fact->toPlainText().trimmed().toStdString(),
                                   m_article->text().trimmed().toStdString(),
                                   m_note->text().trimmed().toStdString()};
  const bool same = command.finding == now.finding && command.fact == now.fact &&
                    command.article == now.article && command.note == now.note;
  if (!same) m_context.desk.opened.perform(command);
}

void ExaminationPage::commit() {
  const bool sameCase = m_context.desk.opened.id() == m_shownCase && m_context.desk.opened.state() != nullptr;
  if (!m_filling && m_editable && sameCase && !m_shown.empty()) save(found().finding);
}

void ExaminationPage::meetAll() {
  const models::OpenCase& opened = m_context.desk.opened;
  if (!m_editable || opened.procedure() == nullptr) return;
  m_context.desk.opened.perform(models::meetAllOpen(*opened.state(), *opened.procedure()));
}

void ExaminationPage::begin() {
  m_list->setFocus(Qt::ShortcutFocusReason);
  const core::Procedure* procedure = m_context.desk.opened.procedure();
  if (procedure == nullptr) return;
  const auto open = models::openCriteria(*m_context.desk.opened.state(), *procedure);
  if (!open.empty()) m_list->setCurrentRow(static_cast<int>(open.front() - procedure->criteria.data()));
}

bool ExaminationPage::eventFilter(QObject* watched, QEvent* event) {
  if (watched == m_fact && event->type() == QEvent::FocusOut) commit();
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
