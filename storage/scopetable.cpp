// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/scopetable.h"

#include <algorithm>

namespace madoguchi::storage {

void ScopeTable::load() {
  m_scopes.clear();
  Use rows = m_database.use("SELECT word, scope, seq, count, hash, fresh, followed, snapshot_after,"
                            " snapshot_stamp FROM scopes JOIN words ON ix = scope");
  while (rows.step()) {
    Scope scope;
    scope.number = rows.integer(1);
    scope.seq = rows.integer(2);
    scope.count = rows.integer(3);
    scope.sum = core::RowSum(rows.text(4));
    scope.fresh = rows.integer(5) != 0;
    scope.followed = rows.integer(6) != 0;
    if (!rows.isNull(7)) scope.snapshotAfter = core::CaseId(rows.text(7));
    scope.snapshotStamp = rows.integer(8);
    m_scopes.emplace(rows.text(0), std::move(scope));
  }
}

void ScopeTable::save() {
  for (auto& [name, scope] : m_scopes) {
    if (!scope.changed) continue;
    const auto after = scope.snapshotAfter ? std::optional(scope.snapshotAfter->value) : std::nullopt;
    m_database.run("INSERT OR REPLACE INTO scopes(scope, seq, count, hash, fresh, followed, snapshot_after,"
                   " snapshot_stamp) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                   scope.number, scope.seq, scope.count, scope.sum.hex(), scope.fresh, scope.followed, after,
                   scope.snapshotStamp);
    scope.changed = false;
  }
}

ScopeTable::Scope& ScopeTable::scope(const core::ScopeName& name) {
  const auto [entry, isNew] = m_scopes.try_emplace(name);
  if (isNew) {
    entry->second.number = m_words.numberOf(name);
    entry->second.changed = true;
  }
  return entry->second;
}

void ScopeTable::remove(const core::ScopeName& name) {
  const auto found = m_scopes.find(name);
  if (found == m_scopes.end()) return;
  m_database.run("DELETE FROM scopes WHERE scope = ?", found->second.number);
  m_scopes.erase(found);
}

void ScopeTable::add(const core::ScopeName& name, const std::string& id, std::int64_t version,
                     const std::string& digest) {
  Scope& entry = scope(name);
  entry.sum.add(id, version, digest);
  ++entry.count;
  entry.changed = true;
}

void ScopeTable::take(const core::ScopeName& name, const std::string& id, std::int64_t version,
                      const std::string& digest) {
  Scope& entry = scope(name);
  entry.sum.remove(id, version, digest);
  --entry.count;
  entry.changed = true;
}

void ScopeTable::advance(const core::ScopeName& name, std::int64_t seq) {
  Scope& entry = scope(name);
  if (seq <= entry.seq && entry.followed) return;
  entry.seq = std::max(seq, entry.seq);
  entry.followed = true;
  entry.changed = true;
}

void ScopeTable::restart(const core::ScopeName& name) {
  Scope& entry = scope(name);
  entry.seq = 0;
  entry.fresh = false;
  entry.followed = false;
  entry.snapshotAfter.reset();
  entry.snapshotStamp = 0;
  entry.changed = true;
  m_database.run("UPDATE case_documents SET seq = 0 WHERE scope = ?", entry.number);
  m_database.run("UPDATE refs SET seq = 0 WHERE scope = ?", entry.number);
}

} // namespace madoguchi::storage
