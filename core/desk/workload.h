// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"

#include <array>
#include <cstdint>

namespace madoguchi::core {

/// Open cases by age since arrival: up to 7, 14, 30, 60 calendar days, and older.
inline constexpr std::array<int, 4> kAgeLimits{7, 14, 30, 60};
inline constexpr std::size_t kAges = kAgeLimits.size() + 1;

/// The open cases of one procedure that one person holds (or, with an empty id, nobody).
struct WorkloadLine {
  UserId holder;
  ProcedureId procedure;
  std::int64_t open = 0;
  std::int64_t overdue = 0; ///< undecided, the clock runs, and the due day has passed
  std::int64_t dueSoon = 0; ///< … and the due day is within kDueSoonDays
  std::int64_t stopped = 0; ///< the clock stands still
  std::array<std::int64_t, kAges> ages{};

  bool operator==(const WorkloadLine&) const = default;
};

} // namespace madoguchi::core
