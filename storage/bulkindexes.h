// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/database.h"

namespace madoguchi::storage {

/// Megabytes: ids and keys of a million cases, of which each scope that comes touches all pages again.
inline constexpr int kPagesInBulk = 96;

/// Whether a bulk load has put the secondary indexes aside.
[[nodiscard]] bool indexesDropped(Database& database);
/// Puts them aside where the cache holds few cases: building them at the end is faster. In one transaction;
/// their definitions are kept in the file, so that a crash cannot lose them.
void dropIndexes(Database& database);
/// Makes one of them again, in a transaction; false where there is none left.
[[nodiscard]] bool rebuildNextIndex(Database& database);
/// Makes all of them again.
void rebuildIndexes(Database& database);

/// Merges segments of the search index that lie side by side, writing about so many pages (of 4 KiB), in a
/// transaction; false where there was nothing to merge, or a bulk load goes on.
[[nodiscard]] bool mergeSearchIndex(Database& database, int pages);

} // namespace madoguchi::storage
