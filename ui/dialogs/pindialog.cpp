// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/pindialog.h"

#include "models/errortext.h"
#include "ui/basics/theme.h"
#include "ui/basics/widgets.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QVBoxLayout>

namespace madoguchi::ui {

PinDialog::PinDialog(models::SessionSource& session, QWidget* parent)
    : Dialog(parent), m_session(session), m_pin(new QLineEdit(this)), m_again(new QLineEdit(this)),
      m_error(errorLabel(this)) {
  setObjectName(QStringLiteral("pinDialog"));
  setWindowTitle(tr("Choose a PIN"));
  setAttribute(Qt::WA_DeleteOnClose);
  m_pin->setObjectName(QStringLiteral("newPin"));
  m_again->setObjectName(QStringLiteral("newPinAgain"));
  for (QLineEdit* field : {m_pin, m_again})
    field->setEchoMode(QLineEdit::Password);
  auto* form = new QFormLayout;
  form->setRowWrapPolicy(QFormLayout::WrapAllRows);
  form->addRow(tr("&New PIN"), m_pin);
  form->addRow(tr("The same &again"), m_again);
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
  auto* accept = primaryButton(tr("Choose this PIN"), this);
  accept->setObjectName(QStringLiteral("accept"));
  accept->setDefault(true);
  buttons->addButton(accept, QDialogButtonBox::AcceptRole);
  auto* layout = new QVBoxLayout(this);
  layout->setSpacing(space::kMedium);
  layout->addWidget(
      mutedLabel(tr("It unlocks this PC after a break, and when the server cannot be reached. Six "
                    "characters or more; not 111111 or 123456."),
                 this));
  layout->addLayout(form);
  layout->addWidget(m_error);
  layout->addWidget(buttons);
  setMinimumWidth(em(this) * 56);
  connect(buttons, &QDialogButtonBox::accepted, this, &PinDialog::choose);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void PinDialog::choose() {
  if (m_pin->text() != m_again->text()) {
    showError(m_error, tr("The two are not the same."));
    return m_again->setFocus();
  }
  const auto set = m_session.setPin(m_pin->text());
  if (set) return accept();
  showError(m_error, set.error().code == core::ErrorCode::InvalidArgument
                         ? tr("This PIN is too short or too easy to guess.")
                         : models::errorText(set.error().code));
  m_pin->selectAll();
  m_pin->setFocus();
}

} // namespace madoguchi::ui
