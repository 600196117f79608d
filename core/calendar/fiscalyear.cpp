// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/calendar/fiscalyear.h"

namespace madoguchi::core {

int fiscalYearOf(Date date) {
  const std::chrono::year_month_day day{date};
  return static_cast<int>(day.year()) - (day.month() < std::chrono::April ? 1 : 0);
}

Date firstDayOfFiscalYear(int fiscalYear) {
  return makeDate(fiscalYear, 4, 1);
}

std::optional<EraYear> fiscalEraYearOf(Date date) {
  return eraYearOf(firstDayOfFiscalYear(fiscalYearOf(date)));
}

} // namespace madoguchi::core
