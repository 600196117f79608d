// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clocks/clockterm.h"

#include <vector>

namespace madoguchi::core {

/// How a procedure counts its standard processing period 標準処理期間 (行政手続法 6条).
struct ClockRule {
  int days = 0;
  bool excludeOfficeHolidays = true;
  std::vector<StopReason> excludedStops; ///< the waits that are taken out
  bool arrivalDayCounted = false;
  std::string article; ///< in Japanese
  std::string articleEn;

  bool operator==(const ClockRule&) const = default;
};

struct ClockExplanation {
  Date dueOn;                   ///< last day; while a wait lasts: if it ended on the day of the computation
  int daysUsed = 0;             ///< days counted up to the day of the computation, or to the due day
  int daysLeft = 0;             ///< days still to be counted: the rule's days less the used ones
  int overdueDays = 0;          ///< calendar days from the due day to the day of the computation; 0 in time
  bool stopped = false;         ///< a wait that is taken out lasts on the day of the computation
  int intermediaryDays = 0;     ///< calendar days at intermediaries, whether taken out or not (shown apart)
  std::vector<ClockTerm> terms; ///< Start, waits and holidays by day, End; see addedDays

  bool operator==(const ClockExplanation&) const = default;
};

/// The sum of a list of terms: the day of its Start, plus `days` of each term, is the due day.
[[nodiscard]] int addedDays(const std::vector<ClockTerm>& terms);

/// Counts the period of an application that arrived on `arrivedOn`. The day of arrival is day 0 unless the
/// rule says otherwise (Saitama's published example: 10 days over two weekends end 14 days later). A day
/// that two waits cover, or a wait and a holiday, is taken out once, under the wait that began first.
/// `today` is the day of the computation, or the day on which the case was decided; waits that begin later
/// than it are ignored. Errors: InvalidArgument (days below 1, a wait that ends before it begins, today
/// before the arrival); HolidayTableEnded where a needed day lies outside the table.
[[nodiscard]] Result<ClockExplanation> computeProcessingClock(const ClockRule& rule, Date arrivedOn,
                                                              const std::vector<Stop>& stops,
                                                              const HolidayTable& holidays, Date today);

} // namespace madoguchi::core
