// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/pagerekeyer.h"

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace madoguchi::storage {

/// Packs a file by zstd into `to`; the SHA-256 of the packed bytes. Errors: StorageFailed, StorageFull.
[[nodiscard]] core::Result<std::string> packFile(const std::filesystem::path& from,
                                                 const std::filesystem::path& to);

/// The reverse, piece by piece, as the packed bytes come; they are on their way to the disk at once. Errors
/// of its calls: FileBroken where they are not what was said; StorageFull. After an error what was written is
/// of no use.
class Unpacker {
public:
  /// `size`: of what must come out. With a `rekeyer` it is a cache, and is written under its second key.
  Unpacker(const std::filesystem::path& to, std::uint64_t size,
           std::unique_ptr<PageRekeyer> rekeyer = nullptr);
  Unpacker(const Unpacker&) = delete;
  Unpacker& operator=(const Unpacker&) = delete;
  ~Unpacker();

  [[nodiscard]] core::Result<void> add(std::string_view packed);
  /// After the last; `name` is the SHA-256 that all packed bytes must have.
  [[nodiscard]] core::Result<void> finish(const std::string& name);

private:
  struct Inside;
  std::unique_ptr<Inside> m_inside;
};

} // namespace madoguchi::storage
