// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/composer.h"

#include <algorithm>
#include <unordered_set>

namespace madoguchi::storage {

namespace {

using core::OutboxStatus;

/// Whether a command stands in what the user sees. A refused one does not, but where it is all that there is
/// of a case (paper taken in here), leaving it out would hide the case from the person who has to mend it.
bool isShown(const core::OutboxEntry& entry, bool onServer) {
  switch (entry.status) {
  case OutboxStatus::Conflicted:
  case OutboxStatus::Rejected:
    return !onServer;
  case OutboxStatus::Quarantined:
    return false;
  case OutboxStatus::Waiting:
  case OutboxStatus::Sent:
  case OutboxStatus::Confirmed:
  case OutboxStatus::Blocked:
    break;
  }
  return true;
}

core::RowFlags flagsOf(const std::vector<core::OutboxEntry>& entries) {
  core::RowFlags flags = 0;
  for (const auto& entry : entries) {
    if (isUnanswered(entry.status) || entry.status == OutboxStatus::Blocked)
      flags |= core::bit(core::RowFlag::Pending);
    if (needsAttention(entry)) flags |= core::bit(core::RowFlag::Attention);
  }
  return flags;
}

core::CaseState stateOf(const std::string& text) {
  return valueOrFail(core::caseStateFrom(valueOrFail(core::parseJson(text))));
}

void demandCase(const core::CaseState& state, const core::CaseId& id) {
  if (state.id != id) fail(core::ErrorCode::Malformed, "a case row holds another case");
}

std::unordered_set<core::CommandId> commandsIn(const std::vector<core::Event>& timeline) {
  std::unordered_set<core::CommandId> ids;
  for (const core::Event& event : timeline)
    ids.insert(event.command);
  return ids;
}

} // namespace

Composer::Composer(Workbench& bench, Changes& changes, core::Date today)
    : m_bench(bench), m_changes(changes), m_today(today) {
  forgetReferences();
}

void Composer::forgetReferences() {
  m_summarizer.emplace(m_bench.around.holidays, m_today);
}

std::optional<core::CaseText> Composer::baseOf(const std::optional<StoredCase>& stored,
                                               const std::optional<ServerRow>& news) {
  if (news) return news->text;
  if (!stored || stored->stamp.version == 0) return std::nullopt;
  if (auto base = m_bench.cases.baseText(stored->key)) return base;
  return m_bench.cases.shownText(stored->key);
}

core::CaseRecord Composer::recordOf(const core::CaseText& base, bool& isKnown) {
  auto record = core::caseRecordFrom(base.state, base.timeline);
  isKnown = record || record.error().code != core::ErrorCode::UnknownKind;
  if (isKnown) return valueOrFail(std::move(record));
  return {stateOf(base.state), {}};
}

bool Composer::replay(core::OutboxEntry& entry, core::CaseRecord& record, bool pendingBefore) {
  const auto command = knownCommandOf(entry);
  if (!command) return false;
  auto context = m_bench.around.contextOf(record.state, *command);
  context.casePending = pendingBefore;
  context.online = true; // whether it might be given at all was asked when it was given
  const auto done = core::execute(record, *command, context);
  const bool mark = entry.status == OutboxStatus::Waiting;
  const std::string code = done ? std::string() : std::string(core::toText(done.error().code));
  if (mark && entry.code != code) {
    entry.code = code;
    entry.detail = done ? std::string() : done.error().detail;
    entry.conflicts = done ? std::vector<core::FieldConflict>() : done.error().conflicts;
    m_bench.outbox.update(entry);
    m_changes.outbox();
  }
  return done.has_value();
}

void Composer::compose(const core::CaseId& id, const std::optional<ServerRow>& news) {
  const auto stored = m_bench.cases.find(id);
  auto entries = m_bench.outbox.ofCase(id);
  const auto base = baseOf(stored, news);
  const Stamp stamp = news ? news->stamp : stored ? stored->stamp : Stamp{};
  core::CaseRecord record;
  bool isKnown = true;
  if (base) {
    record = recordOf(*base, isKnown);
    demandCase(record.state, id);
  }
  const auto present = commandsIn(record.timeline);
  bool covered = false;
  bool pendingBefore = false;
  for (auto& entry : entries) {
    if (!isKnown) break; // each is sent all the same
    if (!isShown(entry, base.has_value()) || present.count(entry.command) != 0) continue;
    covered = replay(entry, record, pendingBefore) || covered;
    pendingBefore = pendingBefore || entry.status != OutboxStatus::Confirmed;
  }
  if (!base && !covered) {
    if (stored) remove(*stored, id);
    return;
  }
  if (record.state.status == core::Status::Destroyed) m_bench.outbox.forget(id);
  const auto now = shown(record.state, covered ? core::toText(record) : *base, entries);
  std::int64_t key = stored ? stored->key : 0;
  if (stored) {
    m_bench.cases.update(*stored, now, stamp);
    m_changes.changed(key, id);
  } else {
    key = m_bench.cases.insert(now, stamp);
    m_changes.added(key, id);
  }
  if (covered)
    m_bench.cases.setBase(key, base.value_or(core::CaseText{}));
  else
    m_bench.cases.dropBase(key);
}

void Composer::put(const core::CaseId& id, const ServerRow& row, const std::optional<StoredCase>& stored) {
  const auto state = stateOf(row.text.state);
  demandCase(state, id);
  if (state.status == core::Status::Destroyed) m_bench.outbox.forget(id);
  const auto now = shown(state, row.text, {});
  if (stored) {
    m_bench.cases.update(*stored, now, row.stamp);
    m_changes.changed(stored->key, id);
  } else {
    m_changes.added(m_bench.cases.insert(now, row.stamp), id);
  }
}

std::int64_t Composer::show(const std::optional<StoredCase>& stored, const core::CaseRecord& record,
                            const Stamp& stamp) {
  const core::CaseId& id = record.state.id;
  const auto now = shown(record.state, core::toText(record), m_bench.outbox.ofCase(id));
  if (!stored) {
    const std::int64_t key = m_bench.cases.insert(now, stamp);
    m_bench.cases.setBase(key, {});
    m_changes.added(key, id);
    return key;
  }
  if (!m_bench.cases.baseText(stored->key))
    m_bench.cases.setBase(stored->key, m_bench.cases.shownText(stored->key));
  m_bench.cases.update(*stored, now, stamp);
  m_changes.changed(stored->key, id);
  return stored->key;
}

void Composer::remove(const StoredCase& stored, const core::CaseId& id) {
  m_bench.cases.erase(stored.key);
  m_changes.removed(stored.key, id);
}

ShownCase Composer::shown(const core::CaseState& state, core::CaseText text,
                          const std::vector<core::OutboxEntry>& entries) {
  const auto* procedure = m_bench.around.procedure(state.procedure, state.procedureVersion);
  ShownCase now{m_summarizer->summarize(state, procedure), std::move(text), searchTexts(state)};
  now.summary.row.flags |= flagsOf(entries);
  return now;
}

void Composer::summarizeAgain(const std::vector<std::int64_t>& keys) {
  for (const std::int64_t key : keys) {
    const core::CaseId id = m_bench.cases.idOf(key);
    const auto stored = m_bench.cases.find(id);
    auto text = m_bench.cases.shownText(key);
    const core::CaseState state = stateOf(text.state);
    m_bench.cases.update(*stored, shown(state, std::move(text), m_bench.outbox.ofCase(id)), stored->stamp);
    m_changes.changed(key, id);
  }
}

} // namespace madoguchi::storage
