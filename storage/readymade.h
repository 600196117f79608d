// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/bulkwriter.h"
#include "storage/cachefile.h"

#include <filesystem>
#include <map>
#include <memory>

namespace madoguchi::storage {

/// What rows are derived with (procedures, holiday tables), as one digest: by "entity/key" the digest of each
/// reference. Rows that were derived with others are no good to a cache.
[[nodiscard]] std::string digestOfReferences(const std::map<std::string, std::string>& digests);

/// Makes a ready-made cache of one scope: one SQLCipher file with the tables of this schema, the cases of the
/// scope and all their indexes, and nothing else. The key is used for this file alone. A client brings its
/// pages under its own key as they come (Unpacker), and the file then takes the place of the cache
/// (Cache::adopt).
class ReadyMadeMaker {
public:
  /// `file` must not be there yet; `references` is the digest of what `basis` was read from. Errors: those of
  /// openForWriting.
  [[nodiscard]] static core::Result<std::unique_ptr<ReadyMadeMaker>>
  begin(const CacheFile& file, std::shared_ptr<const BulkBasis> basis, const std::string& references);

  /// A page of the scope's rows (CaseRow…, SnapshotEnd), in the order of the ids. Errors: Malformed,
  /// StorageFull.
  [[nodiscard]] core::Result<void> add(std::vector<core::FeedItem> page);
  /// After the last page: builds the indexes and closes the file. Errors: WrongState before it.
  [[nodiscard]] core::Result<void> finish();

private:
  ReadyMadeMaker(std::unique_ptr<Database> database, std::shared_ptr<const BulkBasis> basis);

  std::unique_ptr<Database> m_database;
  Workbench m_bench;
  core::CaseId m_after;
};

/// Whether a cache can take over a ready-made one: it holds few cases of the server (the first screens), and
/// nothing is being fetched anew.
[[nodiscard]] bool canAdopt(Database& live);

/// Readies a ready-made file for adoption, already under the cache's own key or yet under another: what the
/// cache at `live` holds besides (references, outbox, drafts, journal, settings, cases that came before) goes
/// into it, and the commands of the user stand on its cases. Can be done again after the user has worked on.
/// Returns its connection. Errors: StorageCorrupt where the file is none of this schema, or the key is wrong;
/// WrongState where it was made with other references. After an error the file is of no use.
[[nodiscard]] core::Result<std::unique_ptr<Database>>
mergeForAdoption(const CacheFile& file, const CacheFile& live, core::Date today);

} // namespace madoguchi::storage
