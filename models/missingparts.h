// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/opencase.h"

#include <QString>

#include <vector>

namespace madoguchi::models {

/// Something that stands between a case and its decision.
struct MissingPart {
  enum class Kind { Criterion, Document, Form, ReceiptDay, Delay, Wait };
  Kind kind = Kind::Criterion;
  QString text;
  bool blocks = true; ///< else it is only to be known: a grant is possible without it
};

/// What is missing before the open case can be drafted and submitted, in the order in which one does it.
/// Empty where nothing is, and where no case is open or its procedure is not known here.
[[nodiscard]] std::vector<MissingPart> missingParts(const OpenCase& opened);

} // namespace madoguchi::models
