// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/bulkwriter.h"
#include "storage/cachefile.h"

#include <filesystem>
#include <memory>

namespace madoguchi::storage {

/// Makes a ready-made cache of one scope: one SQLCipher file with the tables of this schema, the cases of the
/// scope and all their indexes, and nothing else. The key is used for this file alone. A client takes it over
/// in one copy (Cache::adopt) instead of building the same out of rows.
class ReadyMadeMaker {
public:
  /// `file` must not be there yet. Errors: those of openForWriting.
  [[nodiscard]] static core::Result<std::unique_ptr<ReadyMadeMaker>>
  begin(const CacheFile& file, std::shared_ptr<const BulkBasis> basis);

  /// A page of the scope's rows (CaseRow…, SnapshotEnd), in the order of the ids. Errors: Malformed,
  /// StorageFull.
  [[nodiscard]] core::Result<void> add(std::vector<core::FeedItem> page);
  /// After the last page: builds the indexes and closes the file.
  [[nodiscard]] core::Result<void> finish();

private:
  ReadyMadeMaker(std::unique_ptr<Database> database, std::shared_ptr<const BulkBasis> basis);

  std::unique_ptr<Database> m_database;
  Workbench m_bench;
  core::CaseId m_after;
};

/// Readies a ready-made file for adoption: what the cache at `live` holds besides cases (references, outbox,
/// drafts, journal, settings) goes into it. Returns its connection. Errors: StorageCorrupt where the file is
/// none of this schema, or the key is wrong.
[[nodiscard]] core::Result<std::unique_ptr<Database>> mergeForAdoption(const CacheFile& file,
                                                                       const CacheFile& live);

/// Copies `from` over all of `to`, page by page, in one transaction; other readers see the old or the new.
/// False, and nothing done, where it was given up because it was enough (asked every few hundred pages).
[[nodiscard]] bool copyOver(Database& from, Database& to, const Enough& enough);

} // namespace madoguchi::storage
