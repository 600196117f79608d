// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace madoguchi::core {

/// Whether a reading is written as it is kept (GIF, 行政データ連携標準: フリガナ is full-width): hiragana or
/// katakana, the full-width letters, digits and signs that names of firms hold, and full-width spaces. An
/// empty text is no reading.
[[nodiscard]] bool isFullWidthKana(std::string_view text);

/// Half-width kana, letters, digits and spaces as full-width ones; ｶﾞ becomes one letter. All else stays:
/// nobody guesses a reading.
[[nodiscard]] std::string toFullWidthKana(std::string_view text);

} // namespace madoguchi::core
