// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/awaited.h"
#include "app/profile/demonstrationkeystore.h"
#include "app/workers/sessionkeeper.h"
#include "tests/e2e/serverprocess.h"

#include <memory>
#include <vector>

namespace madoguchi::tests {

/// A client without windows: the desk's own session, threads, cache and transport on a profile folder. It
/// talks to the server only inside signIn and sync; all else is work offline.
class DeskClient {
public:
  DeskClient(const ServerProcess& server, const QString& profileFolder,
             std::function<core::Instant()> clock = app::systemNow);
  ~DeskClient();

  [[nodiscard]] core::Result<void> signIn(const QString& login, const QString& password);
  void signOut() { m_session->signOut(); }
  /// Sends and fetches until both sides agree, or something stands in the way.
  [[nodiscard]] sync::Status sync();
  /// Begins to, without waiting. It may have ended before awaitSync is called.
  void beginSync();
  [[nodiscard]] sync::Status awaitSync();

  [[nodiscard]] core::Result<core::CommandId> perform(const core::CaseId& id, core::CommandBody body);
  [[nodiscard]] core::Result<void> resolve(const core::OutboxEntry& entry,
                                           const std::optional<core::CommandBody>& replacement);
  [[nodiscard]] core::Result<core::BlobId> storeBlob(const QByteArray& content);
  [[nodiscard]] core::CaseState state(const core::CaseId& id);
  [[nodiscard]] std::vector<core::CaseListRow> rows(const core::CaseQuery& query);
  [[nodiscard]] std::vector<core::CaseListRow> queue(core::Queue queue);
  [[nodiscard]] std::vector<core::OutboxEntry> outbox();
  [[nodiscard]] std::vector<core::Checkpoint> holdings();
  /// The scopes whose stored rows do not give the sum that is kept.
  [[nodiscard]] std::vector<core::ScopeName> damaged();

  [[nodiscard]] app::SessionKeeper& session() { return *m_session; }
  [[nodiscard]] app::Client& client() { return *m_session->client(); }
  /// The signed-in user's part of the profile.
  [[nodiscard]] QString userFolder() const {
    return QString::fromStdString(m_profiles->userFolder(m_profiles->lastUser()).string());
  }
  [[nodiscard]] core::UserId user() { return m_session->user(); }

private:
  template <class Value>
  [[nodiscard]] core::Result<Value> read(std::function<core::Result<Value>(storage::CaseReader&)> work);
  template <class Value>
  [[nodiscard]] Value onStore(std::function<Value(storage::Cache&)> work);

  QObject m_owner;
  QMetaObject::Connection m_watch;
  bool m_begun = false; ///< what beginSync asked for
  bool m_ended = false;
  std::unique_ptr<app::ProfileFolder> m_profiles;
  std::unique_ptr<app::DemonstrationKeyStore> m_keys;
  std::unique_ptr<app::SessionKeeper> m_session;
};

} // namespace madoguchi::tests
