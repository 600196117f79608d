// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/tokens.h"

#include "core/base/hash.h"
#include "core/base/uuid.h"

#include <sodium.h>

namespace madoguchi::server {

core::Instant systemNow() {
  return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

std::string randomToken() {
  std::array<std::uint8_t, 32> bytes{};
  randombytes_buf(bytes.data(), bytes.size());
  return core::toHex(bytes);
}

std::string newUuid(core::Instant now) {
  std::array<std::uint8_t, 10> bytes{};
  randombytes_buf(bytes.data(), bytes.size());
  return core::makeUuid7(now.time_since_epoch().count(), bytes);
}

bool sameSecret(std::string_view a, std::string_view b) {
  return a.size() == b.size() && sodium_memcmp(a.data(), b.data(), a.size()) == 0;
}

} // namespace madoguchi::server
