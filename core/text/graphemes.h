// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace madoguchi::core {

/// The ends, in bytes, of the characters as people count them (extended grapheme clusters, UAX #29). A kanji
/// with its variation selector is one.
[[nodiscard]] std::vector<std::size_t> graphemeEnds(std::string_view text);

[[nodiscard]] std::size_t graphemeCount(std::string_view text);

/// The first `count` characters; never cuts one apart.
[[nodiscard]] std::string_view firstGraphemes(std::string_view text, std::size_t count);

} // namespace madoguchi::core
