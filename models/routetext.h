// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/casestate.h"
#include "core/procedures/procedure.h"
#include "models/ports/referencesource.h"

#include <QString>

#include <optional>

/// Whom an approval route waits for, and by which rule.
namespace madoguchi::models {

/// How the case concerns somebody who decides.
enum class Part {
  None,
  Stage,     ///< a stage waits for the person's rank
  ForAbsent, ///< 代決: the decider is away, and the procedure lets the person decide
  AfterView, ///< 後閲: decided in the person's absence
};

struct DecidingPart {
  Part part = Part::None;
  core::UserId absent; ///< with ForAbsent
};

/// By the rules alone; nothing where the person has acted, is the author, or has another rank.
[[nodiscard]] DecidingPart decidingPart(const core::CaseState& state, const References& references,
                                        core::Date today);

/// Who of those that are away today decides the open stage; empty where nobody does.
[[nodiscard]] std::vector<core::UserId> absentDeciders(const core::CaseState& state,
                                                       const References& references, core::Date today);

/// The rule by which the decider's rank follows (専決), e.g. "Section manager: Granted (rules, article 5)".
[[nodiscard]] QString rankRule(const core::CaseState& state, const core::Procedure& procedure,
                               core::Outcome outcome);
/// "TANAKA Yumi, away until 3 December"
[[nodiscard]] QString awayText(const References& references, const core::UserId& id, core::Date today);

} // namespace madoguchi::models
