// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/raretokens.h"

#include <algorithm>
#include <iterator>

namespace madoguchi::storage {

namespace {

constexpr std::int64_t kFewPages = 16; ///< cheaper to read than to think about
constexpr std::int64_t kMuchRarer = 4;

// The terms of the main index begin with "0".
constexpr const char* kPages =
    "WITH RECURSIVE segment(id) AS (SELECT min(segid) FROM search_idx UNION ALL"
    " SELECT (SELECT min(segid) FROM search_idx WHERE segid > segment.id) FROM segment"
    " WHERE segment.id IS NOT NULL)"
    " SELECT sum(max(1, coalesce((SELECT pgno >> 1 FROM search_idx WHERE segid = segment.id AND"
    " term > CAST('0' || ?1 AS BLOB) ORDER BY term LIMIT 1), 0) -"
    " coalesce((SELECT pgno >> 1 FROM search_idx WHERE segid = segment.id AND"
    " term <= CAST('0' || ?1 AS BLOB) ORDER BY term DESC LIMIT 1), 1)))"
    " FROM segment WHERE id IS NOT NULL";

} // namespace

std::int64_t pagesOf(Database& database, const std::string& token) {
  return std::max<std::int64_t>(1, database.number(kPages, token));
}

std::vector<SearchPhrase> rareParts(const std::vector<SearchPhrase>& phrases,
                                    const std::function<std::int64_t(const std::string&)>& pages) {
  std::vector<SearchPhrase> parts = phrases;
  for (SearchPhrase& phrase : parts) {
    if (phrase.tokens.size() < 2 || !phrase.other.empty()) continue;
    std::vector<std::int64_t> sizes;
    std::transform(phrase.tokens.begin(), phrase.tokens.end(), std::back_inserter(sizes), pages);
    const std::int64_t common =
        std::max(kFewPages, kMuchRarer * *std::min_element(sizes.begin(), sizes.end()));
    const auto isRare = [common](std::int64_t size) { return size < common; };
    const auto first = std::find_if(sizes.begin(), sizes.end(), isRare);
    const auto end = std::find_if(sizes.rbegin(), sizes.rend(), isRare).base();
    phrase.tokens = {phrase.tokens.begin() + (first - sizes.begin()),
                     phrase.tokens.begin() + (end - sizes.begin())};
  }
  return parts;
}

} // namespace madoguchi::storage
