// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/feedapplier.h"

#include "storage/answers.h"
#include "storage/settings.h"

#include <algorithm>
#include <unordered_set>

namespace madoguchi::storage {

namespace {

using core::ErrorCode;
using core::OutboxStatus;

constexpr std::int64_t kFewCases = 10;
constexpr std::int64_t kHeldShare = 5; // one in five

std::string referenceId(const std::string& entity, const std::string& key) {
  return entity + "/" + key;
}

} // namespace

FeedApplier::FeedApplier(Workbench& bench, core::Date today)
    : m_bench(bench), m_composer(bench, m_changes, today), m_withEntries(bench.outbox.cases()) {}

std::vector<core::CaseId> FeedApplier::casesOf(const core::ScopeName& scope, bool unseenOnly) {
  std::vector<core::CaseId> ids;
  const auto number = m_bench.words.find(scope);
  if (!number) return ids;
  Use rows = m_bench.database.use("SELECT id FROM case_documents d JOIN cases c ON c.key = d.key"
                                  " WHERE scope = ? AND (seq = 0 OR NOT ?)",
                                  *number, unseenOnly);
  while (rows.step())
    ids.emplace_back(rows.text(0));
  return ids;
}

std::optional<HeldRemoval> FeedApplier::wouldRemoveTooMuch(const std::vector<core::FeedItem>& items) {
  std::unordered_set<core::CaseId> arriving;
  std::unordered_set<core::CaseId> leaving;
  for (const auto& item : items)
    if (const auto* row = std::get_if<core::CaseRow>(&item)) arriving.insert(row->id);
  for (const auto& item : items) {
    if (const auto* gone = std::get_if<core::GoneRow>(&item)) {
      const auto stored = m_bench.cases.find(gone->id);
      if (stored && stored->stamp.scope == gone->scope) leaving.insert(gone->id);
    } else if (const auto* list = std::get_if<core::ScopeList>(&item)) {
      for (const auto& [name, scope] : m_bench.scopes.all())
        if (std::find(list->scopes.begin(), list->scopes.end(), name) == list->scopes.end())
          for (auto& id : casesOf(name, false))
            leaving.insert(std::move(id));
    } else if (const auto* checkpoint = std::get_if<core::Checkpoint>(&item)) {
      const auto found = m_bench.scopes.all().find(checkpoint->scope);
      if (found != m_bench.scopes.all().end() && !found->second.fresh)
        for (auto& id : casesOf(checkpoint->scope, true))
          leaving.insert(std::move(id));
    }
  }
  HeldRemoval removal;
  for (const core::CaseId& id : leaving) {
    if (arriving.count(id) != 0) continue;
    ++removal.removed;
    if (m_withEntries.count(id) == 0) continue;
    for (const auto& entry : m_bench.outbox.ofCase(id))
      removal.unsent += isUnanswered(entry.status) || entry.status == OutboxStatus::Blocked ? 1 : 0;
  }
  if (removal.removed < kFewCases && removal.unsent == 0) return std::nullopt;
  removal.total = m_bench.database.number("SELECT count(*) FROM cases"); // reads all of them
  const bool many = removal.removed >= kFewCases && removal.removed * kHeldShare > removal.total;
  return many || removal.unsent > 0 ? std::optional(removal) : std::nullopt;
}

FeedResult FeedApplier::apply(const std::vector<core::FeedItem>& items, const core::Confirmation& named,
                              const Enough& enough) {
  // References first: cases of the same batch are derived and replayed with them.
  for (const auto& item : items) {
    if (const auto* list = std::get_if<core::ScopeList>(&item)) take(*list);
    if (const auto* row = std::get_if<core::ReferenceRow>(&item)) take(*row);
  }
  updateReferences();
  for (const auto& item : items) {
    if (m_result.taken != 0 && enough()) break;
    ++m_result.taken;
    if (const auto* row = std::get_if<core::CaseRow>(&item)) take(*row, false);
    if (const auto* row = std::get_if<core::GoneRow>(&item)) take(*row);
    if (const auto* checkpoint = std::get_if<core::Checkpoint>(&item)) take(*checkpoint);
    if (const auto* end = std::get_if<core::SnapshotEnd>(&item)) take(*end);
  }
  releaseConfirmed(m_bench, m_composer, m_changes);
  forgetUnseen(items, named);
  m_bench.scopes.save();
  m_result.changes = m_changes.set();
  return std::move(m_result);
}

core::ChangeSet FeedApplier::takeSnapshotEnd(const core::SnapshotEnd& end) {
  take(end);
  m_bench.scopes.save();
  return m_changes.set();
}

void FeedApplier::take(const core::CaseRow& row, bool isSnapshot) {
  const ServerRow server{{row.scope, row.seq, row.version, row.digest}, {row.state, row.timeline}};
  if (!isSnapshot) m_bench.scopes.advance(row.scope, row.seq);
  const auto stored = m_bench.cases.find(row.id);
  const bool known = stored && stored->stamp.version > 0;
  // Bulk pages and the feed overlap: an older form must not cover a newer one. Rows that are fetched anew
  // (seq 0) take any form, because a restored server may hold older ones.
  if (known && stored->stamp.seq != 0 && row.version < stored->stamp.version) return;
  if (core::digestOf(server.text) != row.digest)
    fail(ErrorCode::Malformed, "a case row is not what its digest says");
  if (known)
    m_bench.scopes.take(stored->stamp.scope, row.id.value, stored->stamp.version, stored->stamp.digest);
  m_bench.scopes.add(row.scope, row.id.value, row.version, row.digest);
  if (m_withEntries.count(row.id) == 0) return m_composer.put(row.id, server, stored);
  for (auto& entry : m_bench.outbox.ofCase(row.id)) {
    if (entry.status != OutboxStatus::Quarantined) continue;
    entry.status = OutboxStatus::Waiting; // the case has come back into sight
    m_bench.outbox.update(entry);
    m_changes.outbox();
  }
  m_composer.compose(row.id, server);
}

void FeedApplier::take(const core::GoneRow& row) {
  m_bench.scopes.advance(row.scope, row.seq);
  const auto stored = m_bench.cases.find(row.id);
  // In another scope by now: the tombstone is about the place that it has left.
  if (!stored || stored->stamp.scope != row.scope || stored->stamp.seq > row.seq) return;
  removeCase(*stored, row.id);
}

void FeedApplier::removeCase(const StoredCase& stored, const core::CaseId& id) {
  m_bench.scopes.take(stored.stamp.scope, id.value, stored.stamp.version, stored.stamp.digest);
  m_composer.remove(stored, id);
  if (m_withEntries.count(id) == 0) return;
  for (auto& entry : m_bench.outbox.ofCase(id)) {
    if (entry.status == OutboxStatus::Confirmed) {
      m_bench.outbox.retire(entry.deviceSeq);
    } else if (entry.status == OutboxStatus::Waiting || entry.status == OutboxStatus::Blocked) {
      entry.status = OutboxStatus::Quarantined;
      m_bench.outbox.update(entry);
    }
    m_changes.outbox();
  }
}

void FeedApplier::forgetUnseen(const std::vector<core::FeedItem>& items, const core::Confirmation& named) {
  // Not before the feed is drained: a case that has left one office may come with the rows of another.
  const bool isDrained = std::any_of(items.begin(), items.end(), [](const core::FeedItem& item) {
    const auto* end = std::get_if<core::FeedEnd>(&item);
    return end != nullptr && !end->more;
  });
  if (!isDrained || m_result.taken < items.size()) return;
  // Of a scope that comes by snapshot pages the feed brings nothing before they are here.
  for (const auto& [name, scope] : m_bench.scopes.all())
    if (!scope.followed || scope.snapshotAfter) return;
  // What was confirmed since it was asked for may be of a history that this feed does not know.
  if (named != confirmedOf(m_bench.database)) return;
  m_bench.outbox.forgetUnseen();
}

void FeedApplier::take(const core::ReferenceRow& row) {
  m_bench.scopes.advance(row.scope, row.seq);
  std::optional<std::pair<std::int64_t, std::string>> present;
  {
    Use found = m_bench.database.use("SELECT version, digest, scope FROM refs WHERE entity = ? AND key = ?",
                                     row.entity, row.key);
    if (found.step()) {
      present = {found.integer(0), found.text(1)};
      m_bench.scopes.take(m_bench.words.word(found.integer(2)), referenceId(row.entity, row.key),
                          present->first, present->second);
    }
  }
  if (row.document.empty()) {
    m_bench.database.run("DELETE FROM refs WHERE entity = ? AND key = ?", row.entity, row.key);
  } else {
    if (core::sha256Hex(row.document) != row.digest)
      fail(ErrorCode::Malformed, "a reference is not what its digest says");
    m_bench.database.run("INSERT OR REPLACE INTO refs(entity, key, scope, seq, version, digest, document)"
                         " VALUES (?, ?, ?, ?, ?, ?, ?)",
                         row.entity, row.key, m_bench.words.numberOf(row.scope), row.seq, row.version,
                         row.digest, row.document);
    m_bench.scopes.add(row.scope, referenceId(row.entity, row.key), row.version, row.digest);
  }
  m_referencesChanged = true;
  const bool same = present && present->second == row.digest && !row.document.empty();
  if (same) return;
  if (row.entity == "holidays") m_holidaysChanged = true;
  if (row.entity == "procedure") m_changedProcedures.emplace(row.key.substr(0, row.key.rfind('@')));
}

void FeedApplier::take(const core::ScopeList& list) {
  const std::string epoch = settingOf(m_bench.database, kEpochSetting);
  if (epoch != list.epoch) restartAll(list.epoch);
  std::vector<core::ScopeName> gone;
  for (const auto& [name, scope] : m_bench.scopes.all())
    if (std::find(list.scopes.begin(), list.scopes.end(), name) == list.scopes.end()) gone.push_back(name);
  for (const auto& name : gone)
    purge(name);
  for (const auto& name : list.scopes)
    static_cast<void>(m_bench.scopes.scope(name));
}

core::ChangeSet FeedApplier::startAnew(const std::string& epoch) {
  restartAll(epoch);
  return m_changes.set();
}

void FeedApplier::restartAll(const std::string& epoch) {
  std::vector<core::ScopeName> names;
  for (const auto& [name, scope] : m_bench.scopes.all())
    names.push_back(name);
  for (const auto& name : names)
    m_bench.scopes.restart(name);
  // What the server confirmed it may have forgotten; sending it again is harmless.
  for (auto& entry : m_bench.outbox.withStatus(OutboxStatus::Confirmed)) {
    entry.status = OutboxStatus::Waiting;
    entry.answerSeq = 0;
    entry.answerScope.clear();
    m_bench.outbox.update(entry);
  }
  m_bench.outbox.bringBack();
  setConfirmed(m_bench.database, {});
  if (!epoch.empty()) setSetting(m_bench.database, kEpochSetting, epoch);
  m_bench.scopes.save();
  m_withEntries = m_bench.outbox.cases();
  for (const core::CaseId& id : m_withEntries)
    m_composer.compose(id);
  m_changes.outbox();
}

void FeedApplier::purge(const core::ScopeName& scope) {
  for (const core::CaseId& id : casesOf(scope, false))
    if (const auto stored = m_bench.cases.find(id)) removeCase(*stored, id);
  m_referencesChanged =
      m_bench.database.run("DELETE FROM refs WHERE scope = ?", m_bench.words.numberOf(scope)) > 0 ||
      m_referencesChanged;
  m_bench.scopes.remove(scope);
}

void FeedApplier::removeUnseen(const core::ScopeName& name) {
  for (const core::CaseId& id : casesOf(name, true))
    if (const auto stored = m_bench.cases.find(id)) removeCase(*stored, id);
  auto& scope = m_bench.scopes.scope(name);
  std::vector<std::pair<std::string, std::string>> unseen;
  {
    Use rows = m_bench.database.use(
        "SELECT entity, key, version, digest FROM refs WHERE scope = ? AND seq = 0", scope.number);
    while (rows.step()) {
      unseen.emplace_back(rows.text(0), rows.text(1));
      m_bench.scopes.take(name, referenceId(rows.text(0), rows.text(1)), rows.integer(2), rows.text(3));
    }
  }
  for (const auto& [entity, key] : unseen)
    m_bench.database.run("DELETE FROM refs WHERE entity = ? AND key = ?", entity, key);
  m_referencesChanged = m_referencesChanged || !unseen.empty();
  scope.fresh = true;
  scope.changed = true;
}

void FeedApplier::take(const core::Checkpoint& checkpoint) {
  m_bench.scopes.advance(checkpoint.scope, checkpoint.seq);
  auto& scope = m_bench.scopes.scope(checkpoint.scope);
  if (scope.snapshotAfter) return; // only a part of it is here yet
  if (!scope.fresh) removeUnseen(checkpoint.scope);
  if (scope.count != checkpoint.count || scope.sum != core::RowSum(checkpoint.hash))
    m_result.mismatched.push_back(checkpoint.scope);
}

void FeedApplier::take(const core::SnapshotEnd& end) {
  auto& scope = m_bench.scopes.scope(end.scope);
  const bool first = !scope.snapshotAfter;
  scope.snapshotStamp = first ? end.stamp : std::min(scope.snapshotStamp, end.stamp);
  scope.snapshotAfter = end.after;
  scope.changed = true;
  if (!end.done) return;
  // The feed goes on from the lowest stamp: what changed while pages were read comes again.
  scope.seq = std::max(scope.seq, scope.snapshotStamp);
  scope.followed = true;
  scope.snapshotAfter.reset();
  scope.snapshotStamp = 0;
}

void FeedApplier::updateReferences() {
  if (!m_referencesChanged) return;
  m_bench.around =
      readSurroundings(m_bench.database, m_changedProcedures.empty() ? &m_bench.around : nullptr);
  m_bench.basis.reset();
  writeLabels(m_bench.words, m_bench.around);
  m_composer.forgetReferences();
  if (m_holidaysChanged) {
    m_bench.stale.markAll();
  } else {
    for (const auto& procedure : m_changedProcedures)
      if (const auto number = m_bench.words.find(procedure.value)) m_bench.stale.markUnder(*number);
  }
  for (const core::CaseId& id : m_withEntries)
    m_composer.compose(id);
  m_changes.references();
}

} // namespace madoguchi::storage
