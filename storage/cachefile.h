// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/database.h"

#include <array>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>

namespace madoguchi::storage {

/// The raw 256-bit key of a cache; SQLCipher derives nothing from it.
using CacheKey = std::array<std::uint8_t, 32>;

/// Where a cache lies and how it is opened. `vfs` names an SQLite VFS; empty: the system's (tests inject
/// faults through it).
struct CacheFile {
  std::filesystem::path path;
  CacheKey key{};
  std::string vfs{};
};

/// The one read-write connection. Makes the file where there is none, and brings an older one up to date.
/// Errors: StorageNotEncrypted (the file is a plain database, or the SQLite library in this process is not
/// SQLCipher); StorageCorrupt (wrong key, or not a cache); StorageNewer (made by a newer program; the file is
/// left untouched); StorageFull; StorageFailed.
[[nodiscard]] core::Result<std::unique_ptr<Database>> openForWriting(const CacheFile& file);

/// A read-only connection to a file that openForWriting has made. Errors: the same, and NotFound.
[[nodiscard]] core::Result<std::unique_ptr<Database>> openForReading(const CacheFile& file);

inline constexpr int kPagesAtWork = 64; ///< megabytes, of a writer
/// How much of a file a connection keeps decrypted in memory, at most.
void keepPages(Database& database, int megabytes);

/// Puts another file in the place of a cache, at once and for good: after a power cut it is the old one or
/// the new one. The other has the same key and is no longer open; the cache's own log is empty (emptyLog) and
/// its writer closed. Readers stay with the old one until they open it anew. Throws Fault: StorageFailed.
void replaceFile(const CacheFile& cache, const std::filesystem::path& by);

/// Moves all of the log into the file; false where a reader still needs what stands there.
[[nodiscard]] bool emptyLog(Database& database);

/// Which file lies there; another number for each that was put in its place.
[[nodiscard]] std::uint64_t numberOfFile(const CacheFile& file);

/// Opened like the cache, with its cipher settings and nothing else; benchmarks measure against it.
[[nodiscard]] std::unique_ptr<Database> openRaw(const CacheFile& file, int flags);

} // namespace madoguchi::storage
