// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <filesystem>
#include <string>

namespace madoguchi::storage {

/// Packs a file by zstd into `to`; the SHA-256 of the packed bytes. Errors: StorageFailed, StorageFull.
[[nodiscard]] core::Result<std::string> packFile(const std::filesystem::path& from,
                                                 const std::filesystem::path& to);
/// The reverse. `name` is the SHA-256 that the packed bytes must have, `size` the greatest that may come out.
/// Errors: FileBroken where either does not hold; StorageFailed, StorageFull.
[[nodiscard]] core::Result<void> unpackFile(const std::filesystem::path& from,
                                            const std::filesystem::path& to, const std::string& name,
                                            std::uint64_t size);

} // namespace madoguchi::storage
