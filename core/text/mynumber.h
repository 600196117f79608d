// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/fold.h"

#include <optional>
#include <string_view>

namespace madoguchi::core {

/// Whether 12 ASCII digits carry a valid check digit
/// (行政手続における特定の個人を識別するための番号の利用等に関する法律
/// の規定による通知カード及び個人番号カード…省令, 平成26年総務省令85号, 5条).
[[nodiscard]] bool isMyNumber(std::string_view digits);

/// The first place in a text that holds a My Number 個人番号: 12 digits of full or half width with a valid
/// check digit, in one piece or in groups of equal length (4-4-4, 3-3-3-3, 6-6, …) with one and the same
/// space or hyphen between them. Parts of longer numbers, of longer rows of such groups and of decimal
/// fractions do not count.
[[nodiscard]] std::optional<TextRange> findMyNumber(std::string_view text);

} // namespace madoguchi::core
