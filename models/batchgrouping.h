// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/cases/casestate.h"
#include "models/ports/referencesource.h"
#include "models/routetext.h"

#include <QString>

#include <memory>
#include <string>
#include <vector>

namespace madoguchi::models {

/// The stated rules by which a case is unlike the others of its group and is shown in full.
enum class Unlike {
  Conditions,
  Refusal,
  CriterionOpen,
  Overdue,
  OutsideUsualRange,
  EditedAfterExamination,
  ProcedureUnknown,
};

struct BatchCase {
  std::shared_ptr<const core::CaseState> state;
  std::vector<Unlike> unlike; ///< empty: alike
};

/// Cases that concern the approver in the same way, with the same procedure, outcome, conditions and officer.
/// Only those at a stage of the approver's own are decided as a batch; what is decided for somebody absent,
/// or seen afterwards, is looked at case by case.
struct BatchGroup {
  DecidingPart part;
  core::ProcedureId procedure;
  int procedureVersion = 1;
  core::Outcome outcome = core::Outcome::Granted;
  std::vector<std::string> conditions;
  core::UserId officer;
  std::vector<BatchCase> cases; ///< the unlike ones first
};

[[nodiscard]] QString label(Unlike rule);

/// Why the case is unlike; empty where it is alike.
[[nodiscard]] std::vector<Unlike> unlikeRules(const core::CaseState& state, const References& references,
                                              core::Date today);

/// Cases without a draft, and those that do not wait for the user, are left out. First what is to be seen
/// afterwards, then the user's own stages, then what may be decided for somebody absent. The order of cases
/// is kept within alike and unlike.
[[nodiscard]] std::vector<BatchGroup>
groupAlike(const std::vector<std::shared_ptr<const core::CaseState>>& states, const References& references,
           core::Date today);

} // namespace madoguchi::models
