// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calendar/date.h"
#include "core/calendar/era.h"

#include <QString>

/// Days and moments as people read them, in the user's language. Days in Japan.
namespace madoguchi::models {

/// For columns: R8.11.21, or 21 Nov 2026.
[[nodiscard]] QString shortDay(core::Date day);
/// 令和8年11月21日（土）, or Saturday, 21 November 2026.
[[nodiscard]] QString longDay(core::Date day);
/// Both calendars, where a day is entered: 令和8年11月21日（2026-11-21）.
[[nodiscard]] QString bothCalendars(core::Date day);
/// R8.11.21 14:05, or 21 Nov 2026 14:05.
[[nodiscard]] QString shortMoment(core::Instant moment);
/// "今日", "あと3日", "5日超過" - or "today", "3 days left", "5 days over".
[[nodiscard]] QString daysLeftText(int daysLeft);
/// Why a text is no day, with the right era named where it is known.
[[nodiscard]] QString dayProblem(const core::DateTextError& error);
/// ¥12,000
[[nodiscard]] QString yen(std::int64_t amount);

} // namespace madoguchi::models
