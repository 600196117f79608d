// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calendar/date.h"
#include "core/calendar/era.h"

namespace madoguchi::core {

/// The fiscal year 会計年度 of a day, named by the year of its 1 April (地方自治法 208条).
[[nodiscard]] int fiscalYearOf(Date date);
/// 1 April of a fiscal year.
[[nodiscard]] Date firstDayOfFiscalYear(int fiscalYear);

/// The fiscal year as an era year, by the era in force on its 1 April: one number for the whole year, so
/// that the sequence of document numbers does not break when an era changes (2019 is 平成31 throughout).
/// None before 1873.
[[nodiscard]] std::optional<EraYear> fiscalEraYearOf(Date date);

} // namespace madoguchi::core
