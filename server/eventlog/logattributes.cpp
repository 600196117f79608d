// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/eventlog/logattributes.h"

#include <algorithm>

namespace madoguchi::server {

namespace {

using core::ErrorCode;
using core::failure;

bool isDigits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// The one spelling of a value. CSV knows no types: tools write the integer 157 of a XES file as "157.0",
/// and its moments with a blank and microseconds.
std::string normalValue(std::string_view value) {
  if (value.size() >= 20 && value[4] == '-') {
    if (const auto time = parseLogTime(value)) return toText(*time);
  }
  const std::size_t dot = value.find('.');
  if (dot != std::string_view::npos && dot + 1 < value.size() &&
      value.find_first_not_of('0', dot + 1) == std::string_view::npos) {
    const std::string_view whole = value.substr(0, dot);
    if (isDigits(whole) || (whole.size() > 1 && whole[0] == '-' && isDigits(whole.substr(1))))
      return std::string{whole};
  }
  return std::string{value};
}

core::Result<void> checkSize(std::string_view key, std::string_view value, const LogLimits& limits) {
  if (key.size() > limits.maxValueBytes || value.size() > limits.maxValueBytes)
    return failure(ErrorCode::TooLarge, "an attribute is longer than the limit");
  return {};
}

core::Result<void> setOther(LogAttributes& attributes, std::string_view key, std::string_view value,
                            const LogLimits& limits) {
  if (key.empty()) return failure(ErrorCode::FileBroken, "an attribute has no key");
  if (attributes.size() >= limits.maxAttributes)
    return failure(ErrorCode::TooLarge, "more attributes than the limit");
  if (!attributes.emplace(key, normalValue(value)).second)
    return failure(ErrorCode::FileBroken, "attribute " + std::string{key} + " stands twice");
  return {};
}

/// Standard keys are few and set once; a second one in the same element is a broken file.
core::Result<void> setOnce(std::string& member, std::string_view key, std::string_view value) {
  if (!member.empty())
    return failure(ErrorCode::FileBroken, "attribute " + std::string{key} + " stands twice");
  member = value;
  return {};
}

} // namespace

core::Result<void> setTraceAttribute(Trace& trace, std::string_view key, std::string_view value,
                                     const LogLimits& limits) {
  if (auto size = checkSize(key, value, limits); !size) return size;
  if (value.empty()) return {};
  if (key == "concept:name") return setOnce(trace.name, key, value);
  return setOther(trace.attributes, key, value, limits);
}

core::Result<void> setEventAttribute(EventDraft& draft, std::string_view key, std::string_view value,
                                     const LogLimits& limits) {
  if (auto size = checkSize(key, value, limits); !size) return size;
  if (value.empty()) return {};
  LogEvent& event = draft.event;
  if (key == "concept:name") return setOnce(event.activity, key, value);
  if (key == "org:resource") return setOnce(event.resource, key, value);
  if (key == "org:group") return setOnce(event.group, key, value);
  if (key == "lifecycle:transition") return setOnce(event.lifecycle, key, value);
  if (key != "time:timestamp") return setOther(event.attributes, key, value, limits);
  if (draft.hasTime) return failure(ErrorCode::FileBroken, "attribute time:timestamp stands twice");
  const auto time = parseLogTime(value);
  if (!time) return failure(ErrorCode::FileBroken, "time:timestamp is " + time.error().detail);
  event.timestamp = *time;
  draft.hasTime = true;
  return {};
}

core::Result<void> checkEvent(const EventDraft& draft) {
  if (draft.event.activity.empty()) return failure(ErrorCode::FileBroken, "an event without concept:name");
  if (!draft.hasTime) return failure(ErrorCode::FileBroken, "an event without time:timestamp");
  return {};
}

tl::unexpected<core::Error> brokenAt(std::size_t line, std::string_view reason) {
  return failure(ErrorCode::FileBroken, "line " + std::to_string(line) + ": " + std::string{reason});
}

tl::unexpected<core::Error> atLine(std::size_t line, const core::Error& error) {
  return failure(error.code, "line " + std::to_string(line) + ": " + error.detail);
}

} // namespace madoguchi::server
