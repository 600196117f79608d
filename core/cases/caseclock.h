// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calendar/holidays.h"
#include "core/cases/casestate.h"
#include "core/clocks/processingclock.h"
#include "core/procedures/procedure.h"

namespace madoguchi::core {

/// The standard processing period 標準処理期間 (APA 6) of a case: its waits and correction rounds are the
/// stops. A closed or decided case is computed up to the day on which it ended. An imported case whose
/// deadline came with it gives that day and no terms. Errors: HolidayTableEnded.
[[nodiscard]] Result<ClockExplanation> caseClock(const CaseState& state, const Procedure& procedure,
                                                 const HolidayTable& holidays, Date today);

/// The procedure's clock as a rule of core/clocks.
[[nodiscard]] ClockRule clockRule(const Procedure& procedure);

} // namespace madoguchi::core
