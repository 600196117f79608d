// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/work/signinpage.h"

#include "ui/basics/icons.h"
#include "ui/basics/keys.h"
#include "ui/basics/passfocus.h"
#include "ui/basics/widgets.h"
#include "ui/dialogs/signature.h"

#include <QFormLayout>
#include <QLineEdit>
#include <QShortcut>
#include <QVBoxLayout>

namespace madoguchi::ui {

SignInPage::SignInPage(models::SessionSource& session, const Theme& theme, QWidget* parent, Purpose purpose)
    : QWidget(parent), m_session(session), m_purpose(purpose), m_pin(new QLineEdit(this)),
      m_unlock(primaryButton(tr("Unlock"), this)), m_login(new QLineEdit(this)),
      m_password(new QLineEdit(this)), m_error(errorLabel(this)),
      m_signIn(purpose == Purpose::Unlock && session.hasPin() ? new QPushButton(this)
                                                              : primaryButton({}, this)) {
  m_pin->setObjectName(QStringLiteral("pin"));
  m_pin->setEchoMode(QLineEdit::Password);
  m_unlock->setObjectName(QStringLiteral("unlock"));
  m_login->setObjectName(QStringLiteral("login"));
  m_login->setText(session.login());
  // Whoever comes next signs this one out first, by the same page.
  m_password->setObjectName(QStringLiteral("password"));
  m_password->setEchoMode(QLineEdit::Password);
  m_signIn->setObjectName(QStringLiteral("signIn"));
  m_error->setObjectName(QStringLiteral("signInError"));
  auto* layout = new QVBoxLayout(this);
  layout->addStretch(1);
  layout->addWidget(card(theme), 0, Qt::AlignHCenter);
  layout->addStretch(2);
  QWidget* first = session.hasPin() ? m_pin : m_login->text().isEmpty() ? m_login : m_password;
  passFocusOn(this, first);
  first->setFocus();

  connect(m_unlock, &QPushButton::clicked, this, &SignInPage::unlock);
  connect(m_pin, &QLineEdit::returnPressed, this, &SignInPage::unlock);
  connect(m_signIn, &QPushButton::clicked, this, &SignInPage::signIn);
  connect(m_password, &QLineEdit::returnPressed, this, &SignInPage::signIn);
  connect(m_login, &QLineEdit::returnPressed, m_password, qOverload<>(&QWidget::setFocus));
  connect(&session, &models::SessionSource::stateChanged, this, &SignInPage::refresh);
  connect(&session, &models::SessionSource::failed, this, &SignInPage::showFailure);
  refresh();
}

QFrame* SignInPage::card(const Theme& theme) {
  auto* sign = new QLabel(this);
  sign->setPixmap(icon(QStringLiteral("madoguchi"), theme.colours().accent).pixmap(48, 48));
  auto* name = titleLabel(m_purpose == Purpose::Unlock ? tr("Locked") : tr("Madoguchi"), this);
  scaleFont(name, type::kDisplay);
  auto* framed = new QFrame(this);
  setRole(framed, QStringLiteral("card"));
  framed->setFixedWidth(em(this) * 56);
  auto* box = new QVBoxLayout(framed);
  box->setContentsMargins(space::kLarge, space::kLarge, space::kLarge, space::kLarge);
  box->setSpacing(space::kMedium);
  auto* head = new QHBoxLayout;
  head->addWidget(sign);
  head->addWidget(name, 1);
  box->addLayout(head);
  box->addWidget(mutedLabel(tr("Server: %1").arg(m_session.server()), framed));
  if (m_session.hasPin()) {
    auto* offline = new QFormLayout;
    offline->setRowWrapPolicy(QFormLayout::WrapAllRows);
    offline->addRow(tr("P&IN of %1").arg(m_session.login()), m_pin);
    box->addLayout(offline);
    box->addWidget(m_unlock);
    box->addWidget(line(framed));
  } else {
    m_pin->hide();
    m_unlock->hide();
  }
  auto* form = new QFormLayout;
  form->setRowWrapPolicy(QFormLayout::WrapAllRows);
  form->addRow(tr("&Login"), m_login);
  form->addRow(tr("&Password"), m_password);
  box->addLayout(form);
  box->addWidget(m_error);
  box->addWidget(m_signIn);
  if (m_purpose == Purpose::SignIn && parentWidget() == nullptr) addTraining(*box);
  return framed;
}

void SignInPage::addTraining(QVBoxLayout& box) {
  const QKeySequence key(Qt::Key_F9);
  auto* practise = linkButton(withKey(tr("Practice office without a server"), key), this);
  practise->setObjectName(QStringLiteral("practise"));
  practise->setToolTip(tr("Made-up cases on this PC alone. Nothing here ever reaches the server."));
  box.addWidget(practise, 0, Qt::AlignLeft);
  connect(practise, &QPushButton::clicked, this, &SignInPage::trainingWanted);
  connect(new QShortcut(key, this), &QShortcut::activated, this, &SignInPage::trainingWanted);
}

void SignInPage::signIn() {
  showError(m_error, {});
  if (m_login->text().isEmpty()) return m_login->setFocus();
  m_byPin = false;
  m_session.signIn(m_login->text(), m_password->text());
}

void SignInPage::unlock() {
  showError(m_error, {});
  m_byPin = true;
  m_session.unlock(m_pin->text());
}

void SignInPage::showFailure(const core::Error& error) {
  QLineEdit* field = m_byPin && m_session.hasPin() ? m_pin : m_password;
  m_pin->setEnabled(m_session.hasPin());
  m_unlock->setEnabled(m_session.hasPin());
  showError(m_error, proofFailure(error, m_byPin));
  field->selectAll();
  field->setFocus();
}

void SignInPage::refresh() {
  const auto state = m_session.state();
  const bool busy = state == models::SessionSource::State::SigningIn;
  for (QWidget* widget : std::initializer_list<QWidget*>{m_login, m_password, m_signIn, m_pin, m_unlock})
    widget->setEnabled(!busy);
  m_signIn->setText(busy ? tr("Signing in …") : tr("Sign in"));
  if (state == models::SessionSource::State::SignedIn) m_password->clear();
}

} // namespace madoguchi::ui
