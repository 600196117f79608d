// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdlib>

namespace madoguchi::tests {

/// Whether the full numbers of trust.md are asked for: MADOGUCHI_PROVE=1, as `./dev prove` sets it.
[[nodiscard]] inline bool proving() {
  const char* asked = std::getenv("MADOGUCHI_PROVE");
  return asked != nullptr && *asked == '1';
}

/// How often a proof tries: `ci` with every change, `full` in `./dev prove`.
[[nodiscard]] inline int count(int ci, int full) {
  return proving() ? full : ci;
}

} // namespace madoguchi::tests
