// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workers/client.h"
#include "app/workers/stamp.h"
#include "app/workers/syncworker.h"
#include "storage/casereader.h"

#include <atomic>
#include <memory>
#include <mutex>
#include <random>
#include <string>
#include <vector>

namespace madoguchi::tests {

/// The threads, cache, engine and transport of a desk, without session and windows, and a user who edits at
/// random, straight on the store thread. Needs an event loop.
class BareDesk {
public:
  struct Login {
    std::string url;
    std::string fingerprint;
    std::string folder;
    std::string user;
    std::string device;
    std::string token;
  };
  explicit BareDesk(Login login);
  /// Ends the threads; what the user did is done.
  ~BareDesk();

  core::Actor actor;      ///< set before `open`: whom the cache takes the user for
  std::size_t newest = 0; ///< works on so many of the newest cases; 0: on all

  /// Opens the cache and begins to sync: for good, or until both sides agree. Ends the process where it does
  /// not open.
  void open(bool follow);
  [[nodiscard]] const storage::Profile& profile() const { return m_profile; }
  [[nodiscard]] bool isOpen() const { return m_open; }
  [[nodiscard]] const std::string& user() const { return m_login.user; }
  /// One command by chance, later, on the store thread.
  void work();
  [[nodiscard]] int worked() const { return m_worked; }
  void hurry() { m_sync.syncNow(); }
  /// Begins to sync again.
  void follow(bool forGood) { m_client->follow(forGood); }
  [[nodiscard]] const sync::Status& status() const { return m_sync.status(); }

  // These wait for the store thread.
  [[nodiscard]] int cases();
  [[nodiscard]] std::vector<core::Checkpoint> holdings(); ///< by scope
  [[nodiscard]] std::vector<core::OutboxEntry> outbox();
  /// Settled, and nothing waits.
  [[nodiscard]] bool isQuiet();
  [[nodiscard]] bool sumsHold();
  /// What is wrong between rows and outbox: each command that waits is to be shown once. Empty is well.
  [[nodiscard]] std::string halfApplied();
  [[nodiscard]] std::vector<core::CommandId> acknowledged();

  /// Called on the store thread after each acknowledgement; set before `open`.
  std::function<void(const core::CommandId&)> onAcknowledged;

private:
  template <class Value>
  [[nodiscard]] Value onStore(std::function<Value(storage::Cache&)> work);
  void workNow(storage::Cache& cache);
  /// Sees what the store sees, also after a ready-made cache.
  [[nodiscard]] storage::CaseReader& reader();
  [[nodiscard]] core::CommandBody something(const core::CaseState& state);

  Login m_login;
  app::SyncWorker m_sync;
  std::unique_ptr<app::Client> m_client;
  storage::Profile m_profile;
  std::atomic<bool> m_open = false;
  std::atomic<int> m_worked = 0;
  // Of the store thread.
  std::unique_ptr<storage::CaseReader> m_reader;
  std::mt19937_64 m_random;
  std::vector<core::CommandId> m_acknowledged;
};

} // namespace madoguchi::tests
