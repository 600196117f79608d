// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workers/stamp.h"

#include "core/base/uuid.h"

#include <sodium.h>

namespace madoguchi::app {

core::Instant systemNow() {
  return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

std::string newId() {
  std::array<std::uint8_t, 10> random{};
  randombytes_buf(random.data(), random.size());
  return core::makeUuid7(systemNow().time_since_epoch().count(), random);
}

double randomShare() {
  constexpr double kAll = 4294967296.0;
  return randombytes_random() / kAll;
}

} // namespace madoguchi::app
