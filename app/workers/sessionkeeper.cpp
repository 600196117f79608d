// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workers/sessionkeeper.h"

#include "app/profile/datakey.h"
#include "app/profile/log.h"

#include <QCoreApplication>
#include <QNetworkInformation>
#include <QSysInfo>

namespace madoguchi::app {

SessionKeeper::SessionKeeper(ProfileFolder& profiles, KeyStore& keys, sync::http::ServerAddress address,
                             Options options, QObject* parent)
    : models::SessionSource(parent), m_profiles(profiles), m_keys(keys), m_address(address),
      m_options(std::move(options)), m_sync(std::move(address)) {
  // Only a hint: that none is there is learnt by trying, because a server may be nearer than the internet.
  if (!QNetworkInformation::loadBackendByFeatures(QNetworkInformation::Feature::Reachability)) return;
  connect(QNetworkInformation::instance(), &QNetworkInformation::reachabilityChanged, this,
          [this](QNetworkInformation::Reachability reachability) {
            if (reachability != QNetworkInformation::Reachability::Disconnected) m_sync.networkReturned();
          });
}

SessionKeeper::~SessionKeeper() = default;

core::UserId SessionKeeper::user() const {
  return m_state == State::SignedIn && m_client ? m_client->user() : core::UserId();
}

QString SessionKeeper::server() const {
  return m_address.url.toString();
}

void SessionKeeper::setState(State state) {
  if (m_state == state) return;
  m_state = state;
  Q_EMIT stateChanged();
}

void SessionKeeper::fail(const core::Error& error) {
  logWarning("signInFailed", core::toText(error.code));
  close();
  setState(State::SignedOut);
  Q_EMIT failed(error);
}

void SessionKeeper::close() {
  if (!m_client) return;
  Q_EMIT closing();
  m_client.reset();
}

void SessionKeeper::resume() {
  const auto user = m_profiles.lastUser();
  if (user.empty() || m_state != State::SignedOut) return;
  setState(State::SigningIn);
  const auto token = m_keys.read(m_profiles.secretName(user, "session"));
  if (!token) return fail(token.error());
  // Signed out on purpose: the next one has to say who it is.
  if (!*token) return setState(State::SignedOut);
  m_sync.setToken((*token)->toStdString());
  openProfile(user, [] {});
}

void SessionKeeper::signIn(const QString& login, const QString& password) {
  if (m_state == State::SigningIn) return;
  if (!m_client) setState(State::SigningIn);
  protocol::SignIn message;
  message.user = login.toStdString();
  message.password = password.toStdString();
  message.device = m_profiles.device();
  message.deviceName = QSysInfo::machineHostName().toStdString();
  message.client = QCoreApplication::applicationVersion().toStdString();
  const QPointer<SessionKeeper> self(this);
  m_sync.signIn(std::move(message), [self, login](const core::Result<protocol::Session>& session) {
    if (!self) return;
    if (session) return self->welcome(login, *session);
    // With a profile open this was a try to renew the session: work goes on offline.
    if (self->m_client) {
      Q_EMIT self->failed(session.error());
      return;
    }
    self->fail(session.error());
  });
}

void SessionKeeper::welcome(const QString& login, const protocol::Session& session) {
  logInfo("signedIn", session.actor.id.value);
  const auto kept = m_keys.write(m_profiles.secretName(session.actor.id, "session"),
                                 QByteArray::fromStdString(session.token));
  if (!kept) return fail(kept.error());
  m_profiles.setLast(login, session.actor.id);
  if (m_client && m_client->user() == session.actor.id) return m_client->setActor(session.actor);
  if (m_client) {
    close();
    setState(State::SigningIn);
  }
  openProfile(session.actor.id, [this, actor = session.actor] { m_client->setActor(actor); });
}

void SessionKeeper::openProfile(const core::UserId& user, std::function<void()> then) {
  const auto folder = m_profiles.userFolder(user);
  const auto key = openDataKey(m_keys, m_profiles.secretName(user, "key"), folder);
  if (!key) return fail(key.error());
  m_client = std::make_unique<Client>(m_sync, user, m_profiles.device(), m_options.appealTexts);
  m_client->open({folder, *key}, [this, then = std::move(then)](const core::Result<void>& opened) {
    if (!opened) {
      // Not here: this is the client's own event, and it is about to go.
      QMetaObject::invokeMethod(
          this, [this, error = opened.error()] { fail(error); }, Qt::QueuedConnection);
      return;
    }
    then();
    if (m_options.follow) m_client->follow(true);
    setState(State::SignedIn);
  });
}

void SessionKeeper::signOut() {
  if (!m_client) return;
  const auto user = m_client->user();
  m_sync.signOut();
  // A key store that has gone keeps a token that the server has just ended.
  static_cast<void>(m_keys.remove(m_profiles.secretName(user, "session")));
  setState(State::SignedOut);
  close();
  logInfo("signedOut", user.value);
}

} // namespace madoguchi::app
