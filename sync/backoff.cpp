// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/backoff.h"

#include <algorithm>

namespace madoguchi::sync {

std::chrono::milliseconds Backoff::next(double random) {
  const auto whole = std::min<std::chrono::milliseconds>(kFirst * (1L << std::min(m_failures, 20)), kLongest);
  ++m_failures;
  const auto taken = static_cast<double>(whole.count()) * 0.5 * std::clamp(random, 0.0, 1.0);
  return whole - std::chrono::milliseconds(static_cast<std::int64_t>(taken));
}

} // namespace madoguchi::sync
