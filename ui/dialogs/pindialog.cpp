// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/pindialog.h"

#include "models/errortext.h"
#include "ui/basics/theme.h"
#include "ui/basics/widgets.h"
#include "ui/dialogs/signature.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPointer>
#include <QVBoxLayout>

namespace madoguchi::ui {

PinDialog::PinDialog(const Context& context, QWidget* parent)
    : Dialog(parent), m_session(context.desk.ports.session),
      m_proof(new Signature(context, "choosePin", {}, this)), m_pin(new QLineEdit(this)),
      m_again(new QLineEdit(this)), m_error(errorLabel(this)),
      m_accept(primaryButton(tr("Choose this PIN"), this)) {
  setObjectName(QStringLiteral("pinDialog"));
  setWindowTitle(tr("Choose a PIN"));
  setAttribute(Qt::WA_DeleteOnClose);
  m_pin->setObjectName(QStringLiteral("newPin"));
  m_again->setObjectName(QStringLiteral("newPinAgain"));
  for (QLineEdit* field : {m_pin, m_again})
    field->setEchoMode(QLineEdit::Password);
  auto* form = new QFormLayout;
  form->setRowWrapPolicy(QFormLayout::WrapAllRows);
  form->addRow(m_session.hasPin() ? tr("PIN &until now") : tr("&Password"), m_proof);
  form->addRow(tr("&New PIN"), m_pin);
  form->addRow(tr("The same &again"), m_again);
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
  m_accept->setObjectName(QStringLiteral("accept"));
  m_accept->setDefault(true);
  buttons->addButton(m_accept, QDialogButtonBox::AcceptRole);
  auto* layout = new QVBoxLayout(this);
  layout->setSpacing(space::kMedium);
  layout->addWidget(
      mutedLabel(tr("It unlocks this PC after a break and when the server cannot be reached, and signs for "
                    "what you approve as a batch. Six characters or more; not 111111 or 123456."),
                 this));
  layout->addLayout(form);
  layout->addWidget(m_error);
  layout->addWidget(buttons);
  setMinimumWidth(em(this) * 56);
  m_error->setObjectName(QStringLiteral("pinError"));
  connect(buttons, &QDialogButtonBox::accepted, this, &PinDialog::ask);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  connect(m_proof, &Signature::typed, this, &PinDialog::check);
  connect(m_proof, &Signature::given, this, &PinDialog::choose);
  connect(m_proof, &Signature::refused, this, &PinDialog::refuse);
  m_proof->setFocus();
  check();
}

void PinDialog::check() {
  m_accept->setEnabled(m_proof->isTyped() && !m_proof->isTrying());
}

void PinDialog::refuse(const QString& reason) {
  showError(m_error, reason);
  check();
}

void PinDialog::ask() {
  showError(m_error, {});
  if (m_pin->text() != m_again->text()) {
    showError(m_error, tr("The two are not the same."));
    return m_again->setFocus();
  }
  m_proof->prove();
  check();
}

void PinDialog::choose() {
  check();
  const QPointer<PinDialog> self(this);
  const auto set = m_session.setPin(m_pin->text());
  if (!self) return; // events came meanwhile
  if (set) return accept();
  showError(m_error, set.error().code == core::ErrorCode::InvalidArgument
                         ? tr("This PIN is too short or too easy to guess.")
                         : models::errorText(set.error().code));
  m_pin->selectAll();
  m_pin->setFocus();
}

} // namespace madoguchi::ui
