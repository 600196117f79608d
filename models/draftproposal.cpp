// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/draftproposal.h"

#include <algorithm>

namespace madoguchi::models {

namespace {

const core::Finding* findingOf(const core::CaseState& state, const core::Criterion& criterion) {
  const auto found = state.findings.find(criterion.id);
  return found == state.findings.end() ? nullptr : core::finding(criterion, found->second.finding);
}

} // namespace

std::vector<const core::Criterion*> openCriteria(const core::CaseState& state,
                                                 const core::Procedure& procedure) {
  std::vector<const core::Criterion*> open;
  for (const core::Criterion& criterion : procedure.criteria)
    if (findingOf(state, criterion) == nullptr) open.push_back(&criterion);
  return open;
}

std::vector<const core::Criterion*> failedCriteria(const core::CaseState& state,
                                                   const core::Procedure& procedure) {
  std::vector<const core::Criterion*> failed;
  for (const core::Criterion& criterion : procedure.criteria)
    if (const core::Finding* finding = findingOf(state, criterion);
        finding != nullptr && finding->effect == core::FindingEffect::Fails)
      failed.push_back(&criterion);
  return failed;
}

core::DraftDecision proposedDraft(const core::CaseState& state, const core::Procedure& procedure) {
  core::DraftDecision draft;
  if (state.draft) {
    draft.baseDraft = state.draft->version;
    draft.outcome = state.draft->outcome;
    draft.conditions = state.draft->conditions;
    draft.reasons = state.draft->reasons;
    draft.remarks = state.draft->remarks;
    draft.important = state.draft->important;
    draft.unusual = state.draft->unusual;
    return draft;
  }
  const auto failed = failedCriteria(state, procedure);
  if (failed.empty()) return draft;
  const bool formal = std::all_of(failed.begin(), failed.end(),
                                  [](const core::Criterion* criterion) { return criterion->formal; });
  draft.outcome = formal ? core::Outcome::Dismissed : core::Outcome::Refused;
  for (const core::Criterion* criterion : failed) {
    const core::CriterionFinding& found = state.findings.at(criterion->id);
    draft.reasons.push_back(
        {criterion->id, found.fact, found.article.empty() ? criterion->article : found.article});
  }
  return draft;
}

std::vector<core::CommandBody> meetAllOpen(const core::CaseState& state, const core::Procedure& procedure) {
  std::vector<core::CommandBody> commands;
  for (const core::Criterion* criterion : openCriteria(state, procedure)) {
    const auto meets = std::find_if(
        criterion->findings.begin(), criterion->findings.end(),
        [](const core::Finding& finding) { return finding.effect == core::FindingEffect::Meets; });
    if (meets == criterion->findings.end()) continue;
    core::SetCriterion command;
    command.criterion = criterion->id;
    command.finding = meets->id;
    commands.emplace_back(command);
  }
  return commands;
}

} // namespace madoguchi::models
