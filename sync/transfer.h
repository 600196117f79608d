// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"

#include <cstdint>

namespace madoguchi::sync {

/// How far the content of a document is on its way, in bytes.
struct Transfer {
  core::BlobId blob;
  std::int64_t done = 0;
  std::int64_t total = 0; ///< 0: not known
  bool ended = false;     ///< it has arrived, or goes on no more for now
  bool operator==(const Transfer&) const = default;
};

} // namespace madoguchi::sync
