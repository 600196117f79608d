// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calendar/date.h"

#include <functional>

namespace madoguchi::models {

/// The present moment, given by the composition root so that tests can stand still.
using Clock = std::function<core::Instant()>;

[[nodiscard]] inline core::Date today(const Clock& clock) {
  return core::dayInJapan(clock());
}

} // namespace madoguchi::models
