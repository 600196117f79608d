// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/fold.h"

#include "core/text/foldsteps.h"

#include <algorithm>
#include <array>

namespace madoguchi::core {

namespace {

constexpr std::array<std::string_view, 10> kNames{
    "Width",       "Case",         "Kana",       "SmallKana",     "LongVowel",
    "Punctuation", "VariantKanji", "VoicedMark", "IterationMark", "PlaceGa"};

void append(std::string& text, char32_t character) {
  std::array<std::uint8_t, U8_MAX_LENGTH> bytes{};
  std::int32_t length = 0;
  U8_APPEND_UNSAFE(bytes.data(), length, static_cast<UChar32>(character));
  text.append(bytes.begin(), bytes.begin() + length);
}

struct Folded {
  std::u32string text;
  std::vector<TextRange> sources; ///< of each character
};

Folded foldWithSources(std::string_view text, FoldSteps steps) {
  Folded folded;
  forEachFolded(text, steps, [&](char32_t character, TextRange source) {
    folded.text += character;
    folded.sources.push_back(source);
  });
  return folded;
}

std::u32string foldTo32(std::string_view text, FoldSteps steps) {
  std::u32string folded;
  forEachFolded(text, steps, [&](char32_t character, TextRange) { folded += character; });
  return folded;
}

TextRange rangeOf(const Folded& folded, std::size_t at, std::size_t length) {
  const TextRange first = folded.sources[at];
  const TextRange last = folded.sources[at + length - 1];
  return {first.at, last.at + last.length - first.at};
}

/// Spaces around a query are typed by accident, they are no reason.
std::string_view trimmed(std::string_view text) {
  constexpr std::string_view spaces = " \t\r\n";
  const std::size_t first = text.find_first_not_of(spaces);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(spaces) - first + 1);
}

/// A step is a reason where the match fails without it.
std::vector<FoldReason> reasonsOf(std::string_view query, std::string_view matched, FoldSteps steps) {
  std::vector<FoldReason> reasons;
  for (std::size_t i = 0; i < kNames.size(); ++i) {
    const auto reason = static_cast<FoldReason>(i);
    if (!steps.has(reason)) continue;
    const FoldSteps fewer = steps.without(reason);
    if (foldTo32(matched, fewer).find(foldTo32(query, fewer)) == std::u32string::npos)
      reasons.push_back(reason);
  }
  return reasons;
}

} // namespace

std::string_view toText(FoldReason reason) {
  return kNames[static_cast<std::size_t>(reason)];
}

std::string foldForSearch(std::string_view text, VoicedMarks voicedMarks) {
  std::string folded;
  folded.reserve(text.size());
  forEachFolded(text, FoldSteps::forSearch(voicedMarks),
                [&](char32_t character, TextRange) { append(folded, character); });
  return folded;
}

std::optional<std::string> foldAsPlacePart(std::string_view text, VoicedMarks voicedMarks) {
  constexpr std::string_view kGa = "が";
  std::string folded = foldForSearch(text, voicedMarks);
  if (folded.compare(0, kGa.size(), kGa) != 0) return std::nullopt;
  return "け" + folded.substr(kGa.size());
}

namespace {

/// As explainMatch; `query` is trimmed.
std::optional<TextMatch> explain(std::string_view query, std::string_view original, FoldSteps steps) {
  const Folded wanted = foldWithSources(query, steps);
  if (wanted.text.empty()) return std::nullopt;
  const Folded folded = foldWithSources(original, steps);
  const std::size_t first = folded.text.find(wanted.text);
  if (first == std::u32string::npos) return std::nullopt;
  // Signs at the ends of the query are left out of the folded place, so the exact one begins before it.
  const TextRange kept = rangeOf(wanted, 0, wanted.text.size());
  for (std::size_t at = first; at != std::u32string::npos; at = folded.text.find(wanted.text, at + 1)) {
    const TextRange range = rangeOf(folded, at, wanted.text.size());
    if (range.length != kept.length || range.at < kept.at) continue;
    const TextRange whole{range.at - kept.at, query.size()};
    if (original.substr(whole.at, whole.length) == query) return TextMatch{whole, {}};
  }
  const TextRange range = rangeOf(folded, first, wanted.text.size());
  // What 々 or が means hangs on the character before it.
  TextRange read = range;
  if (first > 0 &&
      foldTo32(original.substr(range.at, range.length), steps).find(wanted.text) == std::u32string::npos) {
    read.at = folded.sources[first - 1].at;
    read.length += range.at - read.at;
  }
  return TextMatch{range, reasonsOf(query, original.substr(read.at, read.length), steps)};
}

} // namespace

std::optional<TextMatch> explainMatch(std::string_view query, std::string_view original,
                                      VoicedMarks voicedMarks) {
  const FoldSteps steps = FoldSteps::forSearch(voicedMarks);
  query = trimmed(query);
  auto match = explain(query, original, steps);
  const bool asPlace = !match && foldAsPlacePart(query, voicedMarks);
  if (asPlace) {
    const TextRange ga = foldWithSources(query, steps).sources.front();
    match = explain("ヶ" + std::string(query.substr(ga.at + ga.length)), original, steps);
  }
  if (!match) return std::nullopt;
  // A place that is written as asked for wins, also where what is before it changes its reading.
  if (const std::size_t same = original.find(query); same != std::string_view::npos)
    return match->reasons.empty() && !asPlace ? match : TextMatch{{same, query.size()}, {}};
  if (asPlace &&
      std::find(match->reasons.begin(), match->reasons.end(), FoldReason::PlaceGa) == match->reasons.end())
    match->reasons.push_back(FoldReason::PlaceGa);
  return match;
}

} // namespace madoguchi::core
