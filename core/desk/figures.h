// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calendar/date.h"
#include "core/cases/casestate.h"
#include "core/cases/event.h"

#include <cstdint>
#include <map>
#include <vector>

namespace madoguchi::core {

/// What came and went in one week, Monday to Sunday.
struct WeekFigures {
  Date monday{};
  std::int64_t arrived = 0;
  std::int64_t closed = 0;  ///< or withdrawn
  std::int64_t backlog = 0; ///< open when the week ended

  bool operator==(const WeekFigures&) const = default;
};

/// How long cases stayed in one step, in calendar days.
struct StepFigures {
  Status status = Status::Arrived;
  std::int64_t cases = 0; ///< that came through it
  int median = 0;
  int nineInTen = 0; ///< took no longer

  bool operator==(const StepFigures&) const = default;
};

/// How the work flows, for those who share it out.
struct Figures {
  std::vector<WeekFigures> weeks; ///< the oldest first; the last is not over
  std::vector<StepFigures> steps; ///< in the order of the work; of the cases closed last
  std::int64_t sample = 0;        ///< how many those are

  bool operator==(const Figures&) const = default;
};

/// Calendar days (of Japan) that a case spent in each status before it was closed, withdrawn or destroyed;
/// one that it came back to counts as a whole.
[[nodiscard]] std::map<Status, int> daysInSteps(const std::vector<Event>& timeline);

/// Of cases as daysInSteps gives them; a step that none came through is left out.
[[nodiscard]] std::vector<StepFigures> stepFigures(const std::vector<std::map<Status, int>>& cases);

/// The Monday of its week.
[[nodiscard]] Date mondayOf(Date day);

} // namespace madoguchi::core
