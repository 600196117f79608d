// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/batchgrouping.h"

#include "core/cases/caseclock.h"
#include "models/draftproposal.h"

#include <QCoreApplication>

#include <algorithm>

namespace madoguchi::models {

namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(Batch)
};

bool editedAfterExamination(const core::CaseState& state) {
  core::Instant examined{};
  for (const auto& [id, finding] : state.findings)
    examined = std::max(examined, finding.at);
  return std::any_of(state.corrected.begin(), state.corrected.end(),
                     [&](const auto& entry) { return entry.second.at > examined; });
}

bool outsideUsualRange(const core::CaseState& state, const core::Procedure& procedure) {
  const auto amount = core::amountOf(procedure, state.form);
  return procedure.usualRange && amount &&
         (*amount < procedure.usualRange->from || *amount > procedure.usualRange->to);
}

bool belongs(const BatchGroup& group, const DecidingPart& part, const core::CaseState& state) {
  return group.part.part == part.part && group.part.absent == part.absent &&
         group.procedure == state.procedure && group.procedureVersion == state.procedureVersion &&
         group.outcome == state.draft->outcome && group.conditions == state.draft->conditions &&
         group.officer == state.draft->author;
}

} // namespace

QString label(Unlike rule) {
  switch (rule) {
  case Unlike::Conditions:
    return Say::tr("with conditions");
  case Unlike::Refusal:
    return Say::tr("a refusal");
  case Unlike::CriterionOpen:
    return Say::tr("a criterion without a finding");
  case Unlike::Overdue:
    return Say::tr("overdue");
  case Unlike::OutsideUsualRange:
    return Say::tr("amount outside the usual range");
  case Unlike::EditedAfterExamination:
    return Say::tr("edited after the examination");
  case Unlike::ProcedureUnknown:
    return Say::tr("procedure not known here");
  }
  return {};
}

std::vector<Unlike> unlikeRules(const core::CaseState& state, const References& references,
                                core::Date today) {
  std::vector<Unlike> rules;
  if (!state.draft) return rules;
  if (state.draft->outcome == core::Outcome::GrantedWithConditions) rules.push_back(Unlike::Conditions);
  if (state.draft->outcome == core::Outcome::Refused || state.draft->outcome == core::Outcome::Dismissed)
    rules.push_back(Unlike::Refusal);
  const core::Procedure* procedure = references.procedure(state.procedure, state.procedureVersion);
  if (procedure == nullptr) {
    rules.push_back(Unlike::ProcedureUnknown);
    return rules;
  }
  if (!openCriteria(state, *procedure).empty()) rules.push_back(Unlike::CriterionOpen);
  const auto clock = core::caseClock(state, *procedure, references.holidays, today);
  if (clock && clock->overdueDays > 0) rules.push_back(Unlike::Overdue);
  if (outsideUsualRange(state, *procedure)) rules.push_back(Unlike::OutsideUsualRange);
  if (editedAfterExamination(state)) rules.push_back(Unlike::EditedAfterExamination);
  return rules;
}

std::vector<BatchGroup> groupAlike(const std::vector<std::shared_ptr<const core::CaseState>>& states,
                                   const References& references, core::Date today) {
  std::vector<BatchGroup> groups;
  for (const auto& state : states) {
    if (!state->draft) continue;
    const DecidingPart part = decidingPart(*state, references, today);
    if (part.part == Part::None) continue;
    auto group = std::find_if(groups.begin(), groups.end(),
                              [&](const BatchGroup& known) { return belongs(known, part, *state); });
    if (group == groups.end()) {
      groups.push_back({part,
                        state->procedure,
                        state->procedureVersion,
                        state->draft->outcome,
                        state->draft->conditions,
                        state->draft->author,
                        {}});
      group = groups.end() - 1;
    }
    group->cases.push_back({state, unlikeRules(*state, references, today)});
  }
  for (BatchGroup& group : groups)
    std::stable_sort(group.cases.begin(), group.cases.end(), [](const BatchCase& a, const BatchCase& b) {
      return !a.unlike.empty() && b.unlike.empty();
    });
  const auto rank = [](const BatchGroup& group) {
    return group.part.part == Part::AfterView ? 0 : group.part.part == Part::Stage ? 1 : 2;
  };
  std::stable_sort(groups.begin(), groups.end(),
                   [&](const BatchGroup& a, const BatchGroup& b) { return rank(a) < rank(b); });
  return groups;
}

} // namespace madoguchi::models
