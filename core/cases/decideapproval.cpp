// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/caseclock.h"
#include "core/cases/decider.h"

#include <algorithm>

namespace madoguchi::core {

namespace {

std::string outcomeName(Outcome outcome) {
  return boost::describe::enum_to_string(outcome, "?");
}

std::string kindName(StageKind kind) {
  switch (kind) {
  case StageKind::Opinion:
    return "Opinion";
  case StageKind::LegalCheck:
    return "LegalCheck";
  case StageKind::Consent:
    return "Consent";
  case StageKind::Decision:
    break;
  }
  return "Decision";
}

bool grants(Outcome outcome) {
  return outcome == Outcome::Granted || outcome == Outcome::GrantedWithConditions;
}

/// The effect of what was found on a criterion; none while it is open.
std::optional<FindingEffect> effectOf(const CaseState& state, const Criterion& criterion) {
  const auto found = state.findings.find(criterion.id);
  if (found == state.findings.end()) return std::nullopt;
  const Finding* known = finding(criterion, found->second.finding);
  if (known == nullptr) return std::nullopt;
  return known->effect;
}

/// A grant needs every criterion met; a refusal needs reasons, each with fact, article and a failed
/// criterion.
Check outcomeHolds(const CaseState& state, const Procedure& procedure, const DraftDecision& draft) {
  if (grants(draft.outcome)) {
    for (const auto& criterion : procedure.criteria) {
      const auto effect = effectOf(state, criterion);
      if (!effect || *effect == FindingEffect::Fails)
        return refuse(ErrorCode::CriterionOpen, criterion.id.value);
    }
    const bool conditional = draft.outcome == Outcome::GrantedWithConditions;
    if (conditional == draft.conditions.empty())
      return refuse(ErrorCode::InvalidArgument, "conditions go with a conditional grant, and only with it");
    if (!draft.reasons.empty())
      return refuse(ErrorCode::InvalidArgument, "a grant has no reasons of refusal");
    return {};
  }
  if (!draft.conditions.empty()) return refuse(ErrorCode::InvalidArgument, "a refusal has no conditions");
  if (draft.reasons.empty()) return refuse(ErrorCode::ReasonMissing, "APA 8");
  for (const auto& reason : draft.reasons) {
    if (reason.fact.empty() || reason.article.empty() || reason.criterion.empty())
      return refuse(ErrorCode::ReasonIncomplete, "fact, article and criterion are due");
    // A procedure without criteria of its own (an import) has none to name.
    if (procedure.criteria.empty()) continue;
    const Criterion* known = criterion(procedure, reason.criterion);
    if (known == nullptr) return refuse(ErrorCode::NoSuchCriterion, reason.criterion.value);
    if (effectOf(state, *known) != FindingEffect::Fails)
      return refuse(ErrorCode::CriterionOpen, reason.criterion.value);
  }
  return {};
}

} // namespace

bool isWeighty(const CaseState& state, const Procedure& procedure) {
  if (state.draft && (state.draft->important || state.draft->unusual)) return true;
  const auto amount = amountOf(procedure, state.form);
  return procedure.usualRange && amount &&
         (*amount < procedure.usualRange->from || *amount > procedure.usualRange->to);
}

void Decider::voidConsents(std::vector<EventBody>& events) const {
  if (m_state->status != Status::InApproval || !m_state->draft) return;
  ConsentsVoided voided{m_state->draft->version, {}};
  for (const auto& stage : m_state->route)
    if (!stage.by.empty()) voided.givenBy.push_back(stage.by);
  if (!voided.givenBy.empty()) events.emplace_back(std::move(voided));
}

Check Decider::delayExplained() const {
  const auto clock = caseClock(*m_state, *m_context.procedure, m_context.holidays, today());
  if (clock && clock->overdueDays > 0 && m_state->delays.empty())
    return refuse(ErrorCode::DelayUnexplained, "APA 9");
  return {};
}

Decided Decider::operator()(const DraftDecision& command) const {
  MADOGUCHI_CHECK(editor());
  MADOGUCHI_CHECK(status({Status::Registered, Status::Examining, Status::InApproval}));
  const int now = m_state->draft ? m_state->draft->version : 0;
  if (command.baseDraft != now) {
    FieldConflict conflict{"/draft", command.baseDraft, command.baseDraft + 1, now, {}, {}};
    if (m_state->draft) {
      conflict.theirActor = m_state->draft->author;
      conflict.theirAt = m_state->draft->at;
    }
    return tl::unexpected(Refusal{ErrorCode::Conflict, "another draft version stands", {conflict}});
  }
  MADOGUCHI_CHECK(outcomeHolds(*m_state, *m_context.procedure, command));
  for (const auto& condition : command.conditions)
    MADOGUCHI_CHECK(text(condition, ErrorCode::InvalidArgument));
  for (const auto& reason : command.reasons)
    for (const auto* part : {&reason.fact, &reason.article})
      MADOGUCHI_CHECK(text(*part, ErrorCode::ReasonIncomplete));
  if (!command.remarks.empty()) MADOGUCHI_CHECK(text(command.remarks, ErrorCode::InvalidArgument));
  std::vector<EventBody> events;
  beginExamining(events);
  voidConsents(events);
  Draft draft;
  draft.version = m_state->draftVersions + 1;
  draft.outcome = command.outcome;
  draft.conditions = command.conditions;
  draft.reasons = command.reasons;
  draft.remarks = command.remarks;
  draft.important = command.important;
  draft.unusual = command.unusual;
  draft.hash = draftHash(*m_state, draft);
  events.emplace_back(DecisionDrafted{std::move(draft)});
  return events;
}

Decided Decider::operator()(const DiscardDraft& command) const {
  MADOGUCHI_CHECK(editor());
  MADOGUCHI_CHECK(status({Status::Examining}));
  if (!m_state->draft || m_state->draft->version != command.draftVersion)
    return refuse(ErrorCode::StaleDraft);
  return std::vector<EventBody>{DraftDiscarded{command.draftVersion}};
}

Decided Decider::operator()(const SubmitForApproval& command) const {
  MADOGUCHI_CHECK(editor());
  MADOGUCHI_CHECK(status({Status::Examining}));
  if (!m_state->draft || m_state->draft->version != command.draftVersion)
    return refuse(ErrorCode::StaleDraft);
  if (m_state->draft->hash != draftHash(*m_state, *m_state->draft))
    return refuse(ErrorCode::StaleDraft, "the application was corrected since the draft was made");
  const bool onPaper = m_state->channel == Channel::Counter || m_state->channel == Channel::Post;
  if (onPaper && m_state->dayCheckedBy.empty() && !m_state->receivedBy.empty())
    return refuse(ErrorCode::ReceiptDayUnchecked);
  MADOGUCHI_CHECK(delayExplained());
  SubmittedForApproval submitted{command.draftVersion, {}};
  const Procedure& procedure = *m_context.procedure;
  for (const Stage* stage :
       stagesFor(procedure, outcomeName(m_state->draft->outcome), amountOf(procedure, m_state->form)))
    submitted.route.push_back(
        RouteStage{stage->id, kindName(stage->kind), stage->rank, stage->group, {}, {}, false, {}});
  if (submitted.route.empty()) return refuse(ErrorCode::NoSuchProcedure, "the procedure has no route");
  return std::vector<EventBody>{submitted};
}

tl::expected<const RouteStage*, Refusal> Decider::myStage(int draftVersion, const std::string* hash) const {
  if (!actorHas(Role::Approver)) return refuse(ErrorCode::NotPermitted, "needs an approver of the office");
  MADOGUCHI_CHECK(status({Status::InApproval}));
  if (m_context.casePending)
    return refuse(ErrorCode::NotOffline, "the server has not confirmed the draft yet");
  if (!m_state->draft || m_state->draft->version != draftVersion ||
      (hash != nullptr && *hash != m_state->draft->hash))
    return refuse(ErrorCode::StaleDraft);
  if (m_state->draft->author == m_context.actor.id) return refuse(ErrorCode::OwnDraft);
  for (const auto& stage : m_state->route)
    if (stage.by == m_context.actor.id) return refuse(ErrorCode::ActedBefore);
  for (const RouteStage* stage : openStages(*m_state))
    if (stage->role == m_context.actor.rank) return stage;
  return refuse(ErrorCode::NotYourStage);
}

std::vector<EventBody> Decider::consent(const RouteStage& stage, const std::string& comment,
                                        const UserId& absent) const {
  std::vector<EventBody> events{StageApproved{m_state->draft->version, stage.id, comment, absent}};
  const bool last = std::all_of(m_state->route.begin(), m_state->route.end(), [&](const RouteStage& other) {
    return !other.by.empty() || other.id == stage.id;
  });
  // A decision takes effect, with its day and number, when the server accepts it; not on a desk.
  if (last && m_context.side == Side::Server)
    events.emplace_back(
        CaseDecided{m_state->draft->outcome, today(), m_context.nextDocumentNumber, m_state->draft->version});
  return events;
}

Decided Decider::operator()(const Approve& command) const {
  const auto stage = myStage(command.draftVersion, &command.draftHash);
  if (!stage) return tl::unexpected(stage.error());
  if (!command.comment.empty()) MADOGUCHI_CHECK(text(command.comment, ErrorCode::InvalidArgument));
  return consent(**stage, command.comment, {});
}

Decided Decider::operator()(const ApproveForAbsent& command) const {
  if (!actorHas(Role::Approver)) return refuse(ErrorCode::NotPermitted, "needs an approver of the office");
  MADOGUCHI_CHECK(status({Status::InApproval}));
  if (m_context.side == Side::Client && (!m_context.online || m_context.casePending))
    return refuse(ErrorCode::NotOffline, "no decision for an absent decider while offline");
  if (!m_state->draft || m_state->draft->version != command.draftVersion ||
      m_state->draft->hash != command.draftHash)
    return refuse(ErrorCode::StaleDraft);
  if (m_state->draft->author == m_context.actor.id) return refuse(ErrorCode::OwnDraft);
  for (const auto& stage : m_state->route)
    if (stage.by == m_context.actor.id) return refuse(ErrorCode::ActedBefore);
  MADOGUCHI_CHECK(text(command.reason, ErrorCode::ReasonMissing));
  const bool away =
      m_context.absences != nullptr && absenceOn(*m_context.absences, command.absent, today()) != nullptr;
  if (!away || command.absent == m_context.actor.id)
    return refuse(ErrorCode::AbsenceNotAllowed, "only while the decider is away");
  const auto open = openStages(*m_state);
  const Stage* known = open.size() == 1 ? stage(*m_context.procedure, open.front()->id) : nullptr;
  if (known == nullptr || known->kind != StageKind::Decision)
    return refuse(ErrorCode::AbsenceNotAllowed, "only the decision itself is taken for an absent decider");
  const AbsentPerson& decider = m_context.absences->at(command.absent);
  if (decider.rank != open.front()->role || !m_context.offices.isWithin(m_state->office, decider.office))
    return refuse(ErrorCode::AbsenceNotAllowed, "the absent person does not decide this case");
  if (isWeighty(*m_state, *m_context.procedure))
    return refuse(ErrorCode::AbsenceNotAllowed, "an important or unusual matter waits for the decider");
  if (!mayDecideForAbsent(*m_context.procedure, *known, m_context.actor.rank,
                          outcomeName(m_state->draft->outcome),
                          amountOf(*m_context.procedure, m_state->form)))
    return refuse(ErrorCode::AbsenceNotAllowed, "outside the listed limits");
  return consent(*open.front(), command.reason, command.absent);
}

Decided Decider::operator()(const AfterView& command) const {
  for (const auto& due : m_state->afterViews)
    if (due.actedFor == m_context.actor.id) return std::vector<EventBody>{ViewedAfterwards{command.comment}};
  return refuse(ErrorCode::NotPermitted, "nothing was decided in this person's absence");
}

Decided Decider::operator()(const ReturnForRevision& command) const {
  const auto stage = myStage(command.draftVersion, nullptr);
  if (!stage) return tl::unexpected(stage.error());
  MADOGUCHI_CHECK(text(command.reason, ErrorCode::ReasonMissing));
  std::vector<EventBody> events;
  voidConsents(events);
  events.emplace_back(ReturnedForRevision{command.draftVersion, command.reason});
  return events;
}

Decided Decider::operator()(const RecallDraft& command) const {
  MADOGUCHI_CHECK(worker());
  MADOGUCHI_CHECK(status({Status::InApproval}));
  if (!m_state->draft || m_state->draft->version != command.draftVersion)
    return refuse(ErrorCode::StaleDraft);
  if (m_state->draft->author != m_context.actor.id) MADOGUCHI_CHECK(supervisor());
  std::vector<EventBody> events;
  voidConsents(events);
  events.emplace_back(DraftRecalled{command.draftVersion});
  return events;
}

} // namespace madoguchi::core
