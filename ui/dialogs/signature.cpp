// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/signature.h"

#include "models/errortext.h"
#include "ui/basics/widgets.h"

#include <QCoreApplication>
#include <QLineEdit>
#include <QVBoxLayout>

namespace madoguchi::ui {

namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(Signature)
};

} // namespace

Signature::Signature(const Context& context, std::string action, std::string subject, QWidget* parent)
    : QWidget(parent), m_context(context), m_action(std::move(action)), m_subject(std::move(subject)),
      m_byPin(context.desk.ports.session.hasPin()), m_line(new QLineEdit(this)) {
  m_line->setObjectName(QStringLiteral("signature"));
  m_line->setEchoMode(QLineEdit::Password);
  m_line->setAccessibleName(asked());
  setFocusProxy(m_line);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins({});
  layout->addWidget(m_line);
  if (!m_byPin)
    layout->addWidget(mutedLabel(
        tr("The server checks it. With a PIN (menu Case) you can sign without the server."), this));
  connect(m_line, &QLineEdit::textChanged, this, &Signature::typed);
  const models::SessionSource& session = context.desk.ports.session;
  connect(&session, &models::SessionSource::failed, this, &Signature::refuse);
  connect(&session, &models::SessionSource::confirmed, this, [this] {
    // Somebody may have unlocked the window meanwhile; that is no signature.
    if (!m_trying || m_row) return;
    models::DeskJournal& journal = m_context.desk.ports.journal;
    m_row = journal.nextRequest();
    journal.record(*m_row, m_action, m_subject);
  });
  const models::DeskJournal& journal = context.desk.ports.journal;
  connect(&journal, &models::DeskJournal::recorded, this, [this](quint64 request) {
    if (request != m_row) return;
    m_row.reset();
    m_trying = false;
    Q_EMIT given();
  });
  connect(&journal, &models::DeskJournal::failed, this, [this](quint64 request, const core::Error& error) {
    if (request != m_row) return;
    m_row.reset();
    m_trying = false;
    Q_EMIT refused(models::errorText(error.code));
  });
}

QString Signature::asked() const {
  return m_byPin ? tr("Your PI&N, as your signature") : tr("Your passwor&d, as your signature");
}

bool Signature::isTyped() const {
  return !m_line->text().isEmpty();
}

void Signature::prove() {
  if (m_trying) return;
  m_trying = true;
  models::SessionSource& session = m_context.desk.ports.session;
  if (m_byPin)
    session.unlock(m_line->text());
  else
    session.signIn(session.login(), m_line->text());
}

void Signature::refuse(const core::Error& error) {
  if (!m_trying || m_row) return;
  m_trying = false;
  const bool byPin = m_byPin;
  // After too many tries the PIN opens nothing any more.
  m_byPin = m_context.desk.ports.session.hasPin();
  m_line->clear();
  m_line->setAccessibleName(asked());
  m_line->setFocus();
  Q_EMIT refused(proofFailure(error, byPin));
}

QString proofFailure(const core::Error& error, bool byPin) {
  if (error.code == core::ErrorCode::NotSignedIn)
    return Say::tr(
        "The time for which this PC may work without the server has ended. Sign in with your password.");
  if (byPin && error.code == core::ErrorCode::WrongCredentials) return Say::tr("The PIN is wrong.");
  if (byPin && error.code == core::ErrorCode::TooManyAttempts)
    return Say::tr("The PIN was wrong too often. Sign in with your password.");
  return models::errorText(error.code);
}

} // namespace madoguchi::ui
