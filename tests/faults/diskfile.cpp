// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/diskfile.h"

#include <algorithm>
#include <cstring>
#include <sqlite3.h>

namespace madoguchi::tests::disk {

namespace {

void put(std::string& bytes, std::size_t at, std::string_view text) {
  if (bytes.size() < at + text.size()) bytes.resize(at + text.size());
  std::memcpy(bytes.data() + at, text.data(), text.size());
}

} // namespace

void DiskFile::write(std::size_t at, std::string_view text) {
  Change change{at, {}, std::string(text), bytes.size(), false};
  if (at < bytes.size()) change.before = bytes.substr(at, text.size());
  unsynced.push_back(std::move(change));
  put(bytes, at, text);
}

void DiskFile::truncate(std::size_t size) {
  if (size >= bytes.size()) return;
  unsynced.push_back({size, bytes.substr(size), {}, bytes.size(), true});
  bytes.resize(size);
}

std::string DiskFile::afterPowerLoss(std::mt19937_64& random) const {
  std::string left = bytes;
  for (auto change = unsynced.rbegin(); change != unsynced.rend(); ++change) {
    left.resize(change->sizeBefore);
    if (!change->before.empty()) put(left, change->at, change->before);
  }
  const std::uint64_t manner = random() % 3; // nothing, the first ones, any of them
  if (manner == 0 || unsynced.empty()) return left;
  const std::size_t until = random() % (unsynced.size() + 1);
  for (std::size_t i = 0; i < unsynced.size(); ++i) {
    const bool kept = manner == 1 ? i < until : random() % 2 == 0;
    if (!kept) continue;
    const Change& change = unsynced[i];
    if (change.isTruncation) {
      left.resize(std::min(left.size(), change.at));
      continue;
    }
    const bool isLast = i + 1 == until || i + 1 == unsynced.size();
    const std::size_t part = isLast ? random() % (change.after.size() + 1) : change.after.size();
    put(left, change.at, std::string_view(change.after).substr(0, part));
  }
  return left;
}

DiskHandle::DiskHandle(std::shared_ptr<DiskFile> content) : file(std::move(content)) {
  file->handles.push_back(this);
}

DiskHandle::~DiskHandle() {
  auto& all = file->handles;
  all.erase(std::remove(all.begin(), all.end(), this), all.end());
}

bool DiskHandle::othersHold(int atLeast) const {
  return std::any_of(file->handles.begin(), file->handles.end(), [this, atLeast](const DiskHandle* other) {
    return other != this && other->level >= atLeast;
  });
}

int DiskHandle::lock(int wanted) {
  if (file->dead) return SQLITE_IOERR_LOCK;
  if (wanted <= level) return SQLITE_OK;
  if (wanted == SQLITE_LOCK_SHARED && othersHold(SQLITE_LOCK_PENDING)) return SQLITE_BUSY;
  if (wanted == SQLITE_LOCK_RESERVED && othersHold(SQLITE_LOCK_RESERVED)) return SQLITE_BUSY;
  if (wanted == SQLITE_LOCK_EXCLUSIVE && othersHold(SQLITE_LOCK_SHARED)) return SQLITE_BUSY;
  level = wanted;
  return SQLITE_OK;
}

char* DiskHandle::mapShared(std::size_t region, std::size_t size, bool extend) {
  mapped = true;
  auto& regions = file->shared;
  while (extend && regions.size() <= region) {
    regions.push_back(std::make_unique<char[]>(size));
    std::memset(regions.back().get(), 0, size);
  }
  return region < regions.size() ? regions[region].get() : nullptr;
}

int DiskHandle::lockShared(int offset, int count, int flags) {
  const bool exclusive = (flags & SQLITE_SHM_EXCLUSIVE) != 0;
  if ((flags & SQLITE_SHM_UNLOCK) != 0) {
    for (int slot = offset; slot < offset + count; ++slot) {
      sharedSlots.at(static_cast<std::size_t>(slot)) = false;
      exclusiveSlots.at(static_cast<std::size_t>(slot)) = false;
    }
    return SQLITE_OK;
  }
  if (file->dead) return SQLITE_IOERR_SHMLOCK;
  for (const DiskHandle* other : file->handles) {
    if (other == this) continue;
    for (int at = offset; at < offset + count; ++at) {
      const auto slot = static_cast<std::size_t>(at);
      if (other->exclusiveSlots.at(slot) || (exclusive && other->sharedSlots.at(slot))) return SQLITE_BUSY;
    }
  }
  for (int at = offset; at < offset + count; ++at) {
    const auto slot = static_cast<std::size_t>(at);
    (exclusive ? exclusiveSlots : sharedSlots).at(slot) = true;
  }
  return SQLITE_OK;
}

void DiskHandle::unmapShared() {
  mapped = false;
  sharedSlots.fill(false);
  exclusiveSlots.fill(false);
  const bool used = std::any_of(file->handles.begin(), file->handles.end(),
                                [](const DiskHandle* handle) { return handle->mapped; });
  if (!used) file->shared.clear();
}

} // namespace madoguchi::tests::disk
