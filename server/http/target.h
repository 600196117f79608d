// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace madoguchi::server {

/// Percent-decoding (RFC 3986, 2.1); none where an escape is broken or stands for NUL.
[[nodiscard]] std::optional<std::string> percentDecoded(std::string_view text);

/// A request target taken apart: the path as sent, the query decoded. "+" stands for itself.
struct Target {
  std::string path;
  std::map<std::string, std::string> query;
};
/// None for a target that is no path, has a broken escape, or names a parameter twice.
[[nodiscard]] std::optional<Target> targetFrom(std::string_view text);

} // namespace madoguchi::server
