// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/correctiondialog.h"

#include "core/clocks/legalclocks.h"
#include "models/clocktext.h"
#include "models/correctionletter.h"
#include "models/errortext.h"
#include "models/names.h"
#include "models/text.h"
#include "ui/basics/dayedit.h"
#include "ui/basics/livecells.h"
#include "ui/basics/toldchoice.h"
#include "ui/basics/widgets.h"
#include "ui/dialogs/askedcommand.h"
#include "ui/dialogs/letterdialog.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace madoguchi::ui {

namespace {

// What an item is tied to travels as "field:<pointer>" or "document:<kind>".
const QString kField = QStringLiteral("field:");
const QString kDocument = QStringLiteral("document:");
const QString kTextsKey = QStringLiteral("correction/texts");

} // namespace

CorrectionDialog::CorrectionDialog(const Context& context, QWidget* parent)
    : Dialog(parent), m_context(context), m_items(new QTableWidget(0, 2, this)), m_due(new DayEdit(this)),
      m_sum(mutedLabel({}, this)), m_texts(new QComboBox(this)),
      m_again(mutedLabel(tr("You wrote this before; it was not sent."), this)), m_error(errorLabel(this)),
      m_letter(new QPushButton(tr("Letter …"), this)), m_anew(new QPushButton(tr("Begin anew"), this)),
      m_send(primaryButton(tr("Ask for correction"), this)),
      m_command(new AskedCommand(context, QStringLiteral("correction"), this)) {
  setObjectName(QStringLiteral("correctionDialog"));
  setWindowTitle(tr("Ask for correction"));
  setAttribute(Qt::WA_DeleteOnClose);
  m_items->setObjectName(QStringLiteral("correctionItems"));
  m_items->setAccessibleName(tr("What is to be corrected"));
  m_items->setHorizontalHeaderLabels({tr("Field or document"), tr("What is to be corrected")});
  m_items->verticalHeader()->hide();
  m_items->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
  m_items->setEditTriggers(QTableWidget::AllEditTriggers);
  m_items->setTabKeyNavigation(false);
  m_items->setItemDelegate(new LiveCells(m_items));
  m_due->setObjectName(QStringLiteral("correctionDue"));
  m_due->setAccessibleTitle(tr("Due on"));
  m_sum->setObjectName(QStringLiteral("correctionSum"));
  m_send->setObjectName(QStringLiteral("accept"));
  m_send->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return));
  m_send->setAutoDefault(false);
  m_letter->setObjectName(QStringLiteral("letter"));
  m_letter->setAutoDefault(false);
  m_again->hide();
  m_error->setObjectName(QStringLiteral("askedError"));
  m_anew->setObjectName(QStringLiteral("beginAnew"));
  m_anew->setToolTip(tr("Forgets what is written here and proposes it anew."));
  m_anew->setAutoDefault(false);
  layOut();
  resize(em(this) * 110, fontMetrics().height() * 24);

  connect(m_letter, &QPushButton::clicked, this, &CorrectionDialog::showLetter);
  connect(m_anew, &QPushButton::clicked, this, &CorrectionDialog::beginAnew);
  connect(m_command, &AskedCommand::done, this, [this] { Dialog::accept(); });
  connect(m_command, &AskedCommand::refused, this, [this](const QString& reason) {
    showError(m_error, reason);
    check();
  });
  fillTexts();
  connect(m_due, &DayEdit::dayChanged, this, &CorrectionDialog::explainDue);
  proposeDue();
  proposeItems();
  restore();
  connect(m_items, &QTableWidget::cellChanged, this, &CorrectionDialog::onChanged);
  connect(m_due, &DayEdit::dayChanged, this, &CorrectionDialog::onChanged);
  m_anew->setEnabled(!m_command->kept().empty());
  check();
}

void CorrectionDialog::layOut() {
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
  buttons->addButton(m_send, QDialogButtonBox::AcceptRole);
  buttons->addButton(m_letter, QDialogButtonBox::ActionRole);
  buttons->addButton(m_anew, QDialogButtonBox::ResetRole);
  auto* layout = new QVBoxLayout(this);
  layout->setSpacing(space::kSmall);
  layout->addWidget(mutedLabel(tr("The clock stands still from today until the applicant answers."), this));
  layout->addWidget(m_again);
  layout->addWidget(m_items, 1);
  layout->addLayout(itemTools());
  layout->addWidget(titleLabel(tr("Due on"), this));
  layout->addWidget(m_due);
  layout->addWidget(m_sum);
  layout->addWidget(m_error);
  layout->addWidget(buttons);
  connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void CorrectionDialog::accept() {
  if (m_command->isRunning()) return;
  showError(m_error, {});
  m_command->perform(command());
  check();
}

void CorrectionDialog::reject() {
  if (!m_command->isRunning()) Dialog::reject();
}

core::json::array CorrectionDialog::writtenItems() const {
  core::json::array items;
  for (int row = 0; row < m_items->rowCount(); ++row) {
    const auto* target = qobject_cast<QComboBox*>(m_items->cellWidget(row, 0));
    const QTableWidgetItem* text = m_items->item(row, 1);
    // A row that is just coming is told when it is there.
    if (target == nullptr || text == nullptr) continue;
    items.emplace_back(
        core::json::object{{"target", core::json::string(target->currentData().toString().toStdString())},
                           {"text", keepable(text->text())}});
  }
  return items;
}

void CorrectionDialog::onChanged() {
  core::json::object written;
  if (core::json::array items = writtenItems(); items != m_proposedItems) written["items"] = std::move(items);
  if (m_due->text() != m_proposedDue) written["due"] = keepable(m_due->text());
  m_command->keep(written);
  m_anew->setEnabled(!written.empty());
  check();
}

void CorrectionDialog::restore() {
  const core::json::object kept = m_command->kept();
  m_again->setVisible(!kept.empty());
  if (const auto* items = kept.if_contains("items"); items != nullptr && items->is_array()) {
    m_items->setRowCount(0);
    for (const core::json::value& item : items->get_array())
      if (const auto* row = item.if_object()) addRow(keptText(*row, "target"), keptText(*row, "text"));
  }
  if (kept.contains("due")) m_due->setText(keptText(kept, "due"));
}

void CorrectionDialog::beginAnew() {
  m_items->setRowCount(0);
  proposeDue();
  proposeItems();
  m_again->hide();
  showError(m_error, {});
  onChanged();
}

QHBoxLayout* CorrectionDialog::itemTools() {
  auto* add = new QPushButton(tr("Add an item"), this);
  add->setObjectName(QStringLiteral("addItem"));
  add->setAutoDefault(false);
  auto* remove = new QPushButton(tr("Remove the item"), this);
  remove->setAutoDefault(false);
  m_texts->setObjectName(QStringLiteral("usualTexts"));
  m_texts->setAccessibleName(tr("Use a usual text for the current item"));
  m_texts->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  auto* keep = new QPushButton(tr("Keep this text"), this);
  keep->setObjectName(QStringLiteral("keepText"));
  keep->setToolTip(tr("Offers the text of the current item as a usual one from now on."));
  keep->setAutoDefault(false);
  auto* edit = new QHBoxLayout;
  edit->addWidget(add);
  edit->addWidget(remove);
  edit->addWidget(m_texts, 1);
  edit->addWidget(keep);
  connect(add, &QPushButton::clicked, this, &CorrectionDialog::addItem);
  connect(remove, &QPushButton::clicked, this, [this] {
    m_items->removeRow(m_items->currentRow());
    onChanged();
  });
  connect(m_texts, &QComboBox::activated, this, &CorrectionDialog::useText);
  connect(keep, &QPushButton::clicked, this, &CorrectionDialog::keepText);
  return edit;
}

void CorrectionDialog::fillTexts() {
  // They go to the applicant, so they are Japanese; the list shows them as they are.
  const QStringList usual{QStringLiteral("記入がありません。記入のうえ提出してください。"),
                          QStringLiteral("添付書類の記載と一致しません。確認のうえ訂正してください。"),
                          QStringLiteral("書類が不鮮明で読み取れません。再度提出してください。"),
                          QStringLiteral("有効期限が切れています。有効なものを提出してください。"),
                          QStringLiteral("添付がありません。提出してください。")};
  const QStringList own = m_context.desk.ports.preferences.value(kTextsKey).toStringList();
  m_texts->clear();
  m_texts->addItem(tr("Use a usual text …"));
  for (const QString& text : own + usual)
    m_texts->addItem(text, text);
}

void CorrectionDialog::useText(int index) {
  const int row = qMax(0, m_items->currentRow());
  if (index > 0 && row < m_items->rowCount())
    m_items->item(row, 1)->setText(m_texts->itemData(index).toString());
  m_texts->setCurrentIndex(0);
}

void CorrectionDialog::keepText() {
  const int row = qMax(0, m_items->currentRow());
  const QString text = row >= m_items->rowCount() ? QString() : m_items->item(row, 1)->text().trimmed();
  if (text.isEmpty() || m_texts->findData(text) >= 0) return;
  models::Preferences& preferences = m_context.desk.ports.preferences;
  QStringList own = preferences.value(kTextsKey).toStringList();
  own.prepend(text);
  preferences.setValue(kTextsKey, own);
  fillTexts();
}

void CorrectionDialog::showLetter() {
  const models::OpenCase& opened = m_context.opened;
  if (opened.state() == nullptr) return;
  const core::RequestCorrection asked = command();
  const core::CorrectionRound round{asked.items, asked.sentOn, asked.dueOn, {}, {}};
  (new LetterDialog(m_context, models::correctionLetter(*opened.state(), *opened.references(), round), this))
      ->open();
}

int CorrectionDialog::usualDays() const {
  const core::Procedure* procedure = m_context.opened.procedure();
  return procedure == nullptr ? 14 : qMax(1, procedure->clock.correctionDays);
}

void CorrectionDialog::proposeDue() {
  const models::OpenCase& opened = m_context.opened;
  const auto deadline = core::correctionDueOn(opened.today(), {usualDays(), core::PeriodUnit::Days},
                                              opened.references()->holidays);
  if (!deadline) return m_sum->setText(models::errorText(deadline.error().code));
  m_proposedDay = deadline->lastDay;
  m_due->setDay(m_proposedDay);
  m_proposedDue = m_due->text();
}

void CorrectionDialog::explainDue() {
  const models::OpenCase& opened = m_context.opened;
  const auto due = m_due->day();
  if (!due) return m_sum->clear();
  const auto days = static_cast<int>((*due - opened.today()).count());
  if (days < 1) return m_sum->setText(tr("The due day must be after today."));
  // The proposed one may have moved from a holiday to an office day.
  const int period = due == m_proposedDay ? usualDays() : days;
  const auto deadline =
      core::correctionDueOn(opened.today(), {period, core::PeriodUnit::Days}, opened.references()->holidays);
  if (!deadline) return m_sum->setText(models::errorText(deadline.error().code));
  QStringList lines;
  for (const models::ClockLine& line : models::clockLines(deadline->terms))
    lines << QStringList{line.when, line.what, line.days, line.article}.join(QStringLiteral("　")).trimmed();
  m_sum->setText(lines.join(QChar(u'\n')));
}

void CorrectionDialog::proposeItems() {
  const models::OpenCase& opened = m_context.opened;
  const core::CaseState& state = *opened.state();
  if (opened.procedure() != nullptr) {
    if (opened.schema() != nullptr)
      for (const core::FormError& error : opened.schema()->validate(state.form))
        addRow(kField + models::qtext(error.pointer), models::correctionText(error));
    for (const core::DocumentKind* kind : core::requiredDocuments(*opened.procedure(), state.form)) {
      const bool there =
          std::any_of(state.documents.begin(), state.documents.end(),
                      [&](const auto& document) { return document.kind == kind->id && !document.detached; });
      if (!there) addRow(kDocument + models::qtext(kind->id), models::missingDocumentText());
    }
  }
  if (m_items->rowCount() == 0) addRow({}, {});
  m_proposedItems = writtenItems();
}

QComboBox* CorrectionDialog::targetBox() const {
  auto* box = new QComboBox;
  box->setAccessibleName(tr("Field or document"));
  box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  box->addItem(tr("The whole application"), QString());
  const core::Procedure* procedure = m_context.opened.procedure();
  if (procedure == nullptr) return box;
  for (const core::DocumentKind& kind : procedure->documents)
    box->addItem(tr("Document: %1").arg(models::localText(kind.title)), kDocument + models::qtext(kind.id));
  for (const core::Section& section : procedure->layout.sections)
    for (const core::Field& field : section.fields)
      box->addItem(models::localText(field.title), kField + models::qtext(field.pointer));
  return box;
}

void CorrectionDialog::addRow(const QString& target, const QString& text) {
  const int row = m_items->rowCount();
  m_items->insertRow(row);
  QComboBox* box = targetBox();
  int index = box->findData(target);
  if (index < 0 && target.startsWith(kField)) {
    // A place in a list has an index where the layout has a star.
    const std::string pointer = target.mid(kField.size()).toStdString();
    box->addItem(models::fieldTitle(m_context.opened.procedure(), pointer), target);
    index = box->count() - 1;
  }
  box->setCurrentIndex(qMax(0, index));
  // A narrow column cuts it off.
  box->setToolTip(box->currentText());
  connect(box, &QComboBox::currentTextChanged, box, &QWidget::setToolTip);
  connect(box, &QComboBox::currentIndexChanged, this, &CorrectionDialog::onChanged);
  putChoice(m_items, row, 0, box);
  m_items->setRowHeight(row, box->sizeHint().height() + space::kTight);
  m_items->setItem(row, 1, new QTableWidgetItem(text));
}

void CorrectionDialog::addItem() {
  addRow({}, {});
  m_items->setCurrentCell(m_items->rowCount() - 1, 1);
  m_items->editItem(m_items->item(m_items->rowCount() - 1, 1));
}

void CorrectionDialog::check() {
  bool complete = m_items->rowCount() > 0 && !m_command->isRunning();
  for (int row = 0; row < m_items->rowCount(); ++row)
    if (const QTableWidgetItem* item = m_items->item(row, 1);
        item == nullptr || item->text().trimmed().isEmpty())
      complete = false;
  m_letter->setEnabled(complete && m_due->day().has_value());
  m_send->setEnabled(complete && m_due->day() && *m_due->day() > m_context.opened.today());
}

core::RequestCorrection CorrectionDialog::command() const {
  core::RequestCorrection command;
  command.sentOn = m_context.opened.today();
  command.dueOn = m_due->day().value_or(command.sentOn);
  for (int row = 0; row < m_items->rowCount(); ++row) {
    const QString target = qobject_cast<QComboBox*>(m_items->cellWidget(row, 0))->currentData().toString();
    core::CorrectionItem item;
    item.text = m_items->item(row, 1)->text().trimmed().toStdString();
    if (target.startsWith(kField)) item.pointer = target.mid(kField.size()).toStdString();
    if (target.startsWith(kDocument)) item.documentKind = target.mid(kDocument.size()).toStdString();
    command.items.push_back(item);
  }
  return command;
}

} // namespace madoguchi::ui
