// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calendar/date.h"

#include <cstdint>
#include <functional>
#include <map>
#include <random>
#include <string_view>
#include <utility>

namespace madoguchi::tests {

/// Virtual time: what is to happen, in order. Nothing happens but by `runNext`, so one seed gives one world.
class Timeline {
public:
  explicit Timeline(std::uint64_t seed) : random(seed) {}

  core::Instant now{std::chrono::milliseconds(1'780'000'000'000)};
  std::mt19937_64 random;

  void after(std::chrono::milliseconds wait, std::function<void()> what) {
    m_due.emplace(std::pair{now + wait, ++m_number}, std::move(what));
  }
  /// False when nothing is left to happen.
  bool runNext() {
    if (m_due.empty()) return false;
    auto next = m_due.extract(m_due.begin());
    now = next.key().first;
    ++m_steps;
    next.mapped()();
    return true;
  }
  [[nodiscard]] std::int64_t steps() const { return m_steps; }

  [[nodiscard]] std::uint64_t below(std::uint64_t bound) { return random() % bound; }
  [[nodiscard]] bool chance(std::uint64_t percent) { return below(100) < percent; }
  [[nodiscard]] std::chrono::milliseconds between(std::uint64_t least, std::uint64_t most) {
    return std::chrono::milliseconds(least + below(most - least + 1));
  }

  /// Adds to the trace: two runs of one seed leave the same.
  void note(std::string_view what, std::int64_t number = 0) {
    for (const char c : what)
      fold(static_cast<unsigned char>(c));
    fold(static_cast<std::uint64_t>(number));
    fold(static_cast<std::uint64_t>(now.time_since_epoch().count()));
  }
  [[nodiscard]] std::uint64_t trace() const { return m_trace; }

private:
  void fold(std::uint64_t value) { m_trace = (m_trace ^ value) * 1'099'511'628'211ULL; }

  std::map<std::pair<core::Instant, std::uint64_t>, std::function<void()>> m_due;
  std::uint64_t m_number = 0;
  std::int64_t m_steps = 0;
  std::uint64_t m_trace = 14'695'981'039'346'656'037ULL; ///< FNV-1a
};

} // namespace madoguchi::tests
