// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/eventlog/eventlog.h"

#include <array>
#include <cstdio>
#include <cstdlib>
#include <numeric>

namespace madoguchi::server {

namespace {

/// parseInstant has accepted the text, so its end is "Z" or an offset of six characters.
std::chrono::minutes offsetOf(std::string_view text) {
  if (text.back() == 'Z') return std::chrono::minutes{0};
  const auto digit = [&](std::size_t fromEnd) { return text[text.size() - fromEnd] - '0'; };
  const std::chrono::minutes size{(digit(5) * 10 + digit(4)) * 60 + digit(2) * 10 + digit(1)};
  return text[text.size() - 6] == '-' ? -size : size;
}

} // namespace

core::Result<LogTime> parseLogTime(std::string_view text) {
  const auto at = core::parseInstant(text);
  if (!at) return tl::unexpected(at.error());
  return LogTime{*at, offsetOf(text)};
}

std::string toText(LogTime time) {
  std::string text = core::toText(time.at + time.offset);
  text.pop_back(); // "Z": the local time is not UTC
  const int minutes = static_cast<int>(time.offset.count());
  std::array<char, 16> offset{};
  const int length = std::snprintf(offset.data(), offset.size(), "%c%02d:%02d", minutes < 0 ? '-' : '+',
                                   std::abs(minutes) / 60, std::abs(minutes) % 60);
  return text.append(offset.data(), static_cast<std::size_t>(length));
}

std::size_t EventLog::eventCount() const {
  return std::accumulate(traces.begin(), traces.end(), std::size_t{0},
                         [](std::size_t sum, const Trace& trace) { return sum + trace.events.size(); });
}

} // namespace madoguchi::server
