// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/attendance.h"
#include "core/sync/feed.h"
#include "core/sync/outbox.h"
#include "generate/patternnumbers.h"
#include "storage/surroundings.h"

#include <map>
#include <utility>
#include <vector>

namespace madoguchi::app {

/// What stands in for a server in the practice office: each case as that office would know it, decided by
/// core's own rules as a server decides, and given back as a feed. One thread at a time.
class PracticeBook {
public:
  explicit PracticeBook(core::UserId user);
  PracticeBook(const PracticeBook&) = delete;
  PracticeBook& operator=(const PracticeBook&) = delete;

  /// Numbers of cases and decisions go on from those that the generator used.
  [[nodiscard]] generate::PatternNumbers& numbers() { return m_numbers; }
  [[nodiscard]] const core::UserId& user() const { return m_user; }

  /// A case as it stands from now on; it goes out with the next feed.
  void put(core::CaseRecord record, const storage::Surroundings& around);
  void putReference(const std::string& entity, const std::string& key, std::string document);
  [[nodiscard]] const core::CaseRecord* find(const core::CaseId& id) const;

  /// The final word on each entry, in order.
  [[nodiscard]] std::vector<core::CommandAnswer> answer(const std::vector<core::OutboxEntry>& entries,
                                                        const storage::Surroundings& around,
                                                        core::Instant now);
  /// Errors: NotPermitted, and those of core::changed.
  [[nodiscard]] core::Result<void> recordAbsence(const core::AttendanceChange& change,
                                                 const storage::Surroundings& around, core::Instant now);
  /// What has changed since it was asked last.
  [[nodiscard]] std::vector<core::FeedItem> takeFeed() { return std::exchange(m_feed, {}); }

private:
  struct Held {
    core::CaseRecord record;
    core::ScopeName scope; ///< in which the user sees it; empty: does not
  };
  /// Where the feed tells of something.
  struct Place {
    core::ScopeName scope;
    std::int64_t seq = 0;
  };

  [[nodiscard]] core::CommandAnswer decide(const core::OutboxEntry& entry,
                                           const storage::Surroundings& around, core::Instant now);
  void offerNumbers(core::Context& context, const core::CommandBody& body, const core::CaseState& state);
  Place tell(Held& held, const storage::Surroundings& around);

  core::UserId m_user;
  generate::PatternNumbers m_numbers;
  std::map<core::CaseId, Held> m_cases;
  std::map<core::UserId, core::Attendance> m_attendance;
  std::map<core::CaseId, core::CommandId> m_blocked; ///< by a command that was not applied
  std::vector<core::FeedItem> m_feed;
  std::int64_t m_seq = 0; ///< one for all scopes: each needs only that it grows
};

} // namespace madoguchi::app
