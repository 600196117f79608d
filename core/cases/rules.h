// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/calendar/holidays.h"
#include "core/cases/actor.h"
#include "core/cases/attendance.h"
#include "core/cases/command.h"
#include "core/cases/event.h"
#include "core/procedures/formschema.h"
#include "core/procedures/procedure.h"

#include <optional>
#include <set>
#include <vector>

/// The rules of a case: pure functions, the same on client and server. No clock, no randomness: the
/// context brings everything.
namespace madoguchi::core {

/// One field that both sides changed since the base version.
struct FieldConflict {
  std::string pointer; ///< "/form/…", "/applicant/…", "/criteria/<id>", "/holder" or "/draft"
  json::value base;
  json::value mine;
  json::value theirs;
  UserId theirActor;
  Instant theirAt{};
  bool operator==(const FieldConflict&) const = default;
};
BOOST_DESCRIBE_STRUCT(FieldConflict, (), (pointer, base, mine, theirs, theirActor, theirAt))

/// Why a command was not applied; `conflicts` is filled exactly when the code is Conflict.
struct Refusal {
  ErrorCode code = ErrorCode::Internal;
  std::string detail;
  std::vector<FieldConflict> conflicts;
};

enum class Side { Client, Server };

struct Context {
  const Actor& actor;
  const OfficeTree& offices;
  const Procedure* procedure = nullptr; ///< of the case, or of the application that arrives; null if unknown
  const HolidayTable& holidays;
  Instant now{};
  Side side = Side::Client;
  std::string nextCaseNumber{};          ///< on the server, for RegisterCase
  std::string nextDocumentNumber{};      ///< on the server, for the last Approve
  const AbsenceBook* absences = nullptr; ///< who is away, for 代決; null where that is not known: no 代決
  const FormSchema* form = nullptr;      ///< compiled form of the procedure; null: edits are not checked
  bool casePending = false;              ///< on a client: the case has commands the server has not confirmed
  bool online = false;                   ///< on a client: the server is reachable
  const Procedure* moveTo = nullptr;     ///< for MoveToVersion: the published version that it names, or null
};

/// What a command would do to the case, or why it cannot. `state` is null for a case that is yet to arrive.
[[nodiscard]] tl::expected<std::vector<EventBody>, Refusal>
decide(const CaseState* state, const Command& command, const Context& context);

/// The state after an event. Never fails: what decide let through is a fact.
void apply(CaseState& state, const Event& event);

/// decide, then apply and append to the timeline; version + 1. On a refusal the record is untouched.
/// Returns how many events were appended.
[[nodiscard]] tl::expected<std::size_t, Refusal> execute(CaseRecord& record, const Command& command,
                                                         const Context& context);

/// The fold of a timeline; equals the state it belongs to (version counts the commands in it).
[[nodiscard]] CaseState replay(const CaseId& id, const std::vector<Event>& timeline);

/// Whether the actor may see the case at all.
[[nodiscard]] bool maySee(const Actor& actor, const CaseState& state, const OfficeTree& offices);

/// The command that takes a command back, from the states before and after it, or none where only an unsent
/// one can be dropped. Body only: id, base and time are the caller's.
[[nodiscard]] std::optional<CommandBody> inverse(const CommandBody& body, const CaseState& before);

/// Whether a draft is too weighty for 代決: flagged important 重要 or unusual 異例, or with an amount outside
/// the procedure's usual range.
[[nodiscard]] bool isWeighty(const CaseState& state, const Procedure& procedure);

/// The stages that wait for somebody now: all unanswered ones of the first unfinished group.
[[nodiscard]] std::vector<const RouteStage*> openStages(const CaseState& state);

} // namespace madoguchi::core
