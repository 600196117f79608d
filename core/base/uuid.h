// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace madoguchi::core {

/// A UUIDv7 (RFC 9562) as 36 characters of lower-case text. Pure: time and randomness are given.
[[nodiscard]] std::string makeUuid7(std::int64_t unixMillis, const std::array<std::uint8_t, 10>& random);

/// True for 8-4-4-4-12 lower-case hex digits.
[[nodiscard]] bool isUuid(std::string_view text);

} // namespace madoguchi::core
