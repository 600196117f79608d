// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/caseclock.h"

#include <algorithm>

namespace madoguchi::core {

namespace {

StopReason stopReason(WaitReason reason) {
  switch (reason) {
  case WaitReason::Fee:
    return StopReason::FeeWait;
  case WaitReason::ApplicantChange:
    return StopReason::ApplicantChange;
  case WaitReason::ExtraData:
    return StopReason::ExtraData;
  case WaitReason::Intermediary:
    break;
  }
  return StopReason::Intermediary;
}

/// The day on which the clock stopped for good, or today.
Date lastDayOf(const CaseState& state, Date today) {
  if (state.decision) return state.decision->decidedOn;
  if (state.withdrawnOn) return *state.withdrawnOn;
  if (state.closedOn) return *state.closedOn;
  return today;
}

} // namespace

ClockRule clockRule(const Procedure& procedure) {
  ClockRule rule;
  rule.days = procedure.clock.days;
  rule.excludeOfficeHolidays = procedure.clock.excludeOfficeHolidays;
  rule.article = procedure.clock.article;
  rule.articleEn = procedure.clock.articleEn;
  for (const auto& name : procedure.clock.stops)
    if (const auto reason = stopReasonFrom(name)) rule.excludedStops.push_back(*reason);
  return rule;
}

Result<ClockExplanation> caseClock(const CaseState& state, const Procedure& procedure,
                                   const HolidayTable& holidays, Date today) {
  const Date last = lastDayOf(state, today);
  if (state.fixedDueOn) {
    ClockExplanation fixed;
    fixed.dueOn = *state.fixedDueOn;
    fixed.daysLeft = std::max(0, static_cast<int>((*state.fixedDueOn - last).count()));
    fixed.overdueDays = std::max(0, static_cast<int>((last - *state.fixedDueOn).count()));
    return fixed;
  }
  std::vector<Stop> stops;
  for (const auto& round : state.rounds)
    stops.push_back(Stop{StopReason::Correction, round.sentOn, round.answeredOn});
  for (const auto& wait : state.waits)
    stops.push_back(Stop{stopReason(wait.reason), wait.from, wait.to});
  return computeProcessingClock(clockRule(procedure), state.arrivedOn, stops, holidays, last);
}

} // namespace madoguchi::core
