// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/sync/feed.h"

#include <string>
#include <string_view>
#include <vector>

namespace madoguchi::protocol {

/// A ready-made cache of a scope, for a first sync: GET /v1/ready-made lists those of the user's scopes, and
/// GET /v1/ready-made/<name> (Range, RFC 9110, 14) gives the bytes. It is a SQLCipher file under a key of its
/// own, packed by zstd. What has changed since it was made comes by the feed.
struct ReadyMade {
  core::ScopeName scope;
  std::string epoch;      ///< of the database that it was made of
  std::int64_t stamp = 0; ///< from here on the feed goes on
  std::string name;       ///< SHA-256 of the packed bytes
  std::string key;        ///< 64 hexadecimal digits
  int schema = 0;         ///< of the cache's tables
  std::int64_t packed = 0;
  std::int64_t size = 0; ///< of the file
  std::int64_t count = 0;
  bool operator==(const ReadyMade&) const = default;
};
BOOST_DESCRIBE_STRUCT(ReadyMade, (), (scope, epoch, stamp, name, key, schema, packed, size, count))

struct ReadyMadeList {
  std::vector<ReadyMade> files;
};
BOOST_DESCRIBE_STRUCT(ReadyMadeList, (), (files))

[[nodiscard]] std::string encode(const ReadyMadeList& list);
/// Errors: Malformed, TooLarge.
[[nodiscard]] core::Result<ReadyMadeList> readyMadeListFrom(std::string_view text);

} // namespace madoguchi::protocol
