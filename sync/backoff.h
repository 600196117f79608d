// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calendar/date.h"

#include <chrono>

namespace madoguchi::sync {

/// The growing wait before another try: 1 s doubled up to 5 minutes, of which a random half is taken off, so
/// that a thousand desks do not come back in one second.
class Backoff {
public:
  /// The wait after one more failure; `random` in [0, 1).
  [[nodiscard]] std::chrono::milliseconds next(double random);
  void reset() { m_failures = 0; }

  static constexpr std::chrono::milliseconds kFirst{1'000};
  static constexpr std::chrono::milliseconds kLongest{300'000};

private:
  int m_failures = 0;
};

} // namespace madoguchi::sync
