// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/rules.h"

#include <cstdint>
#include <string>
#include <vector>

namespace madoguchi::core {

/// Where an outbox entry stands. Data, so that it survives a restart.
enum class OutboxStatus {
  Waiting,   ///< to be sent
  Sent,      ///< on its way; after a restart it is sent again (the id makes that harmless)
  Confirmed, ///< answered applied or merged; leaves when the feed has reached the answer's seq
  Conflicted,
  Rejected,
  Blocked,     ///< an earlier command of the same case was not applied
  Quarantined, ///< its scope is gone; kept and shown
};
BOOST_DESCRIBE_ENUM(OutboxStatus, Waiting, Sent, Confirmed, Conflicted, Rejected, Blocked, Quarantined)

/// A command on its way to the server. `payload` is the exact text made when the user acted; it is never
/// re-encoded, because the server remembers its hash under the command's id.
struct OutboxEntry {
  std::int64_t deviceSeq = 0;
  CommandId command;
  CaseId caseId;
  std::string kind;
  std::string payload;
  OutboxStatus status = OutboxStatus::Waiting;
  int attempts = 0;
  Instant madeAt{};
  std::string code; ///< of a rejection, by name
  std::string detail;
  std::vector<FieldConflict> conflicts;
  std::int64_t answerSeq = 0;
  std::string answerScope;
  std::string requestId;
};

enum class AnswerKind { Applied, Merged, Conflict, Rejected, BlockedBy };
BOOST_DESCRIBE_ENUM(AnswerKind, Applied, Merged, Conflict, Rejected, BlockedBy)

/// The server's final word on one command.
struct CommandAnswer {
  CommandId command;
  AnswerKind kind = AnswerKind::Applied;
  std::string code; ///< ErrorCode by name, of Rejected and Conflict
  std::string detail;
  std::vector<FieldConflict> conflicts;
  CommandId blockedBy;
  std::string scope; ///< where the effect appears in the feed, and at which seq
  std::int64_t seq = 0;
  std::int64_t caseVersion = 0;
  std::string requestId;
  Instant at{}; ///< when the server decided it, also where it answers again; none of an older server
  bool operator==(const CommandAnswer&) const = default;
};
BOOST_DESCRIBE_STRUCT(CommandAnswer, (),
                      (command, kind, code, detail, conflicts, blockedBy, scope, seq, caseVersion, requestId,
                       at))

/// The command has had its effect, as it was sent or merged with others'.
[[nodiscard]] inline bool wasApplied(const CommandAnswer& answer) {
  return answer.kind == AnswerKind::Applied || answer.kind == AnswerKind::Merged;
}

/// A command that the server has confirmed, and when it decided it. Both together name one history of its
/// database: where an older state of it was put in its place, a copy of the command that came late was
/// decided there anew, at another moment, and what stood beside it perhaps in another way.
struct Confirmation {
  CommandId command{}; ///< empty: none
  Instant at{}; ///< none of an older server, or noted by an older client: then the command alone counts
  bool operator==(const Confirmation&) const = default;
};

/// What was decided last of these answers, if it had its effect. That need not be the last of them: one that
/// is given again may be older than those before it.
[[nodiscard]] inline Confirmation lastConfirmed(const std::vector<CommandAnswer>& answers) {
  Confirmation last;
  for (const CommandAnswer& answer : answers)
    if (wasApplied(answer) && answer.at >= last.at) last = {answer.command, answer.at};
  return last;
}

/// One row of the journal of views, searches, prints, copies and exports made at a desk.
struct DeskAuditRow {
  std::int64_t deviceSeq = 0;
  std::string id; ///< UUIDv7
  Instant at{};
  UserId actor;
  std::string action;  ///< view, search, print, copy, export, openDocument
  std::string subject; ///< a case id, or a count; never personal data
  bool operator==(const DeskAuditRow&) const = default;
};
BOOST_DESCRIBE_STRUCT(DeskAuditRow, (), (deviceSeq, id, at, actor, action, subject))

} // namespace madoguchi::core
