// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/bulkindexes.h"

#include "storage/cachefile.h"

#include <string>
#include <utility>
#include <vector>

namespace madoguchi::storage {

namespace {

constexpr std::int64_t kFewCases = 5'000;

using Definitions = std::vector<std::pair<std::string, std::string>>;

Definitions definitionsFrom(Use rows) {
  Definitions definitions;
  while (rows.step())
    definitions.emplace_back(rows.text(0), rows.text(1));
  return definitions;
}

/// FTS5 merges its segments while it grows; in a bulk load that work is thrown away again and again. Of the
/// hundreds that a load leaves it would make one within the next command (ten seconds at a million cases), if
/// the number at which it does so were not out of reach: they are merged little by little instead.
void setMerging(Database& database, int automerge) {
  constexpr int kOutOfReach = 1'000;
  database.run("INSERT INTO search(search, rank) VALUES ('automerge', ?)", automerge);
  database.run("INSERT INTO search(search, rank) VALUES ('crisismerge', ?)", kOutOfReach);
}

} // namespace

bool indexesDropped(Database& database) {
  return database.number("SELECT EXISTS (SELECT 1 FROM dropped_indexes)") != 0;
}

void dropIndexes(Database& database) {
  if (indexesDropped(database))
    return keepPages(database, kPagesInBulk); // also where it goes on after a restart
  if (database.number("SELECT count(*) FROM (SELECT 1 FROM cases LIMIT ?)", kFewCases + 1) > kFewCases)
    return;
  Transaction transaction(database, Durability::Normal);
  // Those of the narrow table alone: to build one of the documents again means to read all of them. And only
  // those of all rows: for one of a few the whole table would be read, too.
  const auto definitions =
      definitionsFrom(database.use("SELECT name, sql FROM sqlite_master WHERE type = 'index'"
                                   " AND tbl_name = 'cases' AND sql NOT LIKE '% WHERE %'"));
  for (const auto& [name, definition] : definitions) {
    database.run("INSERT INTO dropped_indexes(name, definition) VALUES (?, ?)", name, definition);
    database.script("DROP INDEX " + name);
  }
  setMerging(database, 0);
  transaction.commit();
  keepPages(database, kPagesInBulk);
}

bool rebuildNextIndex(Database& database) {
  const auto left = definitionsFrom(database.use("SELECT name, definition FROM dropped_indexes"
                                                 " ORDER BY name LIMIT 1"));
  if (left.empty()) return false;
  Transaction transaction(database, Durability::Normal);
  database.script(left.front().second);
  database.run("DELETE FROM dropped_indexes WHERE name = ?", left.front().first);
  const bool last = !indexesDropped(database);
  if (last) setMerging(database, 4);
  transaction.commit();
  if (last) keepPages(database, kPagesAtWork);
  return true;
}

void rebuildIndexes(Database& database) {
  while (rebuildNextIndex(database)) {
  }
}

bool mergeSearchIndex(Database& database, int pages) {
  if (indexesDropped(database)) return false;
  // Less than two rows changed: FTS5 found nothing to merge.
  constexpr std::int64_t kOwnRows = 2;
  const std::int64_t before = database.number("SELECT total_changes()");
  Transaction transaction(database, Durability::Normal);
  database.run("INSERT INTO search(search, rank) VALUES ('merge', ?)", pages);
  const bool merged = database.number("SELECT total_changes()") - before >= kOwnRows;
  transaction.commit();
  return merged;
}

} // namespace madoguchi::storage
