// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/profile/memoryprotection.h"

#include <sys/prctl.h>
#include <sys/resource.h>

namespace madoguchi::app {

void protectMemory() {
  static_cast<void>(prctl(PR_SET_DUMPABLE, 0, 0, 0, 0));
  const rlimit none{0, 0};
  static_cast<void>(setrlimit(RLIMIT_CORE, &none));
}

} // namespace madoguchi::app
