// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

namespace madoguchi::storage {

// What was written, or renamed, is on the disk when they return. Throw Fault: StorageFailed.

void fileToDisk(const std::filesystem::path& file);
void folderToDisk(const std::filesystem::path& folder);

} // namespace madoguchi::storage
