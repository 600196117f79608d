// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calendar/date.h"
#include "core/cases/event.h"

#include <optional>
#include <vector>

namespace madoguchi::core {

/// What a person holds, and what has changed in that since it was asked last.
struct HeldQuestion {
  UserId holder;
  std::optional<std::vector<CaseId>> before; ///< what was held then; none: nothing is compared
  Date dueFrom{};
  Date dueUntil{}; ///< inclusive
};

/// Ids and no more: no view of anybody's data.
struct HeldCases {
  std::vector<CaseId> cases;     ///< open, in the order of their ids
  std::vector<CaseId> given;     ///< new among them, and by somebody else
  std::vector<CaseId> takenAway; ///< no longer among them: another's or nobody's now, or out of sight
  std::vector<CaseId> due;       ///< undecided, their clock runs, and it ends in the days that were asked for
  bool isNewHere = false;        ///< there is no case at all in this cache
};

/// Whether the last to give the case to somebody, or to take it from whoever had it, was not this person.
[[nodiscard]] bool wasHandedOverByAnother(const std::vector<Event>& timeline, const UserId& person);

} // namespace madoguchi::core
