// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

namespace madoguchi::core {

/// The number of code points of UTF-8: what JSON Schema counts as length.
[[nodiscard]] std::size_t codePoints(std::string_view text);

/// The formats that we check: "date", "date-time", "email"; true for all others.
[[nodiscard]] bool hasFormat(std::string_view text, std::string_view format);

/// Whether `value` is a whole multiple, as far as a double can tell.
[[nodiscard]] bool isMultiple(double value, double divisor);

} // namespace madoguchi::core
