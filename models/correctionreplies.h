// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/casestate.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace madoguchi::models {

/// The documents that came since a round was asked for, newest first; those of the item's kind before others.
[[nodiscard]] std::vector<const core::CaseDocument*> documentsFor(const core::CaseState& state,
                                                                  const core::CorrectionRound& round,
                                                                  const core::CorrectionItem& item);

/// What an answer to the last round is taken for at first: an item that asks for a document is answered where
/// one of its kind has come since, the others are.
[[nodiscard]] std::vector<core::CorrectionReply> proposedReplies(const core::CaseState& state);

/// The items of the last round that its answer left open: without those whose document came, or whose field
/// was corrected, on a later day.
[[nodiscard]] std::vector<const core::CorrectionItem*> openItems(const core::CaseState& state);

/// What was asked for and what became of it, one line for each item, in the user's language. No lines where
/// nobody told the items apart.
[[nodiscard]] QStringList replyLines(const std::vector<core::CorrectionItem>& items,
                                     const std::vector<core::CorrectionReply>& replies,
                                     const std::vector<core::CaseDocument>& documents);

} // namespace madoguchi::models
