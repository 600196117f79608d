// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/work/signinpage.h"

#include "models/errortext.h"
#include "ui/basics/icons.h"
#include "ui/basics/widgets.h"

#include <QFormLayout>
#include <QLineEdit>
#include <QVBoxLayout>

namespace madoguchi::ui {

SignInPage::SignInPage(models::SessionSource& session, const Theme& theme, QWidget* parent)
    : QWidget(parent), m_session(session), m_login(new QLineEdit(this)), m_password(new QLineEdit(this)),
      m_error(errorLabel(this)), m_signIn(primaryButton(tr("Sign in"), this)) {
  auto* sign = new QLabel(this);
  sign->setPixmap(icon(QStringLiteral("madoguchi"), theme.colours().accent).pixmap(48, 48));
  auto* name = titleLabel(tr("Madoguchi"), this);
  scaleFont(name, type::kDisplay);
  m_login->setObjectName(QStringLiteral("login"));
  m_login->setText(session.login());
  m_password->setObjectName(QStringLiteral("password"));
  m_password->setEchoMode(QLineEdit::Password);
  m_signIn->setObjectName(QStringLiteral("signIn"));
  m_error->setObjectName(QStringLiteral("signInError"));

  auto* form = new QFormLayout;
  form->setRowWrapPolicy(QFormLayout::WrapAllRows);
  form->addRow(tr("&Login"), m_login);
  form->addRow(tr("&Password"), m_password);
  auto* card = new QFrame(this);
  setRole(card, QStringLiteral("card"));
  card->setFixedWidth(em(this) * 56);
  auto* box = new QVBoxLayout(card);
  box->setContentsMargins(space::kLarge, space::kLarge, space::kLarge, space::kLarge);
  box->setSpacing(space::kMedium);
  auto* head = new QHBoxLayout;
  head->addWidget(sign);
  head->addWidget(name, 1);
  box->addLayout(head);
  box->addWidget(mutedLabel(tr("Server: %1").arg(session.server()), card));
  box->addLayout(form);
  box->addWidget(m_error);
  box->addWidget(m_signIn);
  auto* layout = new QVBoxLayout(this);
  layout->addStretch(1);
  layout->addWidget(card, 0, Qt::AlignHCenter);
  layout->addStretch(2);
  setFocusProxy(m_login->text().isEmpty() ? m_login : m_password);

  connect(m_signIn, &QPushButton::clicked, this, &SignInPage::signIn);
  connect(m_password, &QLineEdit::returnPressed, this, &SignInPage::signIn);
  connect(m_login, &QLineEdit::returnPressed, m_password, qOverload<>(&QWidget::setFocus));
  connect(&session, &models::SessionSource::stateChanged, this, &SignInPage::refresh);
  connect(&session, &models::SessionSource::failed, this, [this](const core::Error& error) {
    showError(m_error, models::errorText(error.code));
    m_password->selectAll();
    m_password->setFocus();
  });
  refresh();
}

void SignInPage::signIn() {
  showError(m_error, {});
  if (m_login->text().isEmpty()) return m_login->setFocus();
  m_session.signIn(m_login->text(), m_password->text());
}

void SignInPage::refresh() {
  const auto state = m_session.state();
  const bool busy = state == models::SessionSource::State::SigningIn;
  for (QWidget* widget : std::initializer_list<QWidget*>{m_login, m_password, m_signIn})
    widget->setEnabled(!busy);
  m_signIn->setText(busy ? tr("Signing in …") : tr("Sign in"));
  if (state == models::SessionSource::State::SignedIn) m_password->clear();
}

} // namespace madoguchi::ui
