// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/profile/profilefolder.h"
#include "app/profile/profilekeys.h"
#include "app/workers/client.h"
#include "app/workers/stamp.h"
#include "app/workers/syncworker.h"
#include "models/ports/sessionsource.h"

#include <QTimer>

#include <functional>
#include <memory>
#include <vector>

namespace madoguchi::app {

/// Who uses the program: signs in and out, and opens and closes the one profile that belongs to the user.
/// Nobody sees a predecessor's work, because each user's cache is another file with another key. Keeps the
/// lease: closes the profile when it ends, and removes it when the server says that access has. UI thread.
class SessionKeeper final : public models::SessionSource {
  Q_OBJECT

public:
  struct Options {
    core::AppealTexts appealTexts;
    bool follow = true;    ///< keep in touch with the server; else only when asked by Client::follow
    QString login{};       ///< proposed at sign-in; empty: who was signed in last
    bool needsPin = false; ///< nothing opens without PIN or password; else the key store is enough
    std::function<core::Instant()> clock = systemNow;
    ProfileKeys::PinCost pinCost = ProfileKeys::PinCost::Usual;
  };

  SessionKeeper(ProfileFolder& profiles, KeyStore& keys, sync::http::ServerAddress address, Options options,
                QObject* parent = nullptr);
  ~SessionKeeper() override;

  /// Opens the profile of the user who was signed in last, also without a network, where no PIN is needed;
  /// the server is asked with the token that was kept. Does nothing where nobody was. stateChanged or failed
  /// follows.
  void resume();
  /// From now on a network that returns is tried at once. Loading what watches it takes a fifth of a start,
  /// so it is called when there is something to see.
  void watchNetwork();
  /// Looks at the lease; called once a minute by itself.
  void checkLease();

  [[nodiscard]] State state() const override { return m_state; }
  [[nodiscard]] core::UserId user() const override;
  [[nodiscard]] QString server() const override;
  [[nodiscard]] QString login() const override {
    return m_options.login.isEmpty() ? m_profiles.lastLogin() : m_options.login;
  }
  void signIn(const QString& login, const QString& password) override;
  void signOut() override;
  /// Nothing opens without PIN or password.
  [[nodiscard]] bool needsPin() const { return m_options.needsPin; }
  [[nodiscard]] std::optional<core::Instant> offlineUntil() const override;
  [[nodiscard]] bool hasPin() const override;
  void unlock(const QString& pin) override;
  [[nodiscard]] core::Result<void> setPin(const QString& pin) override;

  /// Null unless signed in; it goes when the state leaves SignedIn, after `closing`.
  [[nodiscard]] Client* client() { return m_client.get(); }
  [[nodiscard]] SyncWorker& sync() { return m_sync; }

Q_SIGNALS:
  /// The client is about to go: drop what was made of it.
  void closing();

private:
  /// What a PIN has to do with; what would come between waits for its end.
  template <class Work>
  [[nodiscard]] auto undisturbed(const Work& work);
  [[nodiscard]] bool waits(std::function<void()> work);
  void answered(const QString& login, const core::UserId& known,
                const core::Result<protocol::Session>& session);
  void welcome(const QString& login, const protocol::Session& session);
  [[nodiscard]] core::Result<DataKey> takeLease(const core::UserId& user, const protocol::Session& session);
  void openProfile(const core::UserId& user, const DataKey& key, std::function<void()> then);
  [[nodiscard]] std::unique_ptr<ProfileKeys> keysOf(const core::UserId& user) const;
  void prove(const QString& pin);
  void openOffline(const core::UserId& user, const QString& pin);
  /// Access has ended: nothing readable stays.
  void wipe(core::UserId user);
  void uploadSealedWork(const core::UserId& user);
  void settle(const std::vector<std::filesystem::path>& files, const protocol::Recovered& recovered);
  void watchStatus();
  void close();
  void fail(const core::Error& error);
  void setState(State state);

  ProfileFolder& m_profiles;
  KeyStore& m_keys;
  sync::http::ServerAddress m_address;
  Options m_options;
  State m_state = State::SignedOut;
  SyncWorker m_sync;
  std::shared_ptr<ProfileKeys> m_opened; ///< of the open profile
  int m_proving = 0;                     ///< a PIN is being tried or set, while events come
  std::vector<std::function<void()>> m_afterProof;
  std::unique_ptr<Client> m_client;
  QTimer m_minute;
  bool m_watchesNetwork = false;
};

} // namespace madoguchi::app
