// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/cases/caseclock.h"
#include "core/clocks/clockterm.h"

#include <QString>

#include <vector>

namespace madoguchi::models {

/// A line of the sum behind a due day.
struct ClockLine {
  QString what;
  QString when;
  QString days; ///< "+14", or empty
  QString article;
};

/// The sum in words, a line for each term.
[[nodiscard]] std::vector<ClockLine> clockLines(const std::vector<core::ClockTerm>& terms);
/// "Due on …, 3 days left (clock stopped)".
[[nodiscard]] QString clockSummary(const core::ClockExplanation& explanation);

} // namespace madoguchi::models
