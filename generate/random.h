// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace madoguchi::generate {

/// Random numbers that are the same on every machine and compiler, unlike the distributions of <random>:
/// xoshiro256** (Blackman, Vigna 2018), seeded by SplitMix64. Integers only. Not for keys.
class Random {
public:
  explicit Random(std::uint64_t seed);
  /// An independent stream: number `stream` of this seed. Case 5 is the same however many come before it.
  Random(std::uint64_t seed, std::uint64_t stream);

  [[nodiscard]] std::uint64_t next();
  /// Below `bound`, each equally likely; `bound` above 0.
  [[nodiscard]] std::uint64_t below(std::uint64_t bound);
  /// From `low` to `high`, both included.
  [[nodiscard]] int between(int low, int high);
  /// True in `percent` of 100 cases.
  [[nodiscard]] bool chance(int percent) { return between(1, 100) <= percent; }
  /// The ten random bytes of a UUIDv7.
  [[nodiscard]] std::array<std::uint8_t, 10> bytes();

  template <class T>
  [[nodiscard]] const T& pick(std::span<const T> items) {
    return items[static_cast<std::size_t>(below(items.size()))];
  }
  template <class Container>
  [[nodiscard]] const auto& pick(const Container& items) {
    return items[static_cast<std::size_t>(below(items.size()))];
  }

private:
  std::array<std::uint64_t, 4> m_state{};
};

} // namespace madoguchi::generate
