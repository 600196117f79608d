// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/profilelock.h"

#include <sys/file.h>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>
#include <utility>

namespace madoguchi::storage {

core::Result<ProfileLock> ProfileLock::take(const std::filesystem::path& folder) {
  const int file = ::open((folder / "profile.lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (file < 0)
    return core::failure(core::ErrorCode::StorageFailed,
                         std::string("profile.lock: ") + std::strerror(errno));
  ProfileLock lock(file);
  if (::flock(file, LOCK_EX | LOCK_NB) != 0) {
    if (errno == EWOULDBLOCK) return core::failure(core::ErrorCode::ProfileInUse, "another process holds it");
    return core::failure(core::ErrorCode::StorageFailed,
                         std::string("profile.lock: ") + std::strerror(errno));
  }
  return lock;
}

ProfileLock::ProfileLock(ProfileLock&& other) noexcept : m_file(std::exchange(other.m_file, -1)) {}

ProfileLock& ProfileLock::operator=(ProfileLock&& other) noexcept {
  std::swap(m_file, other.m_file);
  return *this;
}

ProfileLock::~ProfileLock() {
  if (m_file >= 0) ::close(m_file);
}

} // namespace madoguchi::storage
