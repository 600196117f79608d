// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/casepages/drafteditor.h"

#include "models/labels.h"
#include "models/text.h"
#include "ui/basics/livecells.h"
#include "ui/basics/toldchoice.h"
#include "ui/basics/widgets.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QComboBox>
#include <QHeaderView>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <QTableWidget>
#include <QVBoxLayout>

#include <utility>

namespace madoguchi::ui {

namespace {

constexpr core::Outcome kOutcomes[] = {core::Outcome::Granted, core::Outcome::GrantedWithConditions,
                                       core::Outcome::Refused, core::Outcome::Dismissed};

enum ReasonColumn { kCriterion, kFact, kArticle };

} // namespace

DraftEditor::DraftEditor(const Context& context, QWidget* parent)
    : QWidget(parent), m_context(context), m_outcome(new QButtonGroup(this)), m_read(valueLabel({}, this)),
      m_conditionPart(new QWidget(this)), m_usual(new QComboBox(m_conditionPart)),
      m_conditions(new QPlainTextEdit(m_conditionPart)), m_reasonPart(new QWidget(this)),
      m_reasons(new QTableWidget(0, 3, m_reasonPart)),
      m_remarksTitle(titleLabel(tr("Remarks for the approvers"), this)), m_remarks(new QPlainTextEdit(this)),
      m_important(new QCheckBox(tr("Important matter"), this)),
      m_unusual(new QCheckBox(tr("Unusual matter"), this)) {
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins({});
  layout->setSpacing(space::kSmall);
  buildOutcomes();
  buildConditions();
  buildReasons();
  layout->addWidget(m_conditionPart);
  layout->addWidget(m_reasonPart);
  m_remarks->setObjectName(QStringLiteral("remarks"));
  m_remarks->setAccessibleName(tr("Remarks for the approvers"));
  m_remarks->setTabChangesFocus(true);
  m_remarks->setMaximumHeight(fontMetrics().height() * 4);
  layout->addWidget(m_remarksTitle);
  layout->addWidget(m_remarks);
  m_important->setObjectName(QStringLiteral("important"));
  m_unusual->setObjectName(QStringLiteral("unusual"));
  for (QCheckBox* flag : {m_important, m_unusual}) {
    flag->setToolTip(tr("Nobody decides it for an absent decider."));
    layout->addWidget(flag);
    connect(flag, &QCheckBox::clicked, this, &DraftEditor::touch);
  }
  connect(m_remarks, &QPlainTextEdit::textChanged, this, &DraftEditor::touch);
}

void DraftEditor::buildOutcomes() {
  layout()->addWidget(titleLabel(tr("Outcome"), this));
  for (const core::Outcome outcome : kOutcomes) {
    auto* button = new QRadioButton(models::label(outcome), this);
    button->setObjectName(QStringLiteral("outcome%1").arg(static_cast<int>(outcome)));
    m_outcome->addButton(button, static_cast<int>(outcome));
    layout()->addWidget(button);
  }
  m_read->setObjectName(QStringLiteral("outcomeRead"));
  layout()->addWidget(m_read);
  connect(m_outcome, &QButtonGroup::idClicked, this, [this] {
    showParts();
    touch();
  });
}

void DraftEditor::buildConditions() {
  auto* box = new QVBoxLayout(m_conditionPart);
  box->setContentsMargins({});
  box->addWidget(titleLabel(tr("Conditions, one on each line"), m_conditionPart));
  m_usual->setObjectName(QStringLiteral("usualConditions"));
  m_usual->setAccessibleName(tr("Add a usual condition"));
  m_usual->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  box->addWidget(m_usual);
  m_conditions->setObjectName(QStringLiteral("conditions"));
  m_conditions->setAccessibleName(tr("Conditions, one on each line"));
  m_conditions->setTabChangesFocus(true);
  m_conditions->setMaximumHeight(fontMetrics().height() * 6);
  box->addWidget(m_conditions);
  connect(m_conditions, &QPlainTextEdit::textChanged, this, &DraftEditor::touch);
  connect(m_usual, &QComboBox::activated, this, [this](int index) {
    if (index > 0) m_conditions->appendPlainText(m_usual->itemData(index).toString());
    m_usual->setCurrentIndex(0);
  });
}

void DraftEditor::buildReasons() {
  auto* box = new QVBoxLayout(m_reasonPart);
  box->setContentsMargins({});
  box->addWidget(titleLabel(tr("Reasons"), m_reasonPart));
  box->addWidget(
      mutedLabel(tr("Each reason names a criterion that is not met, the fact, and the article. The "
                    "article alone is not enough."),
                 m_reasonPart));
  m_reasons->setObjectName(QStringLiteral("reasons"));
  m_reasons->setAccessibleName(tr("Reasons"));
  m_reasons->setHorizontalHeaderLabels({tr("Criterion"), tr("Fact"), tr("Article")});
  m_reasons->verticalHeader()->hide();
  m_reasons->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
  m_reasons->setTabKeyNavigation(false);
  m_reasons->setItemDelegate(new LiveCells(m_reasons));
  m_reasons->setWordWrap(true);
  m_reasons->setMinimumHeight(fontMetrics().height() * 7);
  box->addWidget(m_reasons);
  auto* add = new QPushButton(tr("Add a reason"), m_reasonPart);
  add->setObjectName(QStringLiteral("addReason"));
  auto* remove = new QPushButton(tr("Remove the reason"), m_reasonPart);
  auto* buttons = new QHBoxLayout;
  buttons->addWidget(add);
  buttons->addWidget(remove);
  buttons->addStretch(1);
  box->addLayout(buttons);
  connect(add, &QPushButton::clicked, this, [this] {
    addReason({});
    touch();
  });
  connect(remove, &QPushButton::clicked, this, [this] {
    m_reasons->removeRow(m_reasons->currentRow());
    touch();
  });
  connect(m_reasons, &QTableWidget::cellChanged, this, &DraftEditor::touch);
}

void DraftEditor::addReason(const core::Reason& reason) {
  // A row that is half there is nothing to look at.
  const bool filling = std::exchange(m_filling, true);
  const int row = m_reasons->rowCount();
  m_reasons->insertRow(row);
  auto* criterion = new QComboBox;
  criterion->setAccessibleName(tr("Criterion"));
  criterion->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  for (const core::Criterion& known : m_procedure->criteria)
    criterion->addItem(models::localText(known.title), models::qtext(known.id.value));
  criterion->setCurrentIndex(qMax(0, criterion->findData(models::qtext(reason.criterion.value))));
  criterion->setEnabled(m_editable);
  connect(criterion, &QComboBox::currentIndexChanged, this, &DraftEditor::touch);
  putChoice(m_reasons, row, kCriterion, criterion);
  m_reasons->setItem(row, kFact, new QTableWidgetItem(models::qtext(reason.fact)));
  m_reasons->setItem(row, kArticle, new QTableWidgetItem(models::qtext(reason.article)));
  m_reasons->resizeRowsToContents();
  m_filling = filling;
}

void DraftEditor::show(const core::DraftDecision& draft, const core::Procedure& procedure, bool editable) {
  m_filling = true;
  m_procedure = &procedure;
  m_baseDraft = draft.baseDraft;
  m_editable = editable;
  m_outcome->button(static_cast<int>(draft.outcome))->setChecked(true);
  QStringList conditions;
  for (const std::string& condition : draft.conditions)
    conditions << models::qtext(condition);
  m_conditions->setPlainText(conditions.join(QChar(u'\n')));
  m_usual->clear();
  m_usual->addItem(tr("Add a usual condition …"));
  for (const core::LocalText& usual : procedure.notices.usualConditions)
    m_usual->addItem(models::localText(usual), models::qtext(usual.ja));
  m_usual->setVisible(editable && m_usual->count() > 1);
  m_reasons->setRowCount(0);
  for (const core::Reason& reason : draft.reasons)
    addReason(reason);
  m_reasons->setEditTriggers(editable ? QTableWidget::AllEditTriggers : QTableWidget::NoEditTriggers);
  m_remarks->setPlainText(models::qtext(draft.remarks));
  m_important->setChecked(draft.important);
  m_unusual->setChecked(draft.unusual);
  for (QPlainTextEdit* edit : {m_conditions, m_remarks})
    edit->setReadOnly(!editable);
  for (QPushButton* button : m_reasonPart->findChildren<QPushButton*>())
    button->setVisible(editable);
  showToRead(draft);
  m_filling = false;
  m_modified = false;
  showParts();
}

void DraftEditor::showToRead(const core::DraftDecision& draft) {
  // Who cannot choose reads what was chosen, and is not shown greyed what was not.
  QStringList chosen{models::label(draft.outcome)};
  for (const auto& [flag, isOn] :
       {std::pair(m_important, draft.important), std::pair(m_unusual, draft.unusual)})
    if (isOn) chosen << flag->text();
  m_read->setText(chosen.join(QChar(u'\n')));
  m_read->setVisible(!m_editable);
  for (QAbstractButton* button : m_outcome->buttons())
    button->setVisible(m_editable);
  for (QCheckBox* flag : {m_important, m_unusual})
    flag->setVisible(m_editable);
  const bool remarks = m_editable || !draft.remarks.empty();
  m_remarksTitle->setVisible(remarks);
  m_remarks->setVisible(remarks);
}

core::DraftDecision DraftEditor::draft() const {
  core::DraftDecision draft;
  draft.baseDraft = m_baseDraft;
  draft.outcome = static_cast<core::Outcome>(m_outcome->checkedId());
  if (draft.outcome == core::Outcome::GrantedWithConditions)
    for (const QString& line : m_conditions->toPlainText().split(QChar(u'\n')))
      if (!line.trimmed().isEmpty()) draft.conditions.push_back(line.trimmed().toStdString());
  if (draft.outcome == core::Outcome::Refused || draft.outcome == core::Outcome::Dismissed)
    for (int row = 0; row < m_reasons->rowCount(); ++row) {
      const auto* criterion = qobject_cast<QComboBox*>(m_reasons->cellWidget(row, kCriterion));
      draft.reasons.push_back({core::CriterionId(criterion->currentData().toString().toStdString()),
                               m_reasons->item(row, kFact)->text().trimmed().toStdString(),
                               m_reasons->item(row, kArticle)->text().trimmed().toStdString()});
    }
  draft.remarks = m_remarks->toPlainText().trimmed().toStdString();
  draft.important = m_important->isChecked();
  draft.unusual = m_unusual->isChecked();
  return draft;
}

QString DraftEditor::written() const {
  core::json::object all;
  all["base"] = m_baseDraft;
  all["outcome"] = m_outcome->checkedId();
  all["conditions"] = core::json::string(m_conditions->toPlainText().toStdString());
  all["remarks"] = core::json::string(m_remarks->toPlainText().toStdString());
  all["important"] = m_important->isChecked();
  all["unusual"] = m_unusual->isChecked();
  core::json::array reasons;
  for (int row = 0; row < m_reasons->rowCount(); ++row) {
    const auto* criterion = qobject_cast<QComboBox*>(m_reasons->cellWidget(row, kCriterion));
    core::json::array reason;
    for (const QString& part : {criterion->currentData().toString(), m_reasons->item(row, kFact)->text(),
                                m_reasons->item(row, kArticle)->text()})
      reason.emplace_back(core::json::string(part.toStdString()));
    reasons.emplace_back(std::move(reason));
  }
  all["reasons"] = std::move(reasons);
  return models::qtext(core::canonicalJson(all));
}

void DraftEditor::restore(const QString& written) {
  const auto value = core::parseJson(written.toStdString());
  const auto* all = value ? value->if_object() : nullptr;
  if (all == nullptr || m_procedure == nullptr) return;
  const auto text = [all](const char* name) {
    const auto* found = all->if_contains(name);
    return found != nullptr && found->is_string() ? models::qtext(std::string(found->get_string()))
                                                  : QString();
  };
  const auto number = [all](const char* name) {
    const auto* found = all->if_contains(name);
    return found != nullptr && found->is_int64() ? static_cast<int>(found->get_int64()) : -1;
  };
  const auto flag = [all](const char* name) {
    const auto* found = all->if_contains(name);
    return found != nullptr && found->is_bool() && found->get_bool();
  };
  m_filling = true;
  m_baseDraft = qMax(0, number("base"));
  if (QAbstractButton* button = m_outcome->button(number("outcome"))) button->setChecked(true);
  m_conditions->setPlainText(text("conditions"));
  m_remarks->setPlainText(text("remarks"));
  m_important->setChecked(flag("important"));
  m_unusual->setChecked(flag("unusual"));
  m_reasons->setRowCount(0);
  const auto* reasons = all->if_contains("reasons");
  if (reasons != nullptr && reasons->is_array())
    for (const core::json::value& reason : reasons->get_array()) {
      std::vector<std::string> parts;
      if (reason.is_array())
        for (const core::json::value& part : reason.get_array())
          if (part.is_string()) parts.emplace_back(part.get_string());
      if (parts.size() == 3) addReason({core::CriterionId(parts[0]), parts[1], parts[2]});
    }
  m_filling = false;
  showParts();
  touch();
}

void DraftEditor::rebase(int version) {
  m_baseDraft = version;
  touch();
}

void DraftEditor::showParts() {
  const auto outcome = static_cast<core::Outcome>(m_outcome->checkedId());
  m_conditionPart->setVisible(outcome == core::Outcome::GrantedWithConditions);
  m_reasonPart->setVisible(outcome == core::Outcome::Refused || outcome == core::Outcome::Dismissed);
}

void DraftEditor::focusFirst() {
  if (QAbstractButton* button = m_outcome->checkedButton(); m_editable && button != nullptr)
    button->setFocus(Qt::ShortcutFocusReason);
}

void DraftEditor::touch() {
  if (m_filling) return;
  m_modified = true;
  Q_EMIT modified();
}

} // namespace madoguchi::ui
