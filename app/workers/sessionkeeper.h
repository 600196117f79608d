// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/profile/keystore.h"
#include "app/profile/profilefolder.h"
#include "app/workers/client.h"
#include "models/ports/sessionsource.h"

#include <memory>

namespace madoguchi::app {

/// Who uses the program: signs in and out, and opens and closes the one profile that belongs to the user.
/// Nobody sees a predecessor's work, because each user's cache is another file with another key. UI thread.
class SessionKeeper final : public models::SessionSource {
  Q_OBJECT

public:
  struct Options {
    core::AppealTexts appealTexts;
    bool follow = true; ///< keep in touch with the server; else only when asked by Client::follow
  };

  SessionKeeper(ProfileFolder& profiles, KeyStore& keys, sync::http::ServerAddress address, Options options,
                QObject* parent = nullptr);
  ~SessionKeeper() override;

  /// Opens the profile of the user who was signed in last, also without a network; the server is asked with
  /// the token that was kept. Does nothing where nobody was. stateChanged or failed follows.
  void resume();

  [[nodiscard]] State state() const override { return m_state; }
  [[nodiscard]] core::UserId user() const override;
  [[nodiscard]] QString server() const override;
  [[nodiscard]] QString login() const override { return m_profiles.lastLogin(); }
  void signIn(const QString& login, const QString& password) override;
  void signOut() override;

  /// Null unless signed in; it goes when the state leaves SignedIn, after `closing`.
  [[nodiscard]] Client* client() { return m_client.get(); }
  [[nodiscard]] SyncWorker& sync() { return m_sync; }

Q_SIGNALS:
  /// The client is about to go: drop what was made of it.
  void closing();

private:
  void welcome(const QString& login, const protocol::Session& session);
  void openProfile(const core::UserId& user, std::function<void()> then);
  void close();
  void fail(const core::Error& error);
  void setState(State state);

  ProfileFolder& m_profiles;
  KeyStore& m_keys;
  sync::http::ServerAddress m_address;
  Options m_options;
  State m_state = State::SignedOut;
  SyncWorker m_sync;
  std::unique_ptr<Client> m_client;
};

} // namespace madoguchi::app
