// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/calendar/date.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace madoguchi::server {

struct S3Object {
  std::string name; ///< with the prefix
  std::uint64_t size = 0;
  core::Instant at{}; ///< last modified
};

/// One page of the answer to ListObjectsV2.
struct S3Listing {
  std::vector<S3Object> objects;
  std::string next; ///< continuation token; empty: this was the last page

  /// Errors: StorageFailed where the text is not such an answer.
  [[nodiscard]] static core::Result<S3Listing> parse(std::string_view xml);
};

} // namespace madoguchi::server
