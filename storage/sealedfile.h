// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <array>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
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

/// Reads it again, from its beginning to its end. Throws Fault: NotFound; StorageCorrupt where the file was
/// changed or cut (at the latest when the end is reached).
class SealedReader {
public:
  SealedReader(const std::filesystem::path& path, const BlobKey& key);
  SealedReader(const SealedReader&) = delete;
  SealedReader& operator=(const SealedReader&) = delete;
  ~SealedReader();

  /// The next piece, valid until the next call; empty at the end.
  [[nodiscard]] std::string_view next();
  /// The next so many bytes; fewer at the end.
  [[nodiscard]] std::string read(std::size_t length);
  /// How many bytes of content have been given out.
  [[nodiscard]] std::int64_t position() const { return m_position; }

private:
  struct Stream;
  void fill();

  std::unique_ptr<Stream> m_stream;
  std::string m_ready; ///< opened, not given out
  std::int64_t m_position = 0;
};

} // namespace madoguchi::storage
