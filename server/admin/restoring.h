// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/application.h"

#include <string>

namespace madoguchi::server {

/// Puts a file of `backup` into use where there is no database yet: in the folder, or in an empty database of
/// PostgreSQL, there as its owner; `serviceRole` (may be empty) as for makeStore. The database gets an epoch
/// of its own, so that every client fetches anew what the backup does not know and sends what it still holds.
/// All or nothing. Then it is verified. Errors: FileUnreadable; AlreadyExists; StorageNewer; StorageCorrupt
/// where it was restored and verifying found fault with it; StorageFailed.
[[nodiscard]] core::Result<void> restoreStore(const DataFolder& folder, const std::string& file,
                                              const std::string& serviceRole);

} // namespace madoguchi::server
