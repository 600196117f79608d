// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/desk/casesummary.h"
#include "core/sync/feed.h"
#include "storage/database.h"
#include "storage/searchtext.h"

#include <filesystem>
#include <vector>

/// The limit of a bulk load: SQLCipher fed with prepared values by prepared statements, and nothing else.
namespace madoguchi::bench {

/// A row of the cache, made beforehand.
struct RawRow {
  core::CaseRow row;
  core::CaseSummary summary;
  std::array<std::string, storage::kSearchFields> search;
};

inline constexpr int kRawPerTransaction = 5'000;

/// `procedure` may be null.
[[nodiscard]] RawRow rawRow(core::CaseRow row, const core::CaseState& state, const core::Procedure* procedure,
                            core::CaseSummarizer& summarizer);

/// What is equal on both sides.
void printRawSettings();

/// A new file with the tables of the cache, its secondary indexes put aside, closed again.
void makeRawFile(const std::filesystem::path& file);
/// Inserts in the order of the ids (the fastest), kRawPerTransaction to a transaction, then makes the
/// indexes. Opens and closes the file.
void loadRaw(const std::filesystem::path& file, const std::vector<RawRow>& rows);

/// A row that is there already, under its number in the order of the ids, as it is from now on.
struct RawUpdate {
  std::int64_t key = 0;
  RawRow row;
};

/// A filled file, open, with the settings of a cache at work.
class RawUpdater {
public:
  explicit RawUpdater(const std::filesystem::path& file);
  ~RawUpdater();
  /// All columns but the id, and the search index, in one transaction.
  void update(const std::vector<RawUpdate>& updates);

private:
  std::unique_ptr<storage::Database> m_database;
};

} // namespace madoguchi::bench
