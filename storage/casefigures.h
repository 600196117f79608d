// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/desk/casequery.h"
#include "core/desk/figures.h"
#include "core/desk/workload.h"
#include "storage/database.h"
#include "storage/words.h"

namespace madoguchi::storage {

// What is counted over many cases, within a read transaction of the caller. Thrown: StorageFailed,
// StorageCorrupt, Cancelled.

/// The open cases of a query by holder and procedure; of its order nothing is left.
[[nodiscard]] std::vector<core::WorkloadLine> workloadOf(Database& database, Words& words,
                                                         const core::CaseQuery& query, core::Date today);

/// The last 13 weeks of a query's cases, and the time in each step of the 500 that were closed last.
[[nodiscard]] core::Figures figuresOf(Database& database, Words& words, const core::CaseQuery& query,
                                      core::Date today);

} // namespace madoguchi::storage
