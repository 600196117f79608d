// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/answers.h"

#include "storage/settings.h"

namespace madoguchi::storage {

using core::AnswerKind;
using core::OutboxStatus;

namespace {

OutboxStatus statusOf(AnswerKind kind) {
  switch (kind) {
  case AnswerKind::Applied:
  case AnswerKind::Merged:
    return OutboxStatus::Confirmed;
  case AnswerKind::Conflict:
    return OutboxStatus::Conflicted;
  case AnswerKind::BlockedBy:
    return OutboxStatus::Blocked;
  case AnswerKind::Rejected:
    break;
  }
  return OutboxStatus::Rejected;
}

void blockLater(OutboxTable& outbox, const core::OutboxEntry& refused) {
  for (auto& entry : outbox.ofCase(refused.caseId)) {
    if (entry.deviceSeq <= refused.deviceSeq || entry.status != OutboxStatus::Waiting) continue;
    entry.status = OutboxStatus::Blocked;
    entry.code = core::toText(core::ErrorCode::BlockedByEarlier);
    outbox.update(entry);
  }
}

} // namespace

void takeAnswers(Workbench& bench, Composer& composer, Changes& changes,
                 const std::vector<core::CommandAnswer>& answers) {
  std::set<core::CaseId> touched;
  for (const auto& answer : answers) {
    auto entry = bench.outbox.find(answer.command);
    if (!entry) continue; // an answer that comes twice
    entry->status = statusOf(answer.kind);
    entry->code = answer.code;
    entry->detail = answer.detail;
    entry->conflicts = answer.conflicts;
    entry->answerScope = answer.scope;
    entry->answerSeq = answer.seq;
    entry->requestId = answer.requestId;
    bench.outbox.update(*entry);
    changes.outbox();
    const bool refused = entry->status == OutboxStatus::Conflicted || entry->status == OutboxStatus::Rejected;
    if (refused) blockLater(bench.outbox, *entry);
    touched.insert(entry->caseId);
  }
  if (const auto last = core::lastConfirmed(answers); !last.command.empty())
    setConfirmed(bench.database, last);
  for (const core::CaseId& id : touched)
    composer.compose(id);
  releaseConfirmed(bench, composer, changes);
}

void releaseConfirmed(Workbench& bench, Composer& composer, Changes& changes) {
  for (const auto& entry : bench.outbox.withStatus(OutboxStatus::Confirmed)) {
    const auto& scopes = bench.scopes.all();
    const auto scope = scopes.find(entry.answerScope);
    // In a scope that this cache does not see, its effect shows by the case leaving here; or by not being
    // here at all but for this desk's own commands: received here, it may be elsewhere before it has come.
    const auto isHere = [&] {
      const auto stored = bench.cases.find(entry.caseId);
      return stored && stored->stamp.version > 0;
    };
    const bool reached =
        scope == scopes.end() ? entry.answerScope.empty() || !isHere() : scope->second.seq >= entry.answerSeq;
    if (!reached) continue;
    // Of a case that is not to be seen any more it is forgotten when a drained feed says so.
    bench.outbox.retire(entry.deviceSeq);
    changes.outbox();
    composer.compose(entry.caseId);
  }
}

} // namespace madoguchi::storage
