// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/opencase.h"
#include "models/statetext.h"

namespace madoguchi::models {

/// A case in words for paper, in the user's language.
struct SummaryText {
  QString title;
  QString subtitle;
  std::vector<StatePart> parts;
  QString foot; ///< who had it made, and when
};

/// Of the case that is open; a record must have arrived. Where the person is under protection, neither
/// addresses, numbers, the office, the particulars of the timeline nor what people wrote about the case
/// (notes, facts found, corrections asked for, remarks) are in it: they may tell where the person lives.
[[nodiscard]] SummaryText summaryText(OpenCase& opened, bool withTimeline);

} // namespace madoguchi::models
