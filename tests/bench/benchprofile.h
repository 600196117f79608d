// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/cache.h"

#include <QString>

namespace madoguchi::bench {

/// A desk's profile folder with a large cache, as after a first sync.
struct BenchProfile {
  QString folder;           ///< of the program: --profile
  storage::Profile profile; ///< of its user
  int cases = 0;
  bool wasThere = false; ///< made by an earlier run
};

/// Made once and kept beside the programs (bench-data), because a million cases take a minute. References
/// come from a real server, cases by the storage library's own bulk load; no server is reachable later.
[[nodiscard]] BenchProfile benchProfile(int cases);

} // namespace madoguchi::bench
