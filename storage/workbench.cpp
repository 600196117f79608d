// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/workbench.h"

namespace madoguchi::storage {

void Changes::added(std::int64_t key, const core::CaseId& id) {
  m_added.insert(key);
  m_cases.insert(id);
}

void Changes::changed(std::int64_t key, const core::CaseId& id) {
  if (m_added.count(key) == 0) m_changed.insert(key);
  m_cases.insert(id);
}

void Changes::removed(std::int64_t key, const core::CaseId& id) {
  m_changed.erase(key);
  if (m_added.erase(key) == 0) m_removed.insert(key);
  m_cases.insert(id);
}

core::ChangeSet Changes::set() const {
  core::ChangeSet set;
  set.outboxChanged = m_outbox;
  set.referencesChanged = m_references;
  set.everything = m_cases.size() > kMany;
  if (set.everything) return set;
  set.added.assign(m_added.begin(), m_added.end());
  set.changed.assign(m_changed.begin(), m_changed.end());
  set.removed.assign(m_removed.begin(), m_removed.end());
  set.cases.assign(m_cases.begin(), m_cases.end());
  return set;
}

Workbench::Workbench(Database& connection)
    : database(connection), words(connection), cases(connection, words), outbox(connection),
      scopes(connection, words), stale(connection) {}

void Workbench::reload() {
  words.forget();
  scopes.load();
  around = readSurroundings(database, &around);
  basis.reset();
}

std::shared_ptr<const BulkBasis> Workbench::basisFor(core::Date today) {
  if (!basis || basis->today != today)
    basis = std::make_shared<const BulkBasis>(BulkBasis{around.procedures, around.holidays, today});
  return basis;
}

} // namespace madoguchi::storage
