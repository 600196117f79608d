// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/database.h"

#include <cstdint>
#include <vector>

namespace madoguchi::storage {

/// Rows whose derived columns (due day, clock, who may decide) rest on a reference or a day that is another
/// by now. They are derived again some at a time, because they may be all rows of the cache and users wait
/// for its writer; what is left to do is kept in the file.
class StaleRows {
public:
  explicit StaleRows(Database& database) : m_database(database) {}

  /// After holidays have changed.
  void markAll();
  /// After a procedure has come or changed; by its number among the words.
  void markUnder(std::int64_t procedure);
  /// On a new day: of clocks that stand still.
  void markStopped();

  struct Next {
    std::vector<std::int64_t> keys; ///< may be empty where there is more
    bool more = false;
  };
  /// At most `limit` of them, in the order of their keys. They count as done when the transaction ends.
  [[nodiscard]] Next take(std::size_t limit);

private:
  void mark(std::int64_t which);

  Database& m_database;
};

} // namespace madoguchi::storage
