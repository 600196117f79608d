// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/bulkwriter.h"

#include <algorithm>

namespace madoguchi::storage {

namespace {

constexpr std::size_t kBetweenLooks = 64;

/// The page before it may have failed: then this one must not be taken for the continuation.
void requireFollowing(const ScopeTable::Scope& scope, const BulkPage& page) {
  const core::CaseId& held = scope.snapshotAfter ? *scope.snapshotAfter : core::CaseId();
  if (page.begin > held) fail(core::ErrorCode::StorageFailed, "a snapshot page behind one that is missing");
}

} // namespace

BulkWritten writeBulk(Workbench& bench, const BulkPage& page, std::size_t from, core::Date today,
                      const Enough& enough) {
  auto& scope = bench.scopes.scope(page.end.scope);
  requireFollowing(scope, page);
  FeedApplier applier(bench, today);
  const bool derivedAsNow = page.basis == bench.basisFor(today);
  std::size_t at = from;
  while (at < page.rows.size()) {
    const BulkRow& ready = page.rows[at];
    const core::CaseRow& row = ready.row;
    if (derivedAsNow && !applier.hasEntries(row.id) && bench.cases.insertNew(ready, scope.number)) {
      scope.sum.add(row.id.value, row.version, row.digest);
      ++scope.count;
    } else {
      applier.takeSnapshotRow(row);
    }
    ++at;
    if ((at - from) % kBetweenLooks == 0 && enough()) break;
  }
  const bool complete = at == page.rows.size();
  core::SnapshotEnd end = page.end;
  if (!complete) {
    end.after = page.rows[at - 1].row.id;
    end.done = false;
  }
  return {at - from, applier.takeSnapshotEnd(end)};
}

} // namespace madoguchi::storage
