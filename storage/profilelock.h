// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <filesystem>

namespace madoguchi::storage {

/// One process owns a profile: an advisory lock on `profile.lock` in its folder, held until destruction and
/// let go by the system when the process dies.
class ProfileLock {
public:
  /// Errors: ProfileInUse; StorageFailed where the folder cannot be written.
  [[nodiscard]] static core::Result<ProfileLock> take(const std::filesystem::path& folder);

  ProfileLock(ProfileLock&& other) noexcept;
  ProfileLock& operator=(ProfileLock&& other) noexcept;
  ProfileLock(const ProfileLock&) = delete;
  ProfileLock& operator=(const ProfileLock&) = delete;
  ~ProfileLock();

private:
  explicit ProfileLock(int file) : m_file(file) {}

  int m_file = -1;
};

} // namespace madoguchi::storage
