// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calendar/date.h"
#include "core/cases/actor.h"
#include "core/cases/attendance.h"
#include "core/cases/casestate.h"
#include "core/desk/caselistrow.h"

#include <boost/describe.hpp>

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace madoguchi::core {

enum class SortColumn { Number, Procedure, Applicant, Arrived, Due, Status, Holder };
BOOST_DESCRIBE_ENUM(SortColumn, Number, Procedure, Applicant, Arrived, Due, Status, Holder)

/// Cases of one office (exactly that one), and perhaps of one procedure.
struct OfficeReach {
  OfficeId office;
  std::optional<ProcedureId> procedure;
  bool operator==(const OfficeReach&) const = default;
};

/// 代決: a rank whose holder is away, and the offices in which that person decides.
struct StandIn {
  std::string rank;
  std::vector<OfficeId> offices;
  bool operator==(const StandIn&) const = default;
};

/// Which cases, in which order. Empty parts do not restrict; all that is given must hold.
struct CaseQuery {
  std::vector<OfficeReach> within; ///< any of them
  std::vector<Status> statuses;    ///< any of them
  std::vector<ProcedureId> procedures;
  std::optional<UserId> holder; ///< an empty id: nobody holds it
  RowFlags allOf = 0;           ///< flags that must be set
  RowFlags noneOf = 0;          ///< flags that must not be set
  std::optional<Date> dueFrom;  ///< inclusive
  std::optional<Date> dueUntil; ///< inclusive
  std::optional<Date> closedFrom;
  std::string decidesAs;         ///< a rank: a stage of the route waits for it
  UserId decider;                ///< with decidesAs: neither author of the draft nor acted in this route
  std::vector<StandIn> standsIn; ///< with decidesAs: also what may be decided for these
  bool afterViews = false;       ///< with decidesAs: also what was decided in the decider's absence
  std::string text;              ///< words, each found in name, kana, number, address or form (folded)
  std::string label;             ///< the case bears it
  SortColumn sort = SortColumn::Due;
  bool descending = false;

  bool operator==(const CaseQuery&) const = default;
};

/// The queues of the desk, in their order on the left side.
enum class Queue {
  MyCases,
  Unassigned,
  Office,
  WaitingForCorrection,
  DueSoon,
  Overdue,
  ToDecide,
  ReturnedToMe,
  NeedsAttention,
  RecentlyClosed,
};
BOOST_DESCRIBE_ENUM(Queue, MyCases, Unassigned, Office, WaitingForCorrection, DueSoon, Overdue, ToDecide,
                    ReturnedToMe, NeedsAttention, RecentlyClosed)

inline constexpr std::size_t kQueueCount = 10;

/// How many cases each queue holds, indexed by Queue.
struct QueueCounts {
  std::array<std::int64_t, kQueueCount> of{};
  [[nodiscard]] std::int64_t operator[](Queue queue) const { return of[static_cast<std::size_t>(queue)]; }
  bool operator==(const QueueCounts&) const = default;
};

inline constexpr int kDueSoonDays = 7;         ///< calendar days, today included
inline constexpr int kRecentlyClosedDays = 30; ///< calendar days

/// The definition of a queue for this person on this day, in the queue's usual order; filters and another
/// order may be added to it.
[[nodiscard]] CaseQuery queryFor(Queue queue, const Actor& actor, const OfficeTree& offices, Date today,
                                 const AbsenceBook& absences = {});

struct CaseSummary;
/// Whether the case waits for the decider of the query, in any of the ways that decidesAs names.
[[nodiscard]] bool waitsForDecider(const CaseSummary& summary, const CaseQuery& query);

} // namespace madoguchi::core
