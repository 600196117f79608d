// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/messages.h"
#include "sync/action.h"

#include <map>
#include <set>

namespace madoguchi::tests {

/// A server in memory that keeps the promises of protocol.md: one answer for one id, feed in order of seq,
/// snapshot by pages, a cursor of another epoch read as an empty one. A command's payload is
/// {"case","id","scope"}: it makes the case, or raises its version; a case named "bad" is always refused.
class ScriptedServer {
public:
  explicit ScriptedServer(std::string epoch = "e1") : m_epoch(std::move(epoch)) {}

  [[nodiscard]] sync::HttpReply handle(const sync::HttpRequest& request);
  /// As another client would: makes the case, or raises its version.
  std::int64_t touch(const core::ScopeName& scope, const std::string& caseId);
  void remove(const core::ScopeName& scope, const std::string& caseId);
  /// Another database, in which nothing of the old numbers holds.
  void restore(const std::string& epoch);
  /// As a machine's snapshot is put back: all as it was, the epoch too; only time goes on.
  void putBack(const ScriptedServer& snapshot);

  using Rows = std::map<std::string, std::int64_t>; ///< version by case
  [[nodiscard]] Rows rowsOf(const core::ScopeName& scope) const;
  [[nodiscard]] int effects() const { return m_effects; } ///< commands that had one

  std::size_t pageRows = 2;

private:
  struct Scope {
    std::int64_t seq = 0;
    std::map<std::string, core::CaseRow> rows;
    std::map<std::string, core::GoneRow> gone;
  };

  /// What the request names as confirmed last was decided here, and then.
  [[nodiscard]] bool isMine(const std::string& target) const;
  [[nodiscard]] std::string answer(const std::string& body);
  [[nodiscard]] std::vector<core::FeedItem> changes(const core::Cursor& cursor) const;
  [[nodiscard]] std::vector<core::FeedItem> snapshot(const core::ScopeName& scope,
                                                     const std::string& after) const;

  std::string m_epoch;
  std::map<core::ScopeName, Scope> m_scopes;
  std::map<std::string, std::pair<std::string, core::CommandAnswer>> m_applied; ///< payload and answer, by id
  int m_effects = 0;
  core::Instant m_now{std::chrono::hours(1)}; ///< of the last decision
};

} // namespace madoguchi::tests
