// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <memory>
#include <random>
#include <string>
#include <string_view>
#include <vector>

/// The files of a memory disk, and what SQLite's locks ask of them.
namespace madoguchi::tests::disk {

struct DiskHandle;

struct DiskFile {
  struct Change {
    std::size_t at = 0;
    std::string before; ///< what it covered, as far as the file went
    std::string after;
    std::size_t sizeBefore = 0;
    bool isTruncation = false;
  };

  std::string bytes;
  std::vector<Change> unsynced;
  bool dead = false; ///< cut off: the machine that had it open is no more
  std::vector<DiskHandle*> handles;
  std::vector<std::unique_ptr<char[]>> shared; ///< regions of the memory that a WAL's connections share

  void write(std::size_t at, std::string_view text);
  void truncate(std::size_t size);
  [[nodiscard]] std::string afterPowerLoss(std::mt19937_64& random) const;
};

/// One that has the file open.
struct DiskHandle {
  static constexpr int kSlots = 8;

  explicit DiskHandle(std::shared_ptr<DiskFile> content);
  ~DiskHandle();
  DiskHandle(const DiskHandle&) = delete;
  DiskHandle& operator=(const DiskHandle&) = delete;

  std::shared_ptr<DiskFile> file;
  int level = 0; ///< SQLITE_LOCK_…
  bool mapped = false;
  std::array<bool, kSlots> sharedSlots{};
  std::array<bool, kSlots> exclusiveSlots{};

  [[nodiscard]] bool othersHold(int atLeast) const;
  [[nodiscard]] int lock(int wanted);
  [[nodiscard]] char* mapShared(std::size_t region, std::size_t size, bool extend);
  [[nodiscard]] int lockShared(int offset, int count, int flags);
  void unmapShared();
};

} // namespace madoguchi::tests::disk
