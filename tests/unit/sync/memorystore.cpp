// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/sync/memorystore.h"

#include <stdexcept>

namespace madoguchi::tests {

using core::OutboxStatus;

void MemoryStore::act(const core::ScopeName& scope, const std::string& caseId) {
  core::OutboxEntry entry;
  entry.deviceSeq = ++m_lastSeq;
  entry.command = core::CommandId("cmd" + std::to_string(m_lastSeq));
  entry.caseId = core::CaseId(caseId);
  entry.kind = "AddNote";
  entry.payload =
      R"({"id":")" + entry.command.value + R"(","case":")" + caseId + R"(","scope":")" + scope + R"("})";
  m_outbox[m_lastSeq] = std::move(entry);
}

sync::Started MemoryStore::started(bool follow) const {
  sync::Started started{m_cursor, {}, core::UserId("tanaka"), core::DeviceId("d1"), waiting(), follow};
  for (const auto& [scope, snapshot] : m_snapshots)
    started.snapshots.push_back({scope, snapshot.after});
  started.confirmed = m_confirmed;
  return started;
}

MemoryStore::Rows MemoryStore::rowsOf(const core::ScopeName& scope) const {
  const auto rows = m_rows.find(scope);
  return rows == m_rows.end() ? Rows{} : rows->second;
}

int MemoryStore::waiting() const {
  return static_cast<int>(m_outbox.size());
}

sync::Event MemoryStore::handle(sync::Action&& action) {
  if (const auto* asked = std::get_if<sync::LoadRun>(&action)) return load(*asked);
  if (const auto* mark = std::get_if<sync::MarkSent>(&action)) {
    for (const auto seq : mark->deviceSeqs)
      m_outbox.at(seq).status = OutboxStatus::Sent;
    return sync::RunMarked{mark->deviceSeqs};
  }
  if (const auto* unmark = std::get_if<sync::MarkUnsent>(&action)) {
    for (const auto seq : unmark->deviceSeqs)
      m_outbox.at(seq).status = OutboxStatus::Waiting;
    return sync::RunMarked{unmark->deviceSeqs};
  }
  if (const auto* answers = std::get_if<sync::RecordAnswers>(&action)) return record(*answers);
  if (const auto* feed = std::get_if<sync::ApplyFeed>(&action)) return apply(*feed);
  if (const auto* page = std::get_if<sync::ApplySnapshot>(&action)) return apply(*page);
  if (const auto* reset = std::get_if<sync::ResetScope>(&action)) {
    m_cursor.scopes[reset->scope] = 0;
    m_snapshots.erase(reset->scope);
    return sync::ScopeReset{m_cursor};
  }
  if (const auto* anew = std::get_if<sync::StartAnew>(&action)) {
    startAnew(anew->epoch);
    return sync::StartedAnew{m_cursor, waiting()};
  }
  if (std::holds_alternative<sync::LoadAudit>(action)) return sync::AuditLoaded{};
  throw std::logic_error("the store does not know this");
}

sync::RunLoaded MemoryStore::load(const sync::LoadRun& load) const {
  sync::RunLoaded loaded;
  for (const auto& [seq, entry] : m_outbox) {
    const bool unanswered = entry.status == OutboxStatus::Waiting || entry.status == OutboxStatus::Sent;
    if (unanswered && load.leaveOut.count(entry.caseId) == 0) loaded.entries.push_back(entry);
    if (loaded.entries.size() == load.maxCommands) break;
  }
  return loaded;
}

sync::AnswersRecorded MemoryStore::record(const sync::RecordAnswers& record) {
  for (const auto& answer : record.answers) {
    for (auto it = m_outbox.begin(); it != m_outbox.end(); ++it) {
      auto& entry = it->second;
      if (entry.command != answer.command) continue;
      entry.status = OutboxStatus::Confirmed;
      entry.answerScope = answer.scope;
      entry.answerSeq = answer.seq;
      if (answer.kind != core::AnswerKind::Rejected) break;
      rejected.push_back(answer.command.value);
      m_outbox.erase(it);
      break;
    }
  }
  if (auto last = core::lastConfirmed(record.answers); !last.command.empty()) m_confirmed = std::move(last);
  dropReached();
  return {waiting()};
}

/// A confirmed entry leaves when the cursor has reached its answer.
void MemoryStore::dropReached() {
  for (auto it = m_outbox.begin(); it != m_outbox.end();) {
    const auto& entry = it->second;
    const auto reached = m_cursor.scopes.find(entry.answerScope);
    const bool done = entry.status == OutboxStatus::Confirmed && reached != m_cursor.scopes.end() &&
                      reached->second >= entry.answerSeq;
    if (done) m_remembered.insert(*it);
    it = done ? m_outbox.erase(it) : std::next(it);
  }
}

void MemoryStore::startAnew(const std::string& epoch) {
  m_cursor = {epoch.empty() ? m_cursor.epoch : epoch, 1, {}};
  m_confirmed = {};
  m_snapshots.clear();
  m_rows.clear();
  m_outbox.merge(m_remembered);
  for (auto& [seq, entry] : m_outbox)
    entry.status = OutboxStatus::Waiting;
}

sync::FeedApplied MemoryStore::apply(const sync::ApplyFeed& feed) {
  sync::FeedApplied applied;
  for (const auto& item : feed.items) {
    if (const auto* list = std::get_if<core::ScopeList>(&item)) {
      if (m_cursor.epoch != list->epoch) startAnew(list->epoch);
      for (const auto& scope : list->scopes)
        m_cursor.scopes.try_emplace(scope, 0);
    } else if (const auto* row = std::get_if<core::CaseRow>(&item)) {
      m_rows[row->scope][row->id.value] = row->version;
      m_cursor.scopes[row->scope] = row->seq;
    } else if (const auto* gone = std::get_if<core::GoneRow>(&item)) {
      m_rows[gone->scope].erase(gone->id.value);
      m_cursor.scopes[gone->scope] = gone->seq;
    } else if (const auto* checkpoint = std::get_if<core::Checkpoint>(&item)) {
      m_cursor.scopes[checkpoint->scope] = checkpoint->seq;
      if (static_cast<std::int64_t>(m_rows[checkpoint->scope].size()) != checkpoint->count)
        applied.mismatched.push_back(checkpoint->scope);
    }
  }
  dropReached();
  applied.cursor = m_cursor;
  applied.waiting = waiting();
  return applied;
}

sync::Event MemoryStore::apply(const sync::ApplySnapshot& page) {
  const auto& end = std::get<core::SnapshotEnd>(page.items.back());
  auto& snapshot = m_snapshots[end.scope];
  if (page.begin > snapshot.after)
    return sync::StoreFailed{sync::LaneName::Pull, {core::ErrorCode::StorageFailed, "a page is missing"}};
  if (snapshot.stamp == 0) snapshot.stamp = end.stamp;
  snapshot.stamp = std::min(snapshot.stamp, end.stamp);
  snapshot.after = end.after;
  auto& rows = m_rows[end.scope];
  for (const auto& item : page.items) {
    const auto* row = std::get_if<core::CaseRow>(&item);
    if (row == nullptr) continue;
    rows[row->id.value] = std::max(rows[row->id.value], row->version);
    snapshot.named.insert(row->id.value);
  }
  if (end.done) {
    for (auto row = rows.begin(); row != rows.end();)
      row = snapshot.named.count(row->first) == 0 ? rows.erase(row) : std::next(row);
    m_cursor.scopes[end.scope] = snapshot.stamp;
    m_snapshots.erase(end.scope);
  }
  return sync::SnapshotApplied{m_cursor};
}

} // namespace madoguchi::tests
