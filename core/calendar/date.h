// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

namespace madoguchi::core {

/// A day of the civil calendar, where the law knows only a day.
using Date = std::chrono::sys_days;
/// A moment, in milliseconds since 1970-01-01 UTC.
using Instant = std::chrono::sys_time<std::chrono::milliseconds>;

/// "2026-04-01" (ISO 8601). Errors: InvalidArgument for anything else, and for days that do not exist.
[[nodiscard]] Result<Date> parseDate(std::string_view text);
[[nodiscard]] std::string toText(Date date);

/// "2026-04-01T09:30:00.000Z"; reads also "+09:00" offsets, and seconds without a fraction.
[[nodiscard]] Result<Instant> parseInstant(std::string_view text);
[[nodiscard]] std::string toText(Instant instant);

/// The day in Japan (UTC+9, no summer time) in which the moment lies.
[[nodiscard]] Date dayInJapan(Instant instant);
/// The first moment of the day in Japan.
[[nodiscard]] Instant startOfDayInJapan(Date date);

[[nodiscard]] Date makeDate(int year, unsigned month, unsigned day);

} // namespace madoguchi::core
