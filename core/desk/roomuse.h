// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace madoguchi::core {

/// What a desk's copy takes on its PC, in bytes.
struct RoomUse {
  std::int64_t cases = 0;     ///< with their timelines, the lists, and all that waits to be sent
  std::int64_t search = 0;    ///< what the search looks in
  std::int64_t documents = 0; ///< contents that can be seen without the server

  [[nodiscard]] std::int64_t total() const { return cases + search + documents; }
  bool operator==(const RoomUse&) const = default;
};

} // namespace madoguchi::core
