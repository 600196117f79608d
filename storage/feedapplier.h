// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/composer.h"

#include <functional>
#include <optional>
#include <set>
#include <vector>

namespace madoguchi::storage {

/// An answer that would take too much out of the cache. Nothing of it was applied.
struct HeldRemoval {
  std::int64_t removed = 0; ///< cases that would leave
  std::int64_t total = 0;   ///< cases in the cache
  std::int64_t unsent = 0;  ///< commands not yet sent, of cases that would leave
};

struct FeedResult {
  core::ChangeSet changes;
  std::vector<core::ScopeName> mismatched; ///< count or sum differs from the server's: restart these scopes
  std::optional<HeldRemoval> held;
  std::size_t taken = 0; ///< how many items, from the first on
};

/// Asked now and then while rows are written: true ends the transaction early.
using Enough = std::function<bool()>;

/// Takes over what came down from the server: rows, tombstones, references, scopes and checkpoints, with the
/// cursor. Lives for one transaction of its caller.
class FeedApplier {
public:
  FeedApplier(Workbench& bench, core::Date today);

  /// Whether this batch would remove more than 20 % of the cache (ten cases at least: a few leave every day),
  /// or a case with unsent commands. Looks only.
  [[nodiscard]] std::optional<HeldRemoval> wouldRemoveTooMuch(const std::vector<core::FeedItem>& items);

  /// All items, or the first of them where it is enough before (asked behind each item). `named`: what had
  /// been confirmed last when they were asked for. Errors (thrown): Malformed where a row cannot be
  /// read or its digest is not that of its texts.
  [[nodiscard]] FeedResult apply(const std::vector<core::FeedItem>& items, const core::Confirmation& named,
                                 const Enough& enough);

  // Of a bulk load (see bulkwriter.h); the cursor moves only at its end.
  void takeSnapshotRow(const core::CaseRow& row) { take(row, true); }
  [[nodiscard]] core::ChangeSet takeSnapshotEnd(const core::SnapshotEnd& end);
  /// Whether the case has commands in the outbox.
  [[nodiscard]] bool hasEntries(const core::CaseId& id) const { return m_withEntries.count(id) != 0; }

  /// The server's database was put back: every scope begins anew, and what was confirmed, and is remembered,
  /// is sent again. Rows stay to be seen until the new ones come. `epoch`: of the server's database; empty:
  /// the same.
  [[nodiscard]] core::ChangeSet startAnew(const std::string& epoch);

private:
  void take(const core::CaseRow& row, bool isSnapshot);
  void take(const core::GoneRow& row);
  void take(const core::ReferenceRow& row);
  void take(const core::ScopeList& list);
  void take(const core::Checkpoint& checkpoint);
  void take(const core::SnapshotEnd& end);

  void removeCase(const StoredCase& stored, const core::CaseId& id);
  void purge(const core::ScopeName& scope);
  void removeUnseen(const core::ScopeName& scope);
  void forgetUnseen(const std::vector<core::FeedItem>& items, const core::Confirmation& named);
  void restartAll(const std::string& epoch);
  void updateReferences();
  [[nodiscard]] std::vector<core::CaseId> casesOf(const core::ScopeName& scope, bool unseenOnly);

  Workbench& m_bench;
  Changes m_changes;
  Composer m_composer;
  FeedResult m_result;
  std::set<core::CaseId> m_withEntries; ///< cases in the outbox
  bool m_referencesChanged = false;
  bool m_holidaysChanged = false;
  std::set<core::ProcedureId> m_changedProcedures;
};

} // namespace madoguchi::storage
