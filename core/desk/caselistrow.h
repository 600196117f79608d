// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/calendar/date.h"
#include "core/cases/casestate.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace madoguchi::core {

/// What a row of the table says besides its columns. A set of bits, stored as such: never renumber.
enum class RowFlag : std::uint32_t {
  Pending = 1U << 0U,      ///< holds commands that the server has not answered yet
  Attention = 1U << 1U,    ///< a conflict, a rejection or a blocked command waits for a person
  Protected = 1U << 2U,    ///< a person under protection: address hidden
  ClockStopped = 1U << 3U, ///< the clock stands still and the case is not late yet
  Returned = 1U << 4U,     ///< 差戻し, and not submitted again
  AfterView = 1U << 5U,    ///< decided in somebody's absence and not seen yet (後閲)
  Open = 1U << 6U,         ///< core::isOpen
  Undecided = 1U << 7U,    ///< open, and no decision yet: it can be late
  Appealed = 1U << 8U,     ///< an open appeal
  Reserved = 1U << 9U,
  Unassigned = 1U << 10U, ///< open, and nobody holds it
};

using RowFlags = std::uint32_t;
[[nodiscard]] constexpr RowFlags bit(RowFlag flag) {
  return static_cast<RowFlags>(flag);
}
[[nodiscard]] constexpr RowFlags operator|(RowFlag a, RowFlag b) {
  return bit(a) | bit(b);
}
[[nodiscard]] constexpr bool has(RowFlags flags, RowFlag flag) {
  return (flags & bit(flag)) != 0;
}

/// One case as a list shows it. `key` names the row within one cache and never changes while the case is in
/// it; it means nothing elsewhere.
struct CaseListRow {
  std::int64_t key = 0;
  CaseId id; ///< empty: the case has left the cache since its key was read
  std::int64_t version = 0;
  std::string number; ///< empty until the server has given it
  ProcedureId procedure;
  int procedureVersion = 1;
  std::string applicant; ///< display name of the person or organisation
  std::string kana;
  Date arrivedOn{};
  std::optional<Date> dueOn; ///< none where it cannot be computed; while stopped: if it went on today
  int clockDays = 0;         ///< length of the standard processing period; 0: no clock
  std::optional<int> stoppedDaysLeft; ///< with ClockStopped: days still to be counted
  Status status = Status::Arrived;
  UserId holder; ///< empty: unassigned
  OfficeId office;
  std::optional<Outcome> outcome; ///< of the decision, else of the draft
  UserId author;                  ///< of the draft
  std::optional<Date> closedOn;   ///< closed or withdrawn
  RowFlags flags = 0;
  std::vector<std::string> labels;

  bool operator==(const CaseListRow&) const = default;
};

} // namespace madoguchi::core
