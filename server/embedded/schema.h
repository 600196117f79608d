// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/embedded/connection.h"

namespace madoguchi::server {

/// Makes the tables in an empty file, or brings an older file up to date. Errors: StorageNewer for a file of
/// a newer program, which is left untouched; Malformed for a file of another program.
[[nodiscard]] core::Result<void> migrate(Connection& connection, const std::string& freshEpoch);

} // namespace madoguchi::server
