// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/durable.h"

#include "storage/database.h"

#include <fcntl.h>
#include <unistd.h>

namespace madoguchi::storage {

namespace {

void sync(const std::filesystem::path& path, int flags) {
  const int file = ::open(path.c_str(), flags | O_RDONLY | O_CLOEXEC);
  if (file < 0) fail(core::ErrorCode::StorageFailed, "what was written cannot be opened");
  const int done = ::fsync(file);
  ::close(file);
  if (done != 0) fail(core::ErrorCode::StorageFailed, "what was written cannot be synced");
}

} // namespace

void fileToDisk(const std::filesystem::path& file) {
  sync(file, 0);
}

void folderToDisk(const std::filesystem::path& folder) {
  sync(folder, O_DIRECTORY);
}

} // namespace madoguchi::storage
