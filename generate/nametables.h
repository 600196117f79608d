// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string_view>

/// Words of which fictitious people, firms and towns are made. Combined at random; any likeness to a person
/// or a firm is chance.
namespace madoguchi::generate {

struct NameWord {
  std::string_view text;
  std::string_view kana;  ///< katakana
  std::string_view jis{}; ///< substitute within JIS X 0208 where the text goes beyond it
};

/// Common surnames, some in old and variant forms, in plane 2 and with a variation sequence.
[[nodiscard]] std::span<const NameWord> surnames();
[[nodiscard]] std::span<const NameWord> givenNames();
/// Invented names of firms, without the form of the company.
[[nodiscard]] std::span<const NameWord> firmNames();
/// Invented towns; none is a town of Tokyo.
[[nodiscard]] std::span<const std::string_view> townNames();

} // namespace madoguchi::generate
