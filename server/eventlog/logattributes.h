// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "server/eventlog/eventlog.h"

#include <string_view>

/// How one key and value of a file finds its place in the neutral log. Shared by the readers, so that CSV
/// and XES cannot drift apart. Errors name the key but never the value, which may be personal data.
namespace madoguchi::server {

/// Sets `key` of a trace; "concept:name" is its name.
[[nodiscard]] core::Result<void> setTraceAttribute(Trace& trace, std::string_view key, std::string_view value,
                                                   const LogLimits& limits);

/// An event that is being read.
struct EventDraft {
  LogEvent event;
  bool hasTime = false;
};

/// Sets `key` of an event; the standard keys of XES go to their members. Errors: FileBroken for a
/// time:timestamp that is no moment.
[[nodiscard]] core::Result<void> setEventAttribute(EventDraft& draft, std::string_view key,
                                                   std::string_view value, const LogLimits& limits);

/// Refuses an event without activity or time.
[[nodiscard]] core::Result<void> checkEvent(const EventDraft& draft);

/// FileBroken with "line N: reason", the form of every refusal of a reader.
[[nodiscard]] tl::unexpected<core::Error> brokenAt(std::size_t line, std::string_view reason);
/// The same with the code of `error` kept.
[[nodiscard]] tl::unexpected<core::Error> atLine(std::size_t line, const core::Error& error);

} // namespace madoguchi::server
