// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calendar/date.h"

#include <functional>
#include <string>
#include <string_view>

/// Clock and randomness of the server; core has neither.
namespace madoguchi::server {

/// What time it is; tests bring their own.
using Clock = std::function<core::Instant()>;
[[nodiscard]] core::Instant systemNow();

/// 256 random bits as 64 hex digits.
[[nodiscard]] std::string randomToken();
/// A fresh UUIDv7.
[[nodiscard]] std::string newUuid(core::Instant now);
/// Compares secrets without telling by the time it takes how much of them is right.
[[nodiscard]] bool sameSecret(std::string_view a, std::string_view b);

} // namespace madoguchi::server
