// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/action.h"
#include "sync/event.h"

#include <functional>
#include <map>
#include <set>

namespace madoguchi::tests {

/// The part of the cache that the engine sees, in memory. It outlives the engine, as the file does.
class MemoryStore {
public:
  /// The user acts: one more command.
  void act(const core::ScopeName& scope, const std::string& caseId);
  [[nodiscard]] sync::Started started(bool follow) const;
  /// Carries a store action out; each gives exactly one event.
  [[nodiscard]] sync::Event handle(sync::Action&& action);

  using Rows = std::map<std::string, std::int64_t>; ///< version by case
  [[nodiscard]] Rows rowsOf(const core::ScopeName& scope) const;
  [[nodiscard]] int waiting() const;
  /// Forgets a row behind the back of everybody.
  void loseRow(const core::ScopeName& scope, const std::string& caseId) { m_rows[scope].erase(caseId); }

  std::vector<std::string> rejected; ///< ids, in the order of their answers

private:
  struct Snapshot {
    core::CaseId after;
    std::int64_t stamp = 0;
    std::set<std::string> named;
  };

  [[nodiscard]] sync::RunLoaded load(const sync::LoadRun& load) const;
  [[nodiscard]] sync::AnswersRecorded record(const sync::RecordAnswers& record);
  [[nodiscard]] sync::FeedApplied apply(const sync::ApplyFeed& feed);
  [[nodiscard]] sync::Event apply(const sync::ApplySnapshot& page);
  void startAnew(const std::string& epoch);
  void dropReached();

  std::int64_t m_lastSeq = 0;
  std::map<std::int64_t, core::OutboxEntry> m_outbox;
  std::map<std::int64_t, core::OutboxEntry> m_remembered;
  core::Confirmation m_confirmed;
  core::Cursor m_cursor;
  std::map<core::ScopeName, Rows> m_rows;
  std::map<core::ScopeName, Snapshot> m_snapshots;
};

} // namespace madoguchi::tests
