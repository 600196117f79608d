// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace madoguchi::server {

/// An open file; closed with the object. `number` below 0: it could not be opened, and errno says why.
class Descriptor {
public:
  /// `flags` as of open(2); a file that is made is its owner's alone.
  Descriptor(const std::string& file, int flags);
  ~Descriptor();
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;

  [[nodiscard]] int number() const { return m_number; }

private:
  int m_number;
};

/// StorageFull or StorageFailed, by errno.
[[nodiscard]] tl::unexpected<core::Error> blobFileError(const char* what);

/// All of the bytes, from that offset on. Errors: StorageFull, StorageFailed.
[[nodiscard]] core::Result<void> writeAll(int descriptor, std::string_view bytes, std::uint64_t offset);

} // namespace madoguchi::server
