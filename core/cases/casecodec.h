// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/cases/command.h"
#include "core/cases/event.h"

#include <string>
#include <string_view>

namespace madoguchi::core {

/// JSON of commands, events and cases. Unknown fields survive a round trip; unknown kinds are refused
/// with UnknownKind. Each record carries its version in "record".
[[nodiscard]] json::value toJson(const Command& command);
[[nodiscard]] json::value toJson(const Event& event);
[[nodiscard]] json::value toJson(const CaseState& state);
[[nodiscard]] json::value toJson(const Applicant& applicant);
[[nodiscard]] Result<Command> commandFrom(const json::value& value);
[[nodiscard]] Result<CommandBody> commandBodyFrom(const json::value& value);
[[nodiscard]] Result<Event> eventFrom(const json::value& value);
[[nodiscard]] Result<CaseState> caseStateFrom(const json::value& value);
[[nodiscard]] Result<Applicant> applicantFrom(const json::value& value);

/// The two canonical texts in which a case is stored and synced: its state, and its timeline as an array.
struct CaseText {
  std::string state;
  std::string timeline;
  bool operator==(const CaseText&) const = default;
};
[[nodiscard]] CaseText toText(const CaseRecord& record);
[[nodiscard]] Result<CaseRecord> caseRecordFrom(std::string_view state, std::string_view timeline);

/// SHA-256 in hex over state, a newline, and timeline: the `digest` of the synced row.
[[nodiscard]] std::string digestOf(const CaseText& text);

} // namespace madoguchi::core
