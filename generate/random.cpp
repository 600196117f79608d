// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "generate/random.h"

#include <bit>

namespace madoguchi::generate {

namespace {

constexpr std::uint64_t kGolden = 0x9E3779B97F4A7C15; // SplitMix64's step

std::uint64_t mixed(std::uint64_t z) {
  z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9;
  z = (z ^ (z >> 27U)) * 0x94D049BB133111EB;
  return z ^ (z >> 31U);
}

} // namespace

Random::Random(std::uint64_t seed) {
  for (auto& word : m_state)
    word = mixed(seed += kGolden);
}

Random::Random(std::uint64_t seed, std::uint64_t stream) : Random(mixed(seed + kGolden) ^ mixed(~stream)) {}

std::uint64_t Random::next() {
  const std::uint64_t result = std::rotl(m_state[1] * 5, 7) * 9;
  const std::uint64_t shifted = m_state[1] << 17U;
  m_state[2] ^= m_state[0];
  m_state[3] ^= m_state[1];
  m_state[1] ^= m_state[2];
  m_state[0] ^= m_state[3];
  m_state[2] ^= shifted;
  m_state[3] = std::rotl(m_state[3], 45);
  return result;
}

std::uint64_t Random::below(std::uint64_t bound) {
  // The lowest numbers that would make some results likelier than others are thrown away.
  const std::uint64_t rejected = (0 - bound) % bound;
  while (true) {
    const std::uint64_t number = next();
    if (number >= rejected) return number % bound;
  }
}

int Random::between(int low, int high) {
  const auto width = static_cast<std::uint64_t>(static_cast<std::int64_t>(high) - low + 1);
  return static_cast<int>(low + static_cast<std::int64_t>(below(width)));
}

std::array<std::uint8_t, 10> Random::bytes() {
  std::array<std::uint8_t, 10> result{};
  std::uint64_t word = 0;
  for (std::size_t i = 0; i < result.size(); ++i) {
    if (i % 8 == 0) word = next();
    result[i] = static_cast<std::uint8_t>(word >> (8 * (i % 8)));
  }
  return result;
}

} // namespace madoguchi::generate
