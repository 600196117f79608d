// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/commandrunner.h"

#include <algorithm>

namespace madoguchi::storage {

using core::ErrorCode;
using core::OutboxStatus;

CommandRunner::CommandRunner(Workbench& bench, core::Date today, bool online)
    : m_bench(bench), m_composer(bench, m_changes, today), m_online(online) {}

PerformResult CommandRunner::perform(const core::Command& command) {
  // The same wish again, after a failure that came after the commit: the id makes it harmless.
  if (m_bench.outbox.find(command.id)) return done(command.caseId);
  const auto stored = m_bench.cases.find(command.caseId);
  core::CaseRecord record;
  if (stored) {
    const auto text = m_bench.cases.shownText(stored->key);
    record = valueOrFail(core::caseRecordFrom(text.state, text.timeline));
  }
  const auto entries = m_bench.outbox.ofCase(command.caseId);
  auto context = m_bench.around.contextOf(record.state, command);
  context.online = m_online;
  context.casePending = std::any_of(entries.begin(), entries.end(), [](const core::OutboxEntry& entry) {
    return entry.status != OutboxStatus::Confirmed;
  });
  const core::CaseState before = record.state;
  const auto executed = core::execute(record, command, context);
  if (!executed) return tl::unexpected(executed.error());

  Performed performed;
  performed.caseId = command.caseId;
  performed.version = record.state.version;
  performed.body = command.body;
  if (*executed > 0) {
    m_bench.outbox.append(command);
    m_changes.outbox();
    m_composer.show(stored, record, stored ? stored->stamp : Stamp{});
    performed.command = command.id;
    if (stored) performed.inverse = core::inverse(command.body, before);
  }
  performed.changes = m_changes.set();
  return performed;
}

PerformResult CommandRunner::takeBack(const core::CommandId& id,
                                      const std::optional<core::Command>& inverse) {
  if (const auto entry = m_bench.outbox.find(id)) {
    const auto entries = m_bench.outbox.ofCase(entry->caseId);
    // One that was ever sent may have arrived, even if nobody answered.
    const bool unsent = entry->status == OutboxStatus::Waiting && entry->attempts == 0;
    if (unsent && entries.back().deviceSeq == entry->deviceSeq) {
      m_bench.outbox.remove(entry->deviceSeq);
      m_changes.outbox();
      m_composer.compose(entry->caseId);
      return done(entry->caseId);
    }
  }
  if (!inverse)
    return tl::unexpected(core::Refusal{ErrorCode::WrongState, "it was sent, or others stand on it", {}});
  return perform(*inverse);
}

PerformResult CommandRunner::resolve(const core::CommandId& id,
                                     const std::optional<core::Command>& replacement) {
  const auto entry = entryOrFail(id);
  // What is on its way cannot be dropped here: the server may have applied it already.
  if (entry.status == OutboxStatus::Sent || entry.status == OutboxStatus::Confirmed)
    return tl::unexpected(core::Refusal{ErrorCode::WrongState, "it is on its way to the server", {}});
  m_bench.outbox.remove(entry.deviceSeq);
  m_changes.outbox();
  m_composer.compose(entry.caseId);
  Performed performed;
  if (replacement) {
    auto replaced = perform(*replacement);
    if (!replaced) return replaced;
    performed = std::move(*replaced);
  } else {
    performed.caseId = entry.caseId;
  }
  if (entry.status != OutboxStatus::Blocked) unblock(entry);
  m_composer.compose(entry.caseId);
  performed.changes = m_changes.set();
  performed.changes.outboxChanged = true;
  return performed;
}

PerformResult CommandRunner::retry(const core::CommandId& id, const core::CommandId& newId,
                                   core::Instant now) {
  auto entry = entryOrFail(id);
  if (entry.status == OutboxStatus::Conflicted || entry.status == OutboxStatus::Rejected) {
    // Its answer is final under its id, so the same wish goes out as a new command.
    core::Command again = commandOf(entry);
    again.id = newId;
    again.madeAt = now;
    if (const auto stored = m_bench.cases.find(again.caseId)) {
      const auto text = m_bench.cases.shownText(stored->key);
      again.baseVersion = valueOrFail(core::caseRecordFrom(text.state, text.timeline)).state.version;
    }
    return resolve(id, again);
  }
  if (entry.status == OutboxStatus::Blocked || entry.status == OutboxStatus::Quarantined) {
    entry.status = OutboxStatus::Waiting;
    entry.code.clear();
    entry.detail.clear();
    m_bench.outbox.update(entry);
    m_changes.outbox();
    m_composer.compose(entry.caseId);
  }
  return done(entry.caseId);
}

void CommandRunner::unblock(const core::OutboxEntry& behind) {
  for (auto& entry : m_bench.outbox.ofCase(behind.caseId)) {
    if (entry.status != OutboxStatus::Blocked || entry.deviceSeq < behind.deviceSeq) continue;
    entry.status = OutboxStatus::Waiting;
    entry.code.clear();
    entry.detail.clear();
    m_bench.outbox.moveToEnd(entry);
  }
}

core::OutboxEntry CommandRunner::entryOrFail(const core::CommandId& id) {
  auto entry = m_bench.outbox.find(id);
  if (!entry) fail(ErrorCode::NotFound, "no such command in the outbox");
  return std::move(*entry);
}

Performed CommandRunner::done(const core::CaseId& id) {
  Performed performed;
  performed.caseId = id;
  performed.changes = m_changes.set();
  return performed;
}

} // namespace madoguchi::storage
