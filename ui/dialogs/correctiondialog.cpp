// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/correctiondialog.h"

#include "core/clocks/legalclocks.h"
#include "models/clocktext.h"
#include "models/correctionletter.h"
#include "models/errortext.h"
#include "models/text.h"
#include "ui/basics/dayedit.h"
#include "ui/basics/widgets.h"
#include "ui/dialogs/askedcommand.h"
#include "ui/dialogs/correctionitems.h"
#include "ui/dialogs/letterdialog.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace madoguchi::ui {

namespace {

const QString kTextsKey = QStringLiteral("correction/texts");

} // namespace

CorrectionDialog::CorrectionDialog(const Context& context, QWidget* parent)
    : Dialog(parent), m_context(context), m_items(new CorrectionItems(context.opened, this)),
      m_due(new DayEdit(this)), m_sum(mutedLabel({}, this)), m_texts(new QComboBox(this)),
      m_again(mutedLabel(tr("You wrote this before; it was not sent."), this)), m_error(errorLabel(this)),
      m_letter(new QPushButton(tr("Letter …"), this)), m_anew(new QPushButton(tr("Begin anew"), this)),
      m_send(primaryButton(tr("Ask for correction"), this)),
      m_command(new AskedCommand(context, QStringLiteral("correction"), this)) {
  setObjectName(QStringLiteral("correctionDialog"));
  setWindowTitle(tr("Ask for correction"));
  setAttribute(Qt::WA_DeleteOnClose);
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
  connect(m_due, &DayEdit::dayChanged, this, [this] {
    m_items->setDue(m_due->day());
    explainDue();
  });
  proposeDue();
  proposeItems();
  restore();
  connect(m_items, &CorrectionItems::changed, this, &CorrectionDialog::onChanged);
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

void CorrectionDialog::onChanged() {
  core::json::object written;
  if (core::json::array items = m_items->written(); items != m_proposedItems)
    written["items"] = std::move(items);
  if (m_due->text() != m_proposedDue) written["due"] = keepable(m_due->text());
  m_command->keep(written);
  m_anew->setEnabled(!written.empty());
  check();
}

void CorrectionDialog::restore() {
  const core::json::object kept = m_command->kept();
  m_again->setVisible(!kept.empty());
  if (const auto* items = kept.if_contains("items"); items != nullptr && items->is_array())
    m_items->restore(items->get_array());
  if (kept.contains("due")) m_due->setText(keptText(kept, "due"));
}

void CorrectionDialog::beginAnew() {
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
  connect(add, &QPushButton::clicked, m_items, &CorrectionItems::addEmpty);
  connect(remove, &QPushButton::clicked, this, [this] {
    m_items->removeRow(m_items->currentRow());
    onChanged();
  });
  connect(m_texts, &QComboBox::activated, this, &CorrectionDialog::useText);
  connect(keep, &QPushButton::clicked, this, &CorrectionDialog::keepText);
  return edit;
}

void CorrectionDialog::fillTexts() {
  const QStringList own = m_context.desk.ports.preferences.value(kTextsKey).toStringList();
  m_usual = models::usualTexts(m_context.opened.procedure(), own);
  m_texts->clear();
  m_texts->addItem(tr("Use a usual text …"));
  for (std::size_t i = 0; i < m_usual.size(); ++i) {
    if (i > 0 && m_usual[i].origin != m_usual[i - 1].origin) m_texts->insertSeparator(m_texts->count());
    m_texts->addItem(m_usual[i].title, static_cast<int>(i));
    m_texts->setItemData(m_texts->count() - 1, m_usual[i].help, Qt::ToolTipRole);
  }
}

void CorrectionDialog::useText(int index) {
  const QVariant usual = m_texts->itemData(index);
  if (usual.isValid()) m_items->use(m_usual[static_cast<std::size_t>(usual.toInt())]);
  m_texts->setCurrentIndex(0);
}

void CorrectionDialog::keepText() {
  const QString text = m_items->currentText();
  const bool isKnown = std::any_of(m_usual.begin(), m_usual.end(), [&text](const models::UsualText& usual) {
    return models::qtext(usual.text) == text;
  });
  if (text.isEmpty() || isKnown) return;
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
  m_items->clearItems();
  if (opened.procedure() != nullptr) {
    const core::CaseState& state = *opened.state();
    const auto errors =
        opened.schema() == nullptr ? std::vector<core::FormError>() : opened.schema()->validate(state.form);
    for (const core::CorrectionItem& item : models::proposedItems(state, *opened.procedure(), errors))
      m_items->add(item);
  }
  if (m_items->rowCount() == 0) m_items->add({});
  m_proposedItems = m_items->written();
}

void CorrectionDialog::check() {
  const bool complete = m_items->isComplete() && !m_command->isRunning();
  m_letter->setEnabled(complete && m_due->day().has_value());
  m_send->setEnabled(complete && m_due->day() && *m_due->day() > m_context.opened.today());
}

core::RequestCorrection CorrectionDialog::command() const {
  core::RequestCorrection command;
  command.sentOn = m_context.opened.today();
  command.dueOn = m_due->day().value_or(command.sentOn);
  command.items = m_items->items();
  return command;
}

} // namespace madoguchi::ui
