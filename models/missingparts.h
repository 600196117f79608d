// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/opencase.h"

#include <QString>

#include <vector>

namespace madoguchi::models {

/// Something that stands between a case and its decision.
struct MissingPart {
  enum class Kind { Criterion, Document, Form, ReceiptDay, Delay, Wait, Answer };
  Kind kind = Kind::Criterion;
  QString text;
  bool blocks = true;  ///< else it is only to be known: a grant is possible without it
  std::string place{}; ///< of Form: the pointer of the first error
};

/// What is missing before the open case can be drafted and submitted, in the order in which one does it.
/// Empty where nothing is, and where no case is open or its procedure is not known here.
[[nodiscard]] std::vector<MissingPart> missingParts(const OpenCase& opened);

/// What is missing in few words, for where it is always seen: how much, or that nothing stands between the
/// case and a draft.
[[nodiscard]] QString missingSummary(const std::vector<MissingPart>& parts);
/// With its sign: what blocks, or what is only to be known.
[[nodiscard]] QString missingLine(const MissingPart& part);
/// With which one begins: what blocks, before what is only to be known; null where nothing is missing.
[[nodiscard]] const MissingPart* firstMissing(const std::vector<MissingPart>& parts);

/// Whether the case is on its way to a draft, so that what is missing matters.
[[nodiscard]] bool isBeforeDraft(core::Status status);

} // namespace madoguchi::models
