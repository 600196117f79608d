// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/actiondialog.h"

#include "ui/basics/dayedit.h"
#include "ui/basics/theme.h"
#include "ui/basics/widgets.h"
#include "ui/dialogs/askedcommand.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace madoguchi::ui {

ActionDialog::ActionDialog(const QString& title, const QString& accept, QWidget* parent)
    : Dialog(parent), m_form(new QFormLayout), m_explanation(mutedLabel({}, this)), m_error(errorLabel(this)),
      m_accept(primaryButton(accept, this)) {
  setObjectName(QStringLiteral("actionDialog"));
  setWindowTitle(title);
  setAttribute(Qt::WA_DeleteOnClose);
  m_explanation->hide();
  m_error->setObjectName(QStringLiteral("askedError"));
  m_accept->setObjectName(QStringLiteral("accept"));
  m_accept->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return));
  m_accept->setAutoDefault(false);
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
  buttons->addButton(m_accept, QDialogButtonBox::AcceptRole);
  connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  auto* heading = titleLabel(title, this);
  scaleFont(heading, type::kTitle);
  // Not the dialog's: its height is measured for the width that its parts ask for.
  heading->setMinimumWidth(em(this) * 66);
  m_form->setRowWrapPolicy(QFormLayout::WrapAllRows);
  auto* layout = new QVBoxLayout(this);
  layout->setSpacing(space::kMedium);
  layout->addWidget(heading);
  layout->addWidget(m_explanation);
  layout->addLayout(m_form);
  layout->addWidget(m_error);
  layout->addWidget(buttons);
}

void ActionDialog::explain(const QString& text) {
  m_explanation->setText(text);
  m_explanation->show();
}

void ActionDialog::askDay(const QString& label, std::optional<core::Date> proposal) {
  m_day = new DayEdit(this);
  m_day->setObjectName(QStringLiteral("askDay"));
  m_day->setAccessibleTitle(label);
  m_day->setDay(proposal);
  m_proposedDay = m_day->text();
  m_form->addRow(label, m_day);
  connect(m_day, &DayEdit::dayChanged, this, &ActionDialog::onChanged);
  check();
}

void ActionDialog::askChoice(const QString& label, const std::vector<std::pair<QString, QString>>& choices) {
  m_choice = new QComboBox(this);
  m_choice->setObjectName(QStringLiteral("askChoice"));
  m_choice->setAccessibleName(label);
  for (const auto& [title, value] : choices)
    m_choice->addItem(title, value);
  m_form->addRow(label, m_choice);
  connect(m_choice, &QComboBox::currentIndexChanged, this, &ActionDialog::onChanged);
}

void ActionDialog::askText(const QString& label, bool needed) {
  m_text = new QPlainTextEdit(this);
  m_text->setObjectName(QStringLiteral("askText"));
  m_text->setAccessibleName(label);
  m_text->setTabChangesFocus(true);
  m_text->setMaximumHeight(fontMetrics().height() * 6);
  m_textNeeded = needed;
  m_form->addRow(needed ? label : tr("%1 (optional)").arg(label), m_text);
  connect(m_text, &QPlainTextEdit::textChanged, this, &ActionDialog::onChanged);
  m_text->setFocus();
  check();
}

void ActionDialog::perform(const Context& context, models::CaseAction action,
                           std::function<core::CommandBody(const ActionDialog&)> command) {
  m_makeCommand = std::move(command);
  m_command = new AskedCommand(context, models::nameOf(action), this);
  connect(m_command, &AskedCommand::done, this, [this] { Dialog::accept(); });
  connect(m_command, &AskedCommand::refused, this, [this](const QString& reason) {
    showError(m_error, reason);
    check();
  });
  restore();
}

void ActionDialog::accept() {
  if (m_command == nullptr) return Dialog::accept();
  if (m_command->isRunning()) return;
  showError(m_error, {});
  m_command->perform(m_makeCommand(*this));
  check();
}

void ActionDialog::reject() {
  if (m_command == nullptr || !m_command->isRunning()) Dialog::reject();
}

void ActionDialog::onChanged() {
  check();
  if (m_command == nullptr) return;
  // A proposed day is of today: another day has its own.
  core::json::object written;
  if (m_day != nullptr && m_day->text() != m_proposedDay) written["day"] = keepable(m_day->text());
  if (m_choice != nullptr && m_choice->currentIndex() > 0)
    written["choice"] = core::json::string(choice().toStdString());
  if (m_text != nullptr && !m_text->toPlainText().isEmpty())
    written["text"] = keepable(m_text->toPlainText());
  m_command->keep(written);
}

void ActionDialog::restore() {
  const core::json::object kept = m_command->kept();
  if (m_text != nullptr) m_text->setPlainText(keptText(kept, "text"));
  if (m_choice != nullptr && kept.contains("choice"))
    m_choice->setCurrentIndex(qMax(0, m_choice->findData(keptText(kept, "choice"))));
  if (m_day != nullptr && kept.contains("day")) m_day->setText(keptText(kept, "day"));
  if (m_text != nullptr) m_text->moveCursor(QTextCursor::End);
}

void ActionDialog::check() {
  const bool dayThere = m_day == nullptr || m_day->day().has_value();
  const bool textThere = m_text == nullptr || !m_textNeeded || !m_text->toPlainText().trimmed().isEmpty();
  m_accept->setEnabled(dayThere && textThere && (m_command == nullptr || !m_command->isRunning()));
}

core::Date ActionDialog::day() const {
  return m_day->day().value();
}

QString ActionDialog::choice() const {
  return m_choice->currentData().toString();
}

std::string ActionDialog::text() const {
  return m_text->toPlainText().trimmed().toStdString();
}

} // namespace madoguchi::ui
