// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workers/sessionkeeper.h"

#include "app/profile/log.h"
#include "app/profile/sealedwork.h"
#include "app/workers/elsewhere.h"

#include <QCoreApplication>
#include <QFile>
#include <QNetworkInformation>
#include <QSysInfo>

#include <algorithm>

namespace madoguchi::app {

namespace {

// A session that the user ended: the server answers only whether the cache may stay.
constexpr const char* kNoSession = "none";

} // namespace

SessionKeeper::SessionKeeper(ProfileFolder& profiles, KeyStore& keys, sync::http::ServerAddress address,
                             Options options, QObject* parent)
    : models::SessionSource(parent), m_profiles(profiles), m_keys(keys), m_address(address),
      m_options(std::move(options)), m_sync(std::move(address)) {
  connect(&m_sync, &SyncWorker::statusChanged, this, &SessionKeeper::watchStatus);
  connect(&m_minute, &QTimer::timeout, this, &SessionKeeper::checkLease);
  m_minute.start(std::chrono::minutes(1));
}

void SessionKeeper::watchNetwork() {
  if (std::exchange(m_watchesNetwork, true)) return;
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

std::unique_ptr<ProfileKeys> SessionKeeper::keysOf(const core::UserId& user) const {
  auto keys = std::make_unique<ProfileKeys>(m_keys, m_profiles.secretName(user, "key"),
                                            m_profiles.userFolder(user), m_options.pinCost);
  keys->pay(elsewhere);
  return keys;
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
  m_opened.reset();
}

void SessionKeeper::resume() {
  const auto user = m_profiles.lastUser();
  if (user.empty() || m_state != State::SignedOut) return;
  if (m_options.needsPin || keysOf(user)->hasPin()) return;
  const auto token = m_keys.read(m_profiles.secretName(user, "session"));
  if (!token) {
    setState(State::SigningIn);
    return fail(token.error());
  }
  // Signed out on purpose: the next one has to say who it is.
  if (*token) openOffline(user, {});
}

template <class Work>
auto SessionKeeper::undisturbed(const Work& work) {
  ++m_proving;
  auto result = work();
  --m_proving;
  for (auto& waiting : std::exchange(m_afterProof, {}))
    QMetaObject::invokeMethod(this, std::move(waiting), Qt::QueuedConnection);
  return result;
}

bool SessionKeeper::waits(std::function<void()> work) {
  if (m_proving != 0) m_afterProof.push_back(std::move(work));
  return m_proving != 0;
}

bool SessionKeeper::hasPin() const {
  if (m_opened) return m_opened->hasPin() && m_opened->mayUnlock(m_options.clock());
  const auto user = m_profiles.userOf(login());
  if (user.empty()) return false;
  const auto keys = keysOf(user);
  return keys->hasPin() && keys->mayUnlock(m_options.clock());
}

void SessionKeeper::unlock(const QString& pin) {
  if (m_state == State::SigningIn || m_proving != 0) return;
  // Events come while a PIN is tried: whoever asks may be gone by then, and must not stand below it.
  if (m_client) {
    QMetaObject::invokeMethod(
        this, [this, pin] { prove(pin); }, Qt::QueuedConnection);
    return;
  }
  const auto user = m_profiles.userOf(login());
  if (user.empty() || pin.isEmpty()) return;
  setState(State::SigningIn);
  QMetaObject::invokeMethod(
      this, [this, user, pin] { openOffline(user, pin); }, Qt::QueuedConnection);
}

void SessionKeeper::prove(const QString& pin) {
  if (m_proving != 0) return;
  const auto keys = m_opened;
  const auto proved = keys && keys->hasPin()
                          ? undisturbed([&] { return keys->unlock(pin, m_options.clock()); })
                          : core::Result<DataKey>(core::failure(core::ErrorCode::NotSignedIn));
  if (proved)
    Q_EMIT confirmed();
  else
    Q_EMIT failed(proved.error());
}

void SessionKeeper::openOffline(const core::UserId& user, const QString& pin) {
  setState(State::SigningIn);
  auto keys = keysOf(user);
  const auto key = undisturbed([&] { return keys->unlock(pin, m_options.clock()); });
  if (!key) return fail(key.error());
  const auto token = m_keys.read(m_profiles.secretName(user, "session"));
  m_sync.setToken(token && *token ? (*token)->toStdString() : kNoSession);
  m_opened = std::move(keys);
  openProfile(user, *key, [this] { Q_EMIT confirmed(); });
}

core::Result<void> SessionKeeper::setPin(const QString& pin) {
  if (!m_opened) return core::failure(core::ErrorCode::NotSignedIn);
  const auto keys = m_opened;
  return undisturbed([&] { return keys->setPin(pin); });
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
  const auto known = m_profiles.userOf(login);
  if (!known.empty()) message.lease = keysOf(known)->heldLease();
  const QPointer<SessionKeeper> self(this);
  m_sync.signIn(std::move(message), [self, login, known](const core::Result<protocol::Session>& session) {
    if (self) self->answered(login, known, session);
  });
}

void SessionKeeper::answered(const QString& login, const core::UserId& known,
                             const core::Result<protocol::Session>& session) {
  if (waits([=, this] { answered(login, known, session); })) return;
  if (session) return welcome(login, *session);
  if (session.error().code == core::ErrorCode::AccountDisabled && !known.empty()) wipe(known);
  // With a profile open this was a try to renew the session: work goes on offline.
  if (m_client) {
    Q_EMIT failed(session.error());
    return;
  }
  fail(session.error());
}

core::Result<DataKey> SessionKeeper::takeLease(const core::UserId& user, const protocol::Session& session) {
  const auto now = m_options.clock();
  // The server's clock may differ from this one; the length of the lease does not.
  const LeasedSecrets lease{session.lease.opens, session.lease.secret,
                            now + (session.lease.until - session.serverTime)};
  auto key = m_opened->renew(lease, now);
  if (key || key.error().code != core::ErrorCode::StorageCorrupt) return key;
  // Nobody can read this cache any more. What was unsent in it is sealed, and goes to the server below.
  logWarning("cacheKeyLost", key.error().detail);
  if (m_client) setState(State::SigningIn);
  close();
  m_opened = keysOf(user);
  wipeProfile(m_profiles.userFolder(user), now);
  return m_opened->begin(lease, now);
}

void SessionKeeper::welcome(const QString& login, const protocol::Session& session) {
  const core::UserId user = session.actor.id;
  logInfo("signedIn", user.value);
  const auto kept =
      m_keys.write(m_profiles.secretName(user, "session"), QByteArray::fromStdString(session.token));
  if (!kept) return fail(kept.error());
  m_profiles.setLast(login, user);
  m_profiles.setWipesAtSignOut(user, session.wipeAtSignOut);
  if (m_client && m_client->user() != user) {
    close();
    setState(State::SigningIn);
  }
  if (!m_client) m_opened = keysOf(user);
  const auto key = takeLease(user, session);
  if (!key) return fail(key.error());
  const auto enter = [this, actor = session.actor,
                      sealing =
                          storage::Sealing{session.recoveryKey, session.sealKey, user, m_profiles.device()}] {
    m_client->setActor(actor);
    m_client->setSealing(sealing);
    Q_EMIT confirmed();
    uploadSealedWork(actor.id);
  };
  if (m_client) return enter();
  openProfile(user, *key, enter);
}

void SessionKeeper::openProfile(const core::UserId& user, const DataKey& key, std::function<void()> then) {
  m_sync.setCache(m_profiles.device(), user);
  m_client = std::make_unique<Client>(m_sync, user, m_profiles.device(), m_options.appealTexts);
  m_client->open({m_profiles.userFolder(user), key},
                 [this, then = std::move(then)](const core::Result<void>& opened) {
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

std::optional<core::Instant> SessionKeeper::offlineUntil() const {
  return m_opened ? std::optional(m_opened->leaseUntil()) : std::nullopt;
}

void SessionKeeper::checkLease() {
  if (waits([this] { checkLease(); })) return;
  if (m_state != State::SignedIn || !m_opened || m_opened->leaseUntil() > m_options.clock()) return;
  static_cast<void>(m_opened->tick(m_options.clock()));
  logInfo("leaseEnded", m_client->user().value);
  fail({core::ErrorCode::NotSignedIn, "the lease of this profile has ended"});
}

void SessionKeeper::watchStatus() {
  const auto& problem = m_sync.status().problem;
  if (!m_client || !problem || problem->code != core::ErrorCode::AccountDisabled) return;
  if (waits([this] { watchStatus(); })) return;
  const core::Error error = *problem;
  wipe(m_client->user());
  fail(error);
}

// By value: the user's own client goes here.
// NOLINTNEXTLINE(performance-unnecessary-value-param)
void SessionKeeper::wipe(core::UserId user) {
  logInfo("wiped", user.value);
  if (m_client && m_client->user() == user) {
    m_sync.setToken({});
    setState(State::SignedOut);
    close();
  }
  keysOf(user)->forget();
  wipeProfile(m_profiles.userFolder(user), m_options.clock());
  static_cast<void>(m_keys.remove(m_profiles.secretName(user, "session")));
}

void SessionKeeper::uploadSealedWork(const core::UserId& user) {
  constexpr std::size_t kFiles = 100;
  constexpr qint64 kBytes = 4L * 1024 * 1024;
  auto files = sealedWork(m_profiles.userFolder(user));
  protocol::SealedRun run;
  qint64 bytes = 0;
  for (const auto& path : files) {
    QFile file(QString::fromStdString(path.string()));
    if (run.items.size() == kFiles || bytes > kBytes || !file.open(QIODevice::ReadOnly)) break;
    run.items.push_back(file.readAll().toBase64().toStdString());
    bytes += file.size();
  }
  if (run.items.empty()) return;
  files.resize(run.items.size());
  const QPointer<SessionKeeper> self(this);
  m_sync.recover(std::move(run), [self, files, user](const core::Result<protocol::Recovered>& recovered) {
    if (!self || !self->m_client || self->m_client->user() != user) return;
    // They stay for the next sign-in.
    if (!recovered) return logWarning("notRecovered", recovered.error().detail);
    self->settle(files, *recovered);
    // What the disk does not let go stays for the next sign-in, or it would be sent without end.
    std::error_code error;
    const auto isGone = [&error](const auto& file) { return !std::filesystem::exists(file, error); };
    if (std::any_of(files.begin(), files.end(), isGone)) self->uploadSealedWork(user);
  });
}

void SessionKeeper::settle(const std::vector<std::filesystem::path>& files,
                           const protocol::Recovered& recovered) {
  m_client->restoreDrafts(recovered.drafts);
  int applied = 0;
  int refused = 0;
  for (std::size_t i = 0; i < files.size() && i < recovered.answers.size(); ++i) {
    const auto& answer = recovered.answers[i];
    const bool done = core::wasApplied(answer);
    if (!done) logWarning("notRecovered", answer.command.value + ' ' + answer.code);
    settleSealedWork(files[i], done);
    if (!answer.command.empty()) ++(done ? applied : refused);
  }
  Q_EMIT this->recovered(applied, refused);
}

void SessionKeeper::signOut() {
  if (!m_client || waits([this] { signOut(); })) return;
  const auto user = m_client->user();
  m_sync.signOut();
  // A key store that has gone keeps a token that the server has just ended.
  static_cast<void>(m_keys.remove(m_profiles.secretName(user, "session")));
  setState(State::SignedOut);
  close();
  if (m_profiles.wipesAtSignOut(user)) wipe(user);
  logInfo("signedOut", user.value);
}

} // namespace madoguchi::app
