// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/bulkpage.h"
#include "storage/feedapplier.h"

namespace madoguchi::storage {

struct BulkWritten {
  std::size_t rows = 0;
  core::ChangeSet changes; ///< of those that took the ordinary way; the others are new
};

/// Writes rows of a page from `from` on, and where the scope stands then. Cases that are here
/// already, or have commands of the user, take the ordinary way (FeedApplier). For one transaction of the
/// caller. Errors (thrown): StorageFailed where the page does not follow on what is here; those of
/// FeedApplier.
[[nodiscard]] BulkWritten writeBulk(Workbench& bench, const BulkPage& page, std::size_t from,
                                    core::Date today, const Enough& enough);

} // namespace madoguchi::storage
