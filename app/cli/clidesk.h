// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/arguments.h"
#include "app/cli/awaited.h"
#include "app/workers/sessionkeeper.h"

#include <memory>

namespace madoguchi::app {

/// The desk without windows: profile, key store and session, for verbs that wait for what they ask.
class CliDesk {
public:
  /// Opens the profile's folder and remembers the server where the command line names one. Errors:
  /// InvalidArgument (no server known), StorageFailed, and those of the key store.
  [[nodiscard]] static core::Result<std::unique_ptr<CliDesk>> open(const Arguments& arguments);

  /// Errors: those of the server, of the key store and of the cache.
  [[nodiscard]] core::Result<void> signIn(const std::string& login, const std::string& password);
  /// Opens the profile of the user who signed in last. Errors: NotSignedIn, ProfileInUse, ….
  [[nodiscard]] core::Result<void> resume();
  /// Sends and fetches until both sides agree, or something stands in the way: see the status.
  /// `allowRemoval`: a person has seen that much would leave the cache, and lets it.
  [[nodiscard]] sync::Status synchronize(std::chrono::seconds atMost, bool allowRemoval);
  void signOut() { m_session->signOut(); }
  [[nodiscard]] core::Result<void> setPin(const char* pin) {
    return m_session->setPin(QString::fromUtf8(pin));
  }

  [[nodiscard]] Client& client() { return *m_session->client(); }
  [[nodiscard]] ProfileFolder& profiles() { return *m_profiles; }
  [[nodiscard]] std::shared_ptr<const models::References> references() {
    return client().references().references();
  }

  /// Runs on the reader thread.
  template <class Value>
  [[nodiscard]] core::Result<Value> read(std::function<core::Result<Value>(storage::CaseReader&)> work) {
    Awaited<core::Result<Value>> awaited;
    client().reader().ask({&m_owner, 0, 0, false}, [&](core::Result<storage::CaseReader*> reader) {
      auto result = reader ? work(**reader) : core::Result<Value>(tl::unexpected(reader.error()));
      return [&awaited, result = std::move(result)] { awaited.set(result); };
    });
    return awaited.wait();
  }
  /// Runs on the store thread.
  template <class Result>
  [[nodiscard]] Result write(std::function<Result(storage::Cache&)> work) {
    Awaited<Result> awaited;
    client().store().urgent([&](storage::Cache& cache) {
      auto result = work(cache);
      client().store().reply(QPointer<QObject>(&m_owner),
                             [&awaited, result = std::move(result)] { awaited.set(result); });
    });
    return awaited.wait();
  }
  /// Without the row the action does not happen.
  [[nodiscard]] core::Result<void> journal(const std::string& action, const std::string& subject);

private:
  CliDesk() = default;
  [[nodiscard]] core::Result<void> waitForSession(const std::function<void()>& begin);

  QObject m_owner;
  std::unique_ptr<ProfileFolder> m_profiles;
  std::unique_ptr<KeyStore> m_keys;
  std::unique_ptr<SessionKeeper> m_session;
};

} // namespace madoguchi::app
