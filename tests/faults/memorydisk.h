// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <random>
#include <string>

/// A disk in memory, as an SQLite VFS, that fails and loses what a real one may lose. Every folder is a disk
/// of its own, with its own faults and its own power. Registered for the life of the process; for one thread.
/// Where real files have to fail: tests/unit/storage/faultvfs.h.
namespace madoguchi::tests::disk {

/// Its name, for storage::CacheFile::vfs.
[[nodiscard]] std::string name();
/// From now on it also takes what names no VFS, as the server's embedded store does.
void becomeDefault();

enum class Kind {
  InputOutput, ///< EIO, of any access
  Full         ///< ENOSPC, of what writes
};
struct Fault {
  std::int64_t nth = 0; ///< access from now on, from 1; one that cannot fail in this way passes it on
  Kind kind = Kind::InputOutput;
  bool forGood = false; ///< and all after it, until `mend`
};
void arm(const std::string& folder, Fault fault);
void mend(const std::string& folder);
/// Whether a fault has happened since it was armed.
[[nodiscard]] bool hasFailed(const std::string& folder);
/// Accesses so far: opens, reads, writes, truncations, syncs, deletions, looks for a file.
[[nodiscard]] std::int64_t accesses(const std::string& folder);

enum class Crash {
  Process, ///< kill -9: what was written is there
  Power    ///< of what was not synced some writes are there, in any choice, the last perhaps in part
};
/// Whoever has files open there is cut off from them for ever.
void crash(const std::string& folder, Crash kind, std::mt19937_64& random);

/// The files of a folder, by name.
using Image = std::map<std::string, std::string>;
[[nodiscard]] Image image(const std::string& folder);
/// Exactly these files are in the folder afterwards, synced; whoever had files open is cut off.
void place(const std::string& folder, const Image& image);
/// Turns one bit of a file.
void flip(const std::string& folder, const std::string& file, std::uint64_t bit);

} // namespace madoguchi::tests::disk
