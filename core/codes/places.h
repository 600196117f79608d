// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/codes/municipality.h"

#include <span>
#include <string>
#include <string_view>

namespace madoguchi::core {

/// The 47 prefectures (JIS X 0401), each by the code of its own government: "140007" 神奈川県. In order.
[[nodiscard]] std::span<const Municipality> prefectures();
/// In which a local government lies, by the first two digits of its code; null where there is none.
[[nodiscard]] const Municipality* prefectureOf(std::string_view code);

/// The designated cities and the seats of the prefectures outside Tokyo, named with their prefecture:
/// "神奈川県横浜市". In order. Of the others no table comes with Debian: their codes are only checked.
[[nodiscard]] std::span<const Municipality> citiesOutsideTokyo();

/// One of Tokyo, one of citiesOutsideTokyo, or a prefecture; null where the code is none of these.
[[nodiscard]] const Municipality* knownPlace(std::string_view code);
/// The same by its name, in Japanese or English, with its prefecture or without. Tokyo comes first: what is
/// called 府中市 here is Tokyo's.
[[nodiscard]] const Municipality* placeNamed(std::string_view name);

/// In which a municipality lies that is named with its prefecture; null where none stands before it.
[[nodiscard]] const Municipality* prefectureNamedIn(std::string_view municipality);

/// The code of a municipality that is named with its prefecture, and what the code does not say of the name.
/// Where the municipality is not known the code is its prefecture's.
struct CodedPlace {
  const Municipality* place = nullptr; ///< null where not even a prefecture stands there
  std::string rest{}; ///< "中区" of "神奈川県横浜市中区", "愛甲郡愛川町" of "神奈川県愛甲郡愛川町"
};
[[nodiscard]] CodedPlace codedPlace(std::string_view municipality);

} // namespace madoguchi::core
