// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <string>

namespace madoguchi::server {

/// Runs pg_dump (custom format) for a connection string; the password travels in its environment and never on
/// its command line. The epoch is left out, so that a database made from the file gets one of its own. What
/// pg_dump has to say goes to the error output. Errors: AlreadyExists, StorageFailed.
[[nodiscard]] core::Result<void> dumpDatabase(const std::string& database, const std::string& file);

/// Runs pg_restore on such a file, in one transaction: an empty database is filled or stays as it was. The
/// tables belong to whoever restores. Errors: StorageFailed.
[[nodiscard]] core::Result<void> restoreDatabase(const std::string& database, const std::string& file);

} // namespace madoguchi::server
