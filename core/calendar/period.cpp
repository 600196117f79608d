// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/calendar/period.h"

namespace madoguchi::core {

namespace {

constexpr int kLongestCount = 10'000;

/// 民法 143条2項: the day before the matching day; without one the last day of the last month.
PeriodEnd endByCalendar(Date countedFrom, std::chrono::months length) {
  const std::chrono::year_month_day start{countedFrom};
  const std::chrono::year_month_day matching = start + length;
  PeriodEnd end{countedFrom, {}, {}, !matching.ok(), std::nullopt};
  if (matching.ok())
    end.fallsOn = Date{matching} - std::chrono::days{1};
  else
    end.fallsOn = Date{matching.year() / matching.month() / std::chrono::last};
  end.lastDay = end.fallsOn;
  return end;
}

PeriodEnd endByDays(Date countedFrom, int days) {
  const Date last = countedFrom + std::chrono::days{days - 1};
  return {countedFrom, last, last, false, std::nullopt};
}

} // namespace

Result<PeriodEnd> endOfPeriod(Date event, Period period, FirstDay firstDay) {
  if (period.count < 1 || period.count > kLongestCount)
    return failure(ErrorCode::InvalidArgument, "a period of " + std::to_string(period.count) + " units");
  const Date countedFrom = firstDay == FirstDay::Counted ? event : event + std::chrono::days{1};
  switch (period.unit) {
  case PeriodUnit::Days:
    return endByDays(countedFrom, period.count);
  case PeriodUnit::Weeks:
    return endByDays(countedFrom, period.count * 7);
  case PeriodUnit::Months:
    return endByCalendar(countedFrom, std::chrono::months{period.count});
  case PeriodUnit::Years:
    return endByCalendar(countedFrom, std::chrono::months{period.count * 12});
  }
  return failure(ErrorCode::InvalidArgument, "unknown unit of a period");
}

Result<PeriodEnd> endOfPeriod(Date event, Period period, FirstDay firstDay, LastDay lastDay,
                              const HolidayTable& holidays) {
  auto end = endOfPeriod(event, period, firstDay);
  if (!end || lastDay == LastDay::AsItFalls) return end;
  auto reason = holidays.officeHoliday(end->fallsOn);
  if (!reason) return tl::unexpected(reason.error());
  const auto office = holidays.nextOfficeDay(end->fallsOn);
  if (!office) return tl::unexpected(office.error());
  end->lastDay = *office;
  end->moved = std::move(*reason);
  return end;
}

} // namespace madoguchi::core
