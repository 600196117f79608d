// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <random>
#include <string>
#include <vector>

namespace madoguchi::fuzz {

/// Breaks good inputs in the ways that readers trip over. The same seeds and number give the same inputs on
/// every machine.
class Mutator {
public:
  Mutator(std::vector<std::string> seeds, std::uint64_t number)
      : m_seeds(std::move(seeds)), m_random(number) {}

  /// One of the seeds with one to four things wrong.
  [[nodiscard]] std::string next();
  /// `text` with one thing wrong.
  [[nodiscard]] std::string broken(std::string text);

private:
  [[nodiscard]] std::size_t below(std::size_t bound) { return static_cast<std::size_t>(m_random() % bound); }

  std::vector<std::string> m_seeds;
  std::mt19937_64 m_random;
};

} // namespace madoguchi::fuzz
