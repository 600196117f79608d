// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/casecodec.h"
#include "core/sync/feed.h"
#include "core/sync/outbox.h"
#include "storage/cache.h"
#include "storage/casereader.h"
#include "tests/support/caseworld.h"

#include <QTemporaryDir>

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace madoguchi::tests {

/// The server as a cache sees it: it holds cases, stamps rows, decides commands and knows its checkpoints.
/// Its one procedure is the food business permit that ships with the program, in two versions.
class TinyServer {
public:
  TinyServer();

  CaseWorld world;
  std::string epoch = "epoch-1";
  std::vector<core::ScopeName> scopes;

  [[nodiscard]] core::ScopeName east() const;
  [[nodiscard]] core::ScopeName west() const;
  /// Scopes, offices, people, holidays and the procedure.
  [[nodiscard]] std::vector<core::FeedItem> references();
  [[nodiscard]] core::ScopeList scopeList() const { return {epoch, scopes}; }

  /// A case held by clerk1 in the office east, with the shipped sample form.
  [[nodiscard]] core::CaseRecord takenCase(const std::string& name = "窓口　花子",
                                           const std::string& kana = "マドグチ　ハナコ");
  /// Of the office east, stamped today; with nothing but its applicant's name.
  [[nodiscard]] core::ReceiveOnPaper paper() const;
  /// The case in its latest form, stamped; from then on it counts in its scope.
  [[nodiscard]] core::CaseRow row(const core::CaseRecord& record);
  [[nodiscard]] core::GoneRow gone(const core::CaseId& id);
  [[nodiscard]] core::Checkpoint checkpoint(const core::ScopeName& scope);
  /// Nothing has changed: the end of a feed that is drained, with the checkpoints of all scopes.
  [[nodiscard]] std::vector<core::FeedItem> drained();
  /// Somebody else's command, applied here.
  void run(const core::CaseId& id, const std::string& actor, core::CommandBody body);
  /// All that a desk with this cursor has not seen, in the order of the feed.
  [[nodiscard]] std::vector<core::FeedItem> changesAfter(const core::Cursor& cursor);
  /// Decides a payload and stamps the row of its case.
  [[nodiscard]] core::CommandAnswer decide(const core::OutboxEntry& entry);
  [[nodiscard]] const core::CaseRecord& record(const core::CaseId& id) const { return m_records.at(id); }

private:
  struct Scope {
    std::int64_t seq = 0;
    std::int64_t count = 0;
    core::RowSum sum;
  };
  [[nodiscard]] core::ReferenceRow reference(const std::string& entity, const std::string& key,
                                             const std::string& document);

  core::json::value m_form;
  std::map<core::CaseId, core::CaseRecord> m_records;
  std::map<core::CaseId, core::CaseRow> m_rows;
  std::vector<core::GoneRow> m_gone;
  std::map<core::ScopeName, Scope> m_scopes;
};

/// A cache of clerk1 in a folder of its own, with the server's references in it.
class Desk {
public:
  explicit Desk(TinyServer& server, std::string vfs = {});

  void open();
  void close();
  [[nodiscard]] storage::Profile profile() const;
  /// Of those that it has, as a ready-made cache names them.
  [[nodiscard]] std::string digestOfReferences() const;
  [[nodiscard]] storage::Cache& cache() { return *m_cache; }
  [[nodiscard]] storage::CaseReader& reader();

  storage::FeedResult feed(const std::vector<core::FeedItem>& items,
                           storage::Removals removals = storage::Removals::Hold);
  /// Derives again what is stale, slice by slice to the end.
  void refreshRows(core::Date today);
  /// A command of clerk1 on the case as this desk shows it.
  [[nodiscard]] core::Command command(const core::CaseId& id, core::CommandBody body);
  /// Performs it and expects success.
  core::CommandId perform(const core::CaseId& id, core::CommandBody body);
  [[nodiscard]] core::CaseState shown(const core::CaseId& id);
  [[nodiscard]] core::CaseListRow listRow(const core::CaseId& id);
  /// Sends what waits to the server and records its answers.
  std::vector<core::CommandAnswer> push();
  /// What a server says whose case was with an office that is not seen here by the end of the run.
  [[nodiscard]] static core::CommandAnswer appliedOutOfSight(const core::CommandId& command);
  /// Takes over what the server has, and its checkpoints.
  storage::FeedResult pull();
  [[nodiscard]] std::vector<core::OutboxEntry> outbox();

private:
  TinyServer& m_server;
  std::string m_vfs;
  QTemporaryDir m_folder;
  std::unique_ptr<storage::Cache> m_cache;
  std::unique_ptr<storage::CaseReader> m_reader;
};

/// Cases held by clerk1 come to the desk, with a checkpoint that holds.
[[nodiscard]] std::vector<core::CaseId> arrive(TinyServer& server, Desk& desk, int count);

[[nodiscard]] core::EditForm edit(const std::string& pointer, core::json::value before,
                                  core::json::value after);

/// The value, or an exception with the error: a test that does not expect one ends there.
template <class T>
T expected(core::Result<T> result) {
  if (!result)
    throw std::runtime_error(std::string(core::toText(result.error().code)) + ": " + result.error().detail);
  if constexpr (!std::is_void_v<T>) return std::move(*result);
}

} // namespace madoguchi::tests
