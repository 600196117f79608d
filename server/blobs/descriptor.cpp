// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/blobs/descriptor.h"

#include <cerrno>
#include <fcntl.h>
#include <unistd.h>

namespace madoguchi::server {

Descriptor::Descriptor(const std::string& file, int flags)
    : m_number(::open(file.c_str(), flags | O_CLOEXEC, 0600)) {}

Descriptor::~Descriptor() {
  if (m_number >= 0) ::close(m_number);
}

tl::unexpected<core::Error> blobFileError(const char* what) {
  const bool full = errno == ENOSPC || errno == EDQUOT;
  return core::failure(full ? core::ErrorCode::StorageFull : core::ErrorCode::StorageFailed,
                       std::string("blob: ") + what + ", errno " + std::to_string(errno));
}

core::Result<void> writeAll(int descriptor, std::string_view bytes, std::uint64_t offset) {
  while (!bytes.empty()) {
    const ssize_t written = ::pwrite(descriptor, bytes.data(), bytes.size(), static_cast<off_t>(offset));
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return blobFileError("write");
    bytes.remove_prefix(static_cast<std::size_t>(written));
    offset += static_cast<std::uint64_t>(written);
  }
  return {};
}

} // namespace madoguchi::server
