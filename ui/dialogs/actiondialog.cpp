// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/actiondialog.h"

#include "core/text/mynumber.h"
#include "models/errortext.h"
#include "ui/basics/dayedit.h"
#include "ui/basics/theme.h"
#include "ui/basics/widgets.h"
#include "ui/dialogs/askedcommand.h"
#include "ui/dialogs/signature.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QPlainTextEdit>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace madoguchi::ui {

ActionDialog::ActionDialog(const QString& title, const QString& accept, QWidget* parent)
    : Dialog(parent), m_layout(new QVBoxLayout(this)), m_form(new QFormLayout),
      m_explanation(mutedLabel({}, this)), m_error(errorLabel(this)), m_accept(primaryButton(accept, this)) {
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
  m_layout->setSpacing(space::kMedium);
  m_layout->addWidget(heading);
  m_layout->addWidget(m_explanation);
  m_layout->addLayout(m_form);
  m_layout->addWidget(m_error);
  m_layout->addWidget(buttons);
}

void ActionDialog::explain(const QString& text) {
  m_explanation->setText(text);
  m_explanation->show();
}

void ActionDialog::list(const QString& html) {
  auto* listed = new QTextBrowser(this);
  listed->setObjectName(QStringLiteral("askedList"));
  listed->setAccessibleName(windowTitle());
  listed->setOpenLinks(false);
  listed->setTabChangesFocus(true);
  listed->setHtml(html);
  // What a dialog has too little room for, such as an error that comes later, is taken from it.
  listed->setMinimumHeight(fontMetrics().height() * 5);
  m_layout->insertWidget(m_layout->indexOf(m_explanation) + 1, listed, 1);
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

void ActionDialog::askSignature(const Context& context, std::string action, std::string subject) {
  m_signature = new Signature(context, std::move(action), std::move(subject), this);
  m_form->addRow(m_signature->asked(), m_signature);
  connect(m_signature, &Signature::typed, this, &ActionDialog::check);
  connect(m_signature, &Signature::given, this, [this] { Dialog::accept(); });
  connect(m_signature, &Signature::refused, this, [this](const QString& reason) {
    if (auto* label = qobject_cast<QLabel*>(m_form->labelForField(m_signature)))
      label->setText(m_signature->asked());
    showError(m_error, reason);
    check();
  });
  m_signature->setFocus();
  check();
}

void ActionDialog::keepAs(const Context& context, const core::CaseId& place, const QString& name,
                          const QString& proposal) {
  m_words.emplace(context.desk.ports.drafts, place, name);
  const core::json::object kept = m_words->kept();
  if (m_text != nullptr && kept.empty()) m_text->setPlainText(proposal);
  restore(kept);
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
  restore(m_command->kept());
}

void ActionDialog::accept() {
  if (m_signature != nullptr) {
    if (!m_accept->isEnabled()) return;
    showError(m_error, {});
    m_signature->prove();
    return check();
  }
  if (m_words && m_text != nullptr && core::findMyNumber(text()))
    return showError(m_error, models::errorText(core::ErrorCode::MyNumberFound));
  if (m_command == nullptr) {
    Dialog::accept();
    // Not before: whoever asked has it now, and there is no moment at which nobody keeps it.
    if (m_words) m_words->keep({});
    return;
  }
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
  if (m_command != nullptr) m_command->keep(written());
  if (m_words) m_words->keep(written());
}

core::json::object ActionDialog::written() const {
  // A proposed day is of today: another day has its own.
  core::json::object written;
  if (m_day != nullptr && m_day->text() != m_proposedDay) written["day"] = keepable(m_day->text());
  if (m_choice != nullptr && m_choice->currentIndex() > 0)
    written["choice"] = core::json::string(choice().toStdString());
  if (m_text != nullptr && !m_text->toPlainText().isEmpty())
    written["text"] = keepable(m_text->toPlainText());
  return written;
}

void ActionDialog::restore(const core::json::object& kept) {
  if (m_text != nullptr && kept.contains("text")) m_text->setPlainText(keptText(kept, "text"));
  if (m_choice != nullptr && kept.contains("choice"))
    m_choice->setCurrentIndex(qMax(0, m_choice->findData(keptText(kept, "choice"))));
  if (m_day != nullptr && kept.contains("day")) m_day->setText(keptText(kept, "day"));
  if (m_text != nullptr) m_text->moveCursor(QTextCursor::End);
}

void ActionDialog::check() {
  const bool dayThere = m_day == nullptr || m_day->day().has_value();
  const bool textThere = m_text == nullptr || !m_textNeeded || !m_text->toPlainText().trimmed().isEmpty();
  const bool running = m_command != nullptr && m_command->isRunning();
  const bool signable = m_signature == nullptr || (m_signature->isTyped() && !m_signature->isTrying());
  m_accept->setEnabled(dayThere && textThere && signable && !running);
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
