// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/kana.h"

#include <unicode/translit.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <array>
#include <memory>

namespace madoguchi::core {

namespace {

struct Range {
  UChar32 first;
  UChar32 last;
};

constexpr std::array kRanges{
    Range{0x3000, 0x3000}, // full-width space
    Range{0x3041, 0x3096}, // hiragana
    Range{0x3099, 0x309F}, // voiced marks, iteration marks
    Range{0x30A1, 0x30FF}, // katakana, ・ and ー
    Range{0x31F0, 0x31FF}, // small katakana for Ainu
    Range{0xFF01, 0xFF5E}, // full-width letters, digits and signs
};

} // namespace

bool isFullWidthKana(std::string_view text) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  const auto length = static_cast<std::int32_t>(text.size());
  for (std::int32_t at = 0; at < length;) {
    UChar32 letter = 0;
    U8_NEXT(bytes, at, length, letter);
    bool known = false;
    for (const Range& range : kRanges)
      known = known || (letter >= range.first && letter <= range.last);
    if (!known) return false;
  }
  return length > 0;
}

std::string toFullWidthKana(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::Transliterator> widen(
      icu::Transliterator::createInstance("Halfwidth-Fullwidth", UTRANS_FORWARD, status));
  if (U_FAILURE(status)) return std::string(text);
  auto wide =
      icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
  widen->transliterate(wide);
  std::string out;
  wide.toUTF8String(out);
  return out;
}

} // namespace madoguchi::core
