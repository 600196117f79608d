// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace madoguchi::core {

/// The check digit of the first five digits of a local public body code 全国地方公共団体コード (総務省,
/// modulus 11); nothing where the text is not five ASCII digits.
[[nodiscard]] std::optional<char> municipalityCheckDigit(std::string_view fiveDigits);

/// Six ASCII digits with the right check digit, of a prefecture that there is (01 to 47, JIS X 0401).
[[nodiscard]] bool isMunicipalityCode(std::string_view code);

struct Municipality {
  std::string_view code; ///< six digits
  std::string_view ja;
  std::string_view kana; ///< hiragana
  std::string_view en;
};

/// The 62 municipalities of Tokyo, by code.
[[nodiscard]] std::span<const Municipality> tokyoMunicipalities();
/// The one with that code, or null.
[[nodiscard]] const Municipality* tokyoMunicipality(std::string_view code);

} // namespace madoguchi::core
