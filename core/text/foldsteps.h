// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/fold.h"

#include <unicode/unistr.h>
#include <unicode/utf8.h>

namespace madoguchi::core {

/// A set of folding steps; each FoldReason is the name of one step, so that the reason of a match is found by
/// leaving a step out.
class FoldSteps {
public:
  static constexpr FoldSteps forSearch(VoicedMarks voicedMarks) {
    const FoldSteps all(0x3FF);
    return voicedMarks == VoicedMarks::Fold ? all : all.without(FoldReason::VoicedMark);
  }
  [[nodiscard]] constexpr FoldSteps without(FoldReason reason) const {
    return FoldSteps(m_bits & ~bit(reason));
  }
  [[nodiscard]] constexpr bool has(FoldReason reason) const { return (m_bits & bit(reason)) != 0; }

private:
  explicit constexpr FoldSteps(unsigned bits) : m_bits(bits) {}
  static constexpr unsigned bit(FoldReason reason) { return 1U << static_cast<unsigned>(reason); }

  unsigned m_bits;
};

/// Characters that are their own normalization segment whatever their neighbour, unless a combining mark
/// follows: ASCII, kana, kanji of the main block, full-width ASCII. Nearly all text of a case is made of
/// them.
[[nodiscard]] constexpr bool isSimple(UChar32 c) {
  return (c >= 0 && c < 0x80) || (c >= 0x3000 && c <= 0x3029) || (c >= 0x3041 && c <= 0x3096) ||
         (c >= 0x30A0 && c <= 0x30FC) || (c >= 0x4E00 && c <= 0x9FEF) || (c >= 0xFF01 && c <= 0xFF5E);
}

/// Folds one simple character; 0 where nothing remains of it.
[[nodiscard]] char32_t foldSimple(UChar32 c, FoldSteps steps);

/// Folds a segment that is not one simple character.
[[nodiscard]] std::u32string foldSegment(const icu::UnicodeString& segment, FoldSteps steps);

/// Whether `c` never joins what stands before it.
[[nodiscard]] bool beginsSegment(UChar32 c);

/// What a folded character means after the folded one before it (0: none): 々 repeats it, が after a kanji is
/// ヶ. 0 where nothing remains.
[[nodiscard]] char32_t foldAfter(char32_t before, char32_t folded, FoldSteps steps);

/// Calls emit(folded character, TextRange of the segment it comes from) in order.
template <class Emit>
void forEachFolded(std::string_view text, FoldSteps steps, Emit emit) {
  char32_t before = 0;
  const auto give = [&](char32_t folded, TextRange range) {
    const char32_t meant = foldAfter(before, folded, steps);
    if (meant == 0) return;
    before = meant;
    emit(meant, range);
  };
  const char* bytes = text.data();
  const auto length = static_cast<std::int32_t>(text.size());
  std::int32_t at = 0;
  UChar32 c = -1;
  if (at < length) U8_NEXT(bytes, at, length, c);
  for (std::int32_t begin = 0; begin < length;) {
    const UChar32 first = c;
    std::int32_t end = at;
    const auto readNext = [&] {
      c = -1;
      if (at < length) U8_NEXT(bytes, at, length, c);
    };
    readNext();
    if (isSimple(first) && (isSimple(c) || beginsSegment(c))) {
      const TextRange range{static_cast<std::size_t>(begin), static_cast<std::size_t>(end - begin)};
      if (const char32_t folded = foldSimple(first, steps); folded != 0) give(folded, range);
      begin = end;
      continue;
    }
    icu::UnicodeString segment;
    if (first >= 0) segment.append(first);
    for (; end < length && !isSimple(c) && !beginsSegment(c); readNext()) {
      segment.append(c);
      end = at;
    }
    const TextRange range{static_cast<std::size_t>(begin), static_cast<std::size_t>(end - begin)};
    for (const char32_t folded : foldSegment(segment, steps))
      give(folded, range);
    begin = end;
  }
}

} // namespace madoguchi::core
