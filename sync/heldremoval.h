// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calendar/date.h"

namespace madoguchi::sync {

/// An answer of the server that waits for a person, because it would take too much out of the cache. Nothing
/// of it was applied, and nothing more is fetched meanwhile.
struct HeldRemoval {
  int removed = 0;       ///< cases that would leave
  int total = 0;         ///< cases in the cache
  int unsent = 0;        ///< commands not yet sent, of cases that would leave
  core::Instant since{}; ///< set by the engine when it is held
  bool operator==(const HeldRemoval&) const = default;
};

} // namespace madoguchi::sync
