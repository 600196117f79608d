// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/database.h"
#include "storage/searchtext.h"

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace madoguchi::storage {

/// About how many pages of the search index a token takes, which is what it costs to ask for it; 1 where it
/// shares a page or is not there. None of those pages is read: FTS5 keeps the first term of each page apart
/// (table %_idx, described at the head of its fts5_index.c).
[[nodiscard]] std::int64_t pagesOf(Database& database, const std::string& token);

/// The phrases without those tokens at their ends that nearly every case has, where the others are much
/// rarer. Whatever matches the phrases matches these, at a part of the price, and not the other way round.
/// The same phrases where nothing is gained.
[[nodiscard]] std::vector<SearchPhrase>
rareParts(const std::vector<SearchPhrase>& phrases,
          const std::function<std::int64_t(const std::string&)>& pages);

} // namespace madoguchi::storage
