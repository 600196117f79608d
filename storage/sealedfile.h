// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <array>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

namespace madoguchi::storage {

using BlobKey = std::array<std::uint8_t, 32>;

struct SealedContent {
  std::int64_t size = 0; ///< bytes of the content
  std::string sha256;    ///< of the content, hex
};

/// Writes content (pieces of any size, an empty one ends it) as a secretstream into a new file, and that to
/// the disk. Throws Fault: StorageFull, StorageFailed.
[[nodiscard]] SealedContent sealFile(const std::filesystem::path& path, const BlobKey& key,
                                     const std::function<std::string()>& content);

/// Reads it again; false from the sink stops it (Cancelled). Throws Fault: NotFound; StorageCorrupt where the
/// file was changed or cut.
void openFile(const std::filesystem::path& path, const BlobKey& key,
              const std::function<bool(std::string_view)>& sink);

} // namespace madoguchi::storage
