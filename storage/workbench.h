// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/desk/changeset.h"
#include "storage/bulkpage.h"
#include "storage/casetable.h"
#include "storage/outboxtable.h"
#include "storage/scopetable.h"
#include "storage/stalerows.h"
#include "storage/surroundings.h"

#include <memory>
#include <set>

namespace madoguchi::storage {

/// Collects what a transaction changed, each case once, under its last word.
class Changes {
public:
  void added(std::int64_t key, const core::CaseId& id);
  void changed(std::int64_t key, const core::CaseId& id);
  void removed(std::int64_t key, const core::CaseId& id);
  void outbox() { m_outbox = true; }
  void references() { m_references = true; }

  /// Over kMany cases it says "everything".
  [[nodiscard]] core::ChangeSet set() const;

private:
  static constexpr std::size_t kMany = 10'000;

  std::set<std::int64_t> m_added;
  std::set<std::int64_t> m_changed;
  std::set<std::int64_t> m_removed;
  std::set<core::CaseId> m_cases;
  bool m_outbox = false;
  bool m_references = false;
};

/// What all parts of the writer share: the connection and its tables. Lives as long as the cache.
struct Workbench {
  explicit Workbench(Database& connection);

  Database& database;
  Words words;
  CaseTable cases;
  OutboxTable outbox;
  ScopeTable scopes;
  StaleRows stale;
  Surroundings around;
  std::shared_ptr<const BulkBasis> basis; ///< null: to be made anew

  /// What bulk pages are prepared with from now on.
  [[nodiscard]] std::shared_ptr<const BulkBasis> basisFor(core::Date today);
  /// Reads again what is kept in memory: at the beginning, and after a rollback.
  void reload();
};

} // namespace madoguchi::storage
