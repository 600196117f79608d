// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace madoguchi::core {

/// What folding makes equal, and thus why a row can match although it is written differently.
enum class FoldReason {
  Width,     ///< full and half width, and other compatibility forms (NFKC): ﾔﾏﾀﾞ/ヤマダ, ㈱/(株)
  Case,      ///< ABC/abc
  Kana,      ///< hiragana/katakana: やまだ/ヤマダ
  SmallKana, ///< ヨツヤ/ヨッヤ, ヶ/ケ
  LongVowel, ///< ー is left out
  Punctuation,   ///< spaces and signs are left out
  VariantKanji,  ///< 髙/高, 齋/斎, and ideographic variation sequences
  VoicedMark,    ///< ヤマサキ/ヤマザキ, only where asked for
  IterationMark, ///< 佐々木/佐佐木, いすゞ/いすず
  PlaceGa,       ///< が after a kanji, as in names of places: 霞が関/霞ヶ関
};

/// Stable name, for tests and logs ("VariantKanji").
[[nodiscard]] std::string_view toText(FoldReason reason);

enum class VoicedMarks { Keep, Fold };

/// The form of a text by which it is searched: UTF-8, without spaces, signs and variation selectors,
/// katakana as hiragana, small kana as large, letters small, variant kanji as one. It keeps the order of
/// characters, and folding what is folded changes nothing (conjoining Hangul apart). A part of a text (cut
/// between graphemes, and not before が after a kanji) folds to a part of the folded text. Bytes that are no
/// UTF-8 are left out. May be empty (a query of signs). 々 repeats the character before it; the first of a
/// text is left out.
[[nodiscard]] std::string foldForSearch(std::string_view text, VoicedMarks voicedMarks = VoicedMarks::Keep);

/// What a user may also mean by a text that begins with が: a part of a name, as 「が丘」 of 自由が丘 and
/// 自由ヶ丘, folded. Nothing for any other text.
[[nodiscard]] std::optional<std::string> foldAsPlacePart(std::string_view text,
                                                         VoicedMarks voicedMarks = VoicedMarks::Keep);

/// A range of bytes in a UTF-8 text, cut between characters.
struct TextRange {
  std::size_t at = 0;
  std::size_t length = 0;

  bool operator==(const TextRange&) const = default;
};

struct TextMatch {
  TextRange range;                 ///< what matched in the original, with its marks and selectors
  std::vector<FoldReason> reasons; ///< in the order of the enum; empty: it is written the same

  bool operator==(const TextMatch&) const = default;
};

/// Where and why the first match of `query` stands in `original`; nothing where it does not match, or the
/// query folds to nothing. A place that is written exactly as asked for wins over an earlier folded one.
[[nodiscard]] std::optional<TextMatch> explainMatch(std::string_view query, std::string_view original,
                                                    VoicedMarks voicedMarks = VoicedMarks::Keep);

} // namespace madoguchi::core
