// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/foldsteps.h"

#include "core/text/variants.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>

namespace madoguchi::core {

namespace {

constexpr UChar32 kVoiced = 0x3099;     ///< combining ゛
constexpr UChar32 kHalfVoiced = 0x309A; ///< combining ゜
constexpr UChar32 kLongVowel = 0x30FC;  ///< ー

/// ッ as ツ, both scripts, and the small katakana of Ainu.
UChar32 largeKana(UChar32 c) {
  constexpr std::u32string_view small = U"ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ";
  constexpr std::u32string_view large = U"あいうえおつやゆよわかけアイウエオツヤユヨワカケ";
  const std::size_t place = small.find(static_cast<char32_t>(c));
  if (place != std::u32string_view::npos) return static_cast<UChar32>(large[place]);
  static_assert(small.size() == large.size());
  constexpr std::u32string_view smallAinu = U"ㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ";
  constexpr std::u32string_view largeAinu = U"クシストヌハヒフヘホムラリルレロ";
  static_assert(smallAinu.size() == largeAinu.size());
  const std::size_t ainu = smallAinu.find(static_cast<char32_t>(c));
  return ainu != std::u32string_view::npos ? static_cast<UChar32>(largeAinu[ainu]) : c;
}

UChar32 hiragana(UChar32 c) {
  constexpr UChar32 distance = 0x60;
  const bool hasPartner = (c >= 0x30A1 && c <= 0x30F6) || c == 0x30FD || c == 0x30FE;
  return hasPartner ? c - distance : c;
}

UChar32 withoutVoicedMark(UChar32 c) {
  constexpr std::u32string_view voiced = U"がぎぐげござじずぜぞだぢづでどばびぶべぼぱぴぷぺぽゔゞ"
                                         U"ガギグゲゴザジズゼゾダヂヅデドバビブベボパピプペポヴヷヸヹヺヾ";
  constexpr std::u32string_view plain = U"かきくけこさしすせそたちつてとはひふへほはひふへほうゝ"
                                        U"カキクケコサシスセソタチツテトハヒフヘホハヒフヘホウワヰヱヲヽ";
  static_assert(voiced.size() == plain.size());
  const std::size_t place = voiced.find(static_cast<char32_t>(c));
  return place != std::u32string_view::npos ? static_cast<UChar32>(plain[place]) : c;
}

/// す gives ず; what has no voiced form stays.
char32_t voicedOf(char32_t c) {
  constexpr std::u32string_view plain =
      U"かきくけこさしすせそたちつてとはひふへほカキクケコサシスセソタチツテトハヒフヘホ";
  return plain.find(c) != std::u32string_view::npos ? c + 1 : c;
}

bool isKana(UChar32 c) {
  return (c >= 0x3041 && c <= 0x30FF) || (c >= 0x31F0 && c <= 0x31FF);
}

UChar32 foldKana(UChar32 c, FoldSteps steps) {
  if (steps.has(FoldReason::SmallKana)) c = largeKana(c);
  if (steps.has(FoldReason::VoicedMark)) c = withoutVoicedMark(c);
  return steps.has(FoldReason::Kana) ? hiragana(c) : c;
}

/// Letters, digits and marks of any script are searched for, and private characters 外字; the rest is not.
bool isSearched(UChar32 c) {
  return (U_GET_GC_MASK(c) & (U_GC_L_MASK | U_GC_N_MASK | U_GC_M_MASK | U_GC_CO_MASK)) != 0 &&
         !u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT);
}

bool isVariationSelector(UChar32 c) {
  return u_hasBinaryProperty(c, UCHAR_VARIATION_SELECTOR);
}

bool isCompatibilityKanji(UChar32 c) {
  return (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x2F800 && c <= 0x2FA1F);
}

/// The steps that need no neighbour, for a character of any kind.
char32_t foldCharacter(UChar32 c, FoldSteps steps) {
  if (c == kLongVowel) return steps.has(FoldReason::LongVowel) ? 0 : kLongVowel;
  if (isVariationSelector(c)) return steps.has(FoldReason::VariantKanji) ? 0 : static_cast<char32_t>(c);
  if (steps.has(FoldReason::Punctuation) && !isSearched(c)) return 0;
  if (isKana(c)) return static_cast<char32_t>(foldKana(c, steps));
  return steps.has(FoldReason::VariantKanji) ? commonKanji(static_cast<char32_t>(c))
                                             : static_cast<char32_t>(c);
}

/// NFKC, but the kanji that Unicode took over twice (神 U+FA19) are a matter of variants, not of width.
icu::UnicodeString normalised(const icu::UnicodeString& segment, FoldSteps steps) {
  UErrorCode status = U_ZERO_ERROR;
  const bool isKanji = isCompatibilityKanji(segment.char32At(0));
  if (!steps.has(isKanji ? FoldReason::VariantKanji : FoldReason::Width)) return segment;
  const icu::Normalizer2* nfkc = icu::Normalizer2::getNFKCInstance(status);
  if (U_FAILURE(status)) return segment;
  icu::UnicodeString result = nfkc->normalize(segment, status);
  return U_SUCCESS(status) ? result : segment;
}

} // namespace

char32_t foldSimple(UChar32 c, FoldSteps steps) {
  if (c >= 0xFF01 && steps.has(FoldReason::Width)) c -= 0xFEE0;
  if (c < 0x80) {
    const bool upper = c >= 'A' && c <= 'Z';
    if (upper && steps.has(FoldReason::Case)) return static_cast<char32_t>(c + ('a' - 'A'));
    const bool searched = upper || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    return searched || !steps.has(FoldReason::Punctuation) ? static_cast<char32_t>(c) : 0;
  }
  if (c >= 0x4E00 && c <= 0x9FEF)
    return steps.has(FoldReason::VariantKanji) ? commonKanji(static_cast<char32_t>(c))
                                               : static_cast<char32_t>(c);
  if (c >= 0xFF01 && steps.has(FoldReason::Case)) c = u_foldCase(c, U_FOLD_CASE_DEFAULT);
  return foldCharacter(c, steps);
}

std::u32string foldSegment(const icu::UnicodeString& segment, FoldSteps steps) {
  icu::UnicodeString text = normalised(segment, steps);
  if (steps.has(FoldReason::Case)) text.foldCase(U_FOLD_CASE_DEFAULT);
  std::u32string folded;
  for (std::int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    const UChar32 c = text.char32At(i);
    // A mark whose letter is gone would join the letter before it.
    const bool stray = folded.empty() && steps.has(FoldReason::Punctuation) &&
                       (c == kVoiced || c == kHalfVoiced || (U_GET_GC_MASK(c) & U_GC_MN_MASK) != 0);
    if (stray && !isVariationSelector(c)) continue;
    if (const char32_t result = foldCharacter(c, steps); result != 0) folded += result;
  }
  return folded;
}

char32_t foldAfter(char32_t before, char32_t folded, FoldSteps steps) {
  switch (folded) {
  case U'々':
  case U'〻':
  case U'ゝ':
  case U'ヽ':
    return steps.has(FoldReason::IterationMark) ? before : folded;
  case U'ゞ':
  case U'ヾ':
    return steps.has(FoldReason::IterationMark) ? voicedOf(before) : folded;
  case U'が':
  case U'ガ':
    if (!steps.has(FoldReason::PlaceGa) ||
        !u_hasBinaryProperty(static_cast<UChar32>(before), UCHAR_IDEOGRAPHIC))
      return folded;
    return steps.has(FoldReason::Kana) ? U'け' : U'ケ';
  default:
    return folded;
  }
}

bool beginsSegment(UChar32 c) {
  if (c < 0) return true;
  if (isVariationSelector(c)) return false;
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfkc = icu::Normalizer2::getNFKCInstance(status);
  return U_FAILURE(status) || nfkc->hasBoundaryBefore(c);
}

} // namespace madoguchi::core
