// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calendar/date.h"
#include "core/calendar/holidays.h"

#include <optional>

namespace madoguchi::core {

enum class PeriodUnit { Days, Weeks, Months, Years };

struct Period {
  int count = 0;
  PeriodUnit unit = PeriodUnit::Days;

  bool operator==(const Period&) const = default;
};

/// 民法 140条: the first day is not counted, unless the period begins at midnight.
enum class FirstDay { NotCounted, Counted };
/// 民法 142条 and 地方自治法 4条の2第4項: a last day on an office holiday moves to the next office day.
enum class LastDay { AsItFalls, MovesToOfficeDay };

struct PeriodEnd {
  Date countedFrom;        ///< 起算日
  Date fallsOn;            ///< last day by the calendar, at whose end the period ends (民法 141条)
  Date lastDay;            ///< the same, or the office day to which it moved
  bool endOfMonth = false; ///< no matching day in the last month, so its last day (民法 143条2項)
  std::optional<HolidayReason> moved; ///< why the last day moved

  bool operator==(const PeriodEnd&) const = default;
};

/// The end of a legal period that an event on `event` sets going (民法 138条–143条). Errors: InvalidArgument
/// for a count below 1 or above 10,000; HolidayTableEnded where the last day may move and lies outside the
/// table.
[[nodiscard]] Result<PeriodEnd> endOfPeriod(Date event, Period period, FirstDay firstDay, LastDay lastDay,
                                            const HolidayTable& holidays);

/// The same without holidays: the last day as it falls.
[[nodiscard]] Result<PeriodEnd> endOfPeriod(Date event, Period period, FirstDay firstDay);

} // namespace madoguchi::core
