// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/bigrams.h"

#include <unicode/utf8.h>

namespace madoguchi::core {

namespace {

/// Where each code point begins, and the end.
std::vector<std::size_t> starts(std::string_view text) {
  std::vector<std::size_t> places;
  places.reserve(text.size() + 1);
  const auto length = static_cast<std::int32_t>(text.size());
  for (std::int32_t at = 0; at < length;) {
    places.push_back(static_cast<std::size_t>(at));
    U8_FWD_1(text.data(), at, length);
  }
  places.push_back(text.size());
  return places;
}

std::vector<std::string> pairs(std::string_view text, const std::vector<std::size_t>& places) {
  std::vector<std::string> tokens;
  for (std::size_t i = 0; i + 2 < places.size(); ++i)
    tokens.emplace_back(text.substr(places[i], places[i + 2] - places[i]));
  return tokens;
}

} // namespace

void appendIndexBigrams(std::string_view folded, std::string& tokens) {
  const auto length = static_cast<std::int32_t>(folded.size());
  std::int32_t first = 0;
  std::int32_t second = 0;
  if (length > 0) U8_FWD_1(folded.data(), second, length);
  while (first < length) {
    std::int32_t end = second;
    if (end < length) U8_FWD_1(folded.data(), end, length);
    tokens.append(folded, static_cast<std::size_t>(first), static_cast<std::size_t>(end - first));
    tokens.push_back(' ');
    first = second;
    second = end;
  }
}

BigramQuery queryBigrams(std::string_view folded) {
  const auto places = starts(folded);
  if (places.size() == 2) return {{std::string(folded)}, true};
  return {pairs(folded, places), false};
}

} // namespace madoguchi::core
