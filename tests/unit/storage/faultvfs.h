// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace madoguchi::tests {

/// An SQLite VFS over the system's, whose n-th write, truncation, sync or file opening fails. Registered for
/// the life of the process; one fault plan for all its files. Not thread-safe. The files are real ones,
/// because a cache looks at its file before SQLite does; tests/faults/memorydisk.h is a disk that also loses
/// its power.
class FaultVfs {
public:
  enum class Kind { InputOutput, DiskFull };

  /// Its name, for CacheFile::vfs.
  [[nodiscard]] static std::string name();
  /// From now on the `nth` operation (from 1) fails, and with `forGood` all after it too.
  static void arm(int nth, Kind kind, bool forGood);
  static void disarm();
  /// Whether a fault has happened since it was armed.
  [[nodiscard]] static bool hasFailed();
};

} // namespace madoguchi::tests
