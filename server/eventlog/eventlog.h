// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calendar/date.h"

#include <chrono>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace madoguchi::server {

/// A moment as an event log writes it. The offset is kept because the day of a deadline is the day on the
/// wall where the log was made, not the day in Japan.
struct LogTime {
  core::Instant at{};
  std::chrono::minutes offset{0};

  [[nodiscard]] core::Date localDay() const { return std::chrono::floor<std::chrono::days>(at + offset); }
  bool operator==(const LogTime&) const = default;
};

/// "2011-10-11T13:42:22.688+02:00"; reads what core::parseInstant reads. Errors: InvalidArgument.
[[nodiscard]] core::Result<LogTime> parseLogTime(std::string_view text);
[[nodiscard]] std::string toText(LogTime time);

using LogAttributes = std::map<std::string, std::string>;

struct LogEvent {
  std::string activity;     ///< concept:name
  LogTime timestamp;        ///< time:timestamp
  std::string resource;     ///< org:resource, empty where the log has none
  std::string group;        ///< org:group, empty where the log has none
  std::string lifecycle;    ///< lifecycle:transition as written ("complete", "START")
  LogAttributes attributes; ///< all others

  bool operator==(const LogEvent&) const = default;
};

struct Trace {
  std::string name; ///< concept:name, unique in its log
  LogAttributes attributes;
  std::vector<LogEvent> events; ///< in the order of the file

  bool operator==(const Trace&) const = default;
};

/// What XES (IEEE 1849) and CSV have in common. The same log read from either gives equal values: an empty
/// value is no attribute, "case:x" of a CSV is "x" of the trace, a moment has the form of toText(LogTime),
/// and a decimal loses a fraction of only zeros.
struct EventLog {
  std::vector<Trace> traces;

  [[nodiscard]] std::size_t eventCount() const;
  bool operator==(const EventLog&) const = default;
};

/// What a reader refuses to go beyond (TooLarge), so that no file can fill the memory.
struct LogLimits {
  std::size_t maxBytes = 512U << 20U; ///< after decompression
  std::size_t maxRatio = 200;         ///< of decompression, checked from 16 MiB on
  std::size_t maxTraces = 1'000'000;
  std::size_t maxEvents = 2'000'000;
  std::size_t maxAttributes = 1'000; ///< of one trace or event
  std::size_t maxValueBytes = 64U << 10U;
  std::size_t maxDepth = 64; ///< of XML elements
};

} // namespace madoguchi::server
