// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "server/postgres/connection.h"

#include <cstdint>
#include <string>

namespace madoguchi::server {

struct MovedStore {
  std::int64_t tables = 0; ///< whose rows were read back, and have the same sum
  std::int64_t rows = 0;
  std::int64_t scopes = 0; ///< whose count and hash were computed anew from what was moved, and agree
  std::int64_t cases = 0;
};

/// Copies an embedded store, table by table, into a PostgreSQL database without tables of ours, as its owner;
/// `serviceRole` (may be empty) as for makeStore. One transaction: everything is there and equal, or nothing
/// is. At the end count and hash of every scope are computed from the new rows, each digest from its text,
/// and compared with the old counters, and the rows of every table, the audit's too, are read back and their
/// sum is compared. The epoch is kept: to clients nothing has happened. Nobody can write to the file
/// meanwhile. Errors: FileUnreadable; AlreadyExists; StorageCorrupt naming the first scope or table that
/// differs; StorageFailed.
[[nodiscard]] core::Result<MovedStore> moveStore(const std::string& file, const PostgresOptions& target,
                                                 const std::string& serviceRole);

} // namespace madoguchi::server
