// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace madoguchi::bench {

/// Bulk load of 100,000 cases of about 1 KB against plain inserts into a file of the same kind.
void benchBulkInsert();
/// Key list and pages at 1,000,000 rows against the plain statements.
void benchMillionRows();

} // namespace madoguchi::bench
