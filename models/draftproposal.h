// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/cases/command.h"
#include "core/procedures/procedure.h"

#include <vector>

namespace madoguchi::models {

/// The criteria without a finding, in the procedure's order.
[[nodiscard]] std::vector<const core::Criterion*> openCriteria(const core::CaseState& state,
                                                               const core::Procedure& procedure);
/// The criteria that the findings say are failed.
[[nodiscard]] std::vector<const core::Criterion*> failedCriteria(const core::CaseState& state,
                                                                 const core::Procedure& procedure);

/// Where drafting begins: the draft that stands; else a grant, or what the failed criteria lead to (Refused
/// on the merits; Dismissed where only formal ones fail), with a reason for each of them from its finding.
[[nodiscard]] core::DraftDecision proposedDraft(const core::CaseState& state,
                                                const core::Procedure& procedure);

/// One command for each open criterion: its first finding that meets it.
[[nodiscard]] std::vector<core::CommandBody> meetAllOpen(const core::CaseState& state,
                                                         const core::Procedure& procedure);

} // namespace madoguchi::models
