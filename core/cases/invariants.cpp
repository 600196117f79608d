// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/invariants.h"

#include "core/cases/label.h"
#include "core/cases/rules.h"

#include <algorithm>
#include <set>

namespace madoguchi::core {

namespace {

using Broken = std::optional<std::string>;

Broken brokenRoute(const CaseState& state) {
  if (state.route.empty() != (state.status != Status::InApproval && !state.decision))
    return "a route stands from submission to decision, and only then";
  if (state.route.empty()) return std::nullopt;
  if (!state.draft) return "a route without a draft";
  std::set<UserId> acted;
  for (const auto& stage : state.route) {
    if (stage.by.empty()) {
      if (state.decision) return "decided with an open stage";
      continue;
    }
    if (stage.by == state.draft->author) return "the author approved the own draft";
    if (!acted.insert(stage.by).second) return "somebody acted twice in one route";
  }
  if (state.route.back().kind != "Decision") return "a route ends with the decision";
  return std::nullopt;
}

Broken brokenDecision(const CaseState& state) {
  const bool after = state.status == Status::Decided || state.status == Status::Notified;
  if (after && !state.decision) return "decided without a decision";
  if (!state.decision) return std::nullopt;
  if (state.status < Status::Decided || state.status == Status::Withdrawn)
    return "a decision in an undecided case";
  if (!state.draft || state.draft->version != state.decision->draftVersion ||
      state.draft->outcome != state.decision->outcome)
    return "the decision is not the draft's";
  if (state.draft->hash != draftHash(state, *state.draft))
    return "decided on something other than what was shown";
  const bool refused =
      state.decision->outcome == Outcome::Refused || state.decision->outcome == Outcome::Dismissed;
  if (refused && state.draft->reasons.empty()) return "a refusal without a reason";
  for (const auto& reason : state.draft->reasons)
    if (reason.fact.empty() || reason.article.empty() || reason.criterion.empty())
      return "a reason without fact, article or criterion";
  if (state.notice && state.notice->issuedOn < state.decision->decidedOn)
    return "notified before it was decided";
  return std::nullopt;
}

Broken brokenStops(const CaseState& state) {
  for (const auto& wait : state.waits)
    if (wait.to && *wait.to < wait.from) return "a wait that ends before it begins";
  for (std::size_t i = 0; i < state.rounds.size(); ++i) {
    const auto& round = state.rounds[i];
    if (round.answeredOn && *round.answeredOn < round.sentOn) return "answered before it was asked";
    if (!round.replies.empty() && (!round.answeredOn || round.replies.size() != round.items.size()))
      return "replies to other items than were asked for";
    if (!round.answeredOn && i + 1 < state.rounds.size()) return "an earlier correction round is open";
  }
  const bool waits = !state.rounds.empty() && !state.rounds.back().answeredOn;
  if (state.status == Status::AwaitingCorrection && !waits)
    return "awaiting a correction that nobody asked for";
  if (waits && state.status == Status::Examining) return "examining while a correction is awaited";
  return std::nullopt;
}

Broken brokenMarks(const CaseState& state) {
  for (const auto& [id, found] : state.findings) {
    if (found.finding.empty() && found.marks.empty()) return "an open criterion with an entry";
    if (found.marks.size() > kMostMarks) return "too many marks";
    for (std::size_t i = 1; i < found.marks.size(); ++i)
      if (!isBefore(found.marks[i - 1], found.marks[i])) return "marks doubled or out of order";
  }
  return std::nullopt;
}

Broken brokenLabels(const CaseState& state) {
  if (state.labels.size() > kMostLabels) return "too many labels";
  for (std::size_t i = 0; i < state.labels.size(); ++i)
    if (!isLabel(state.labels[i]) || (i > 0 && state.labels[i - 1] >= state.labels[i]))
      return "labels doubled, out of order, or none";
  return std::nullopt;
}

} // namespace

std::optional<std::string> brokenInvariant(const CaseRecord& record) {
  const CaseState& state = record.state;
  if (replay(state.id, record.timeline) != state) return "replaying the timeline gives another state";
  if (state.status == Status::Destroyed) {
    const std::set<UserId> signers(state.destructionApprovals.begin(), state.destructionApprovals.end());
    return signers.size() == 2 ? Broken{} : Broken{"destroyed without two different sign-offs"};
  }
  if (state.draft && state.draft->version > state.draftVersions) return "a draft version of the future";
  if (state.notice && !state.decision) return "a notice without a decision";
  if (state.status == Status::Closed && !state.closedOn) return "closed on no day";
  if ((state.status == Status::Withdrawn) != state.withdrawnOn.has_value())
    return "withdrawn on no day, or not at all";
  if (state.status < Status::Registered && state.draft) return "a draft in an unregistered case";
  if (state.arrivedVersion && *state.arrivedVersion >= state.procedureVersion)
    return "moved to no newer version";
  if (auto broken = brokenMarks(state)) return broken;
  if (auto broken = brokenLabels(state)) return broken;
  if (auto broken = brokenRoute(state)) return broken;
  if (auto broken = brokenDecision(state)) return broken;
  return brokenStops(state);
}

std::optional<std::string> brokenTransition(const CaseState& before, const CaseState& after) {
  if (after.homeOffice != before.homeOffice) return "the home office changed";
  if (!before.number.empty() && after.number != before.number) return "the number changed";
  if (before.channel == Channel::Online && after.arrivedAt != before.arrivedAt)
    return "the arrival of an online application changed";
  if (!(before.procedure == after.procedure) || after.procedureVersion < before.procedureVersion)
    return "the procedure changed, or its version went back";
  if (before.status >= Status::InApproval && after.procedureVersion != before.procedureVersion)
    return "moved after it was submitted";
  if (before.decision && after.decision != before.decision) return "the decision changed";
  if (after.status == Status::Destroyed) return std::nullopt;
  if (after.notes.size() < before.notes.size() ||
      !std::equal(before.notes.begin(), before.notes.end(), after.notes.begin()))
    return "a note was changed or lost";
  if (after.draftVersions < before.draftVersions) return "a draft version was used again";
  return std::nullopt;
}

} // namespace madoguchi::core
