// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sync/outbox.h"
#include "models/ports/referencesource.h"

#include <QString>

namespace madoguchi::models {

/// What stood at a place that both sides changed, and what each of them wants there, in the user's language.
struct ConflictText {
  QString before;
  QString mine;
  QString theirs;
};

/// `conflict`: one of the entry's. `procedure`: of the case, as it is on the server; may be null.
[[nodiscard]] ConflictText conflictText(const core::OutboxEntry& entry, const core::FieldConflict& conflict,
                                        const core::Procedure* procedure, const References& references);

} // namespace madoguchi::models
