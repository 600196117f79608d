// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/hash.h"
#include "core/sync/feed.h"
#include "storage/words.h"

#include <map>
#include <optional>
#include <vector>

namespace madoguchi::storage {

/// How far a bulk load of a scope has come.
struct SnapshotProgress {
  core::ScopeName scope;
  core::CaseId after;     ///< the last id that is in the cache
  std::int64_t stamp = 0; ///< of the first page; the feed goes on from here
  bool operator==(const SnapshotProgress&) const = default;
};

/// What the cache holds of each scope: cursor, count and sum. Loaded at the beginning of a transaction and
/// written back once at its end, because every row of a batch changes them.
class ScopeTable {
public:
  ScopeTable(Database& database, Words& words) : m_database(database), m_words(words) {}

  struct Scope {
    std::int64_t number = 0;
    std::int64_t seq = 0;
    std::int64_t count = 0;
    core::RowSum sum;
    bool fresh = true;     ///< false while its rows are fetched anew
    bool followed = false; ///< it stands in the cursor
    std::optional<core::CaseId> snapshotAfter;
    std::int64_t snapshotStamp = 0;
    bool changed = false;
  };

  void load();
  void save();

  /// Made where there is none.
  [[nodiscard]] Scope& scope(const core::ScopeName& name);
  [[nodiscard]] const std::map<core::ScopeName, Scope>& all() const { return m_scopes; }
  void remove(const core::ScopeName& name);

  void add(const core::ScopeName& name, const std::string& id, std::int64_t version,
           const std::string& digest);
  void take(const core::ScopeName& name, const std::string& id, std::int64_t version,
            const std::string& digest);
  /// The cursor only moves forward, except by restart.
  void advance(const core::ScopeName& name, std::int64_t seq);
  /// Fetch this scope from its beginning; rows that do not come again leave at its next checkpoint.
  void restart(const core::ScopeName& name);

private:
  Database& m_database;
  Words& m_words;
  std::map<core::ScopeName, Scope> m_scopes;
};

} // namespace madoguchi::storage
