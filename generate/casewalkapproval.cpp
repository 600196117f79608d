// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "generate/casewalk.h"

#include <algorithm>
#include <array>

/// From the draft to the end: approval along the route, notice, closing, appeal.
namespace madoguchi::generate {

namespace {

using core::ErrorCode;
using core::Outcome;
using core::Role;

constexpr auto kReturns = std::to_array<std::string_view>({
    "理由の記載を具体的にしてください。",
    "条件の期限を明記してください。",
    "根拠条文を確認してください。",
});

constexpr auto kDelays = std::to_array<std::string_view>({
    "関係機関との協議に時間を要しているため。",
    "現地調査の日程の調整に時間を要したため。",
    "申請が集中し、審査に時間を要しているため。",
});

constexpr std::chrono::days kOutlook{14};

} // namespace

bool CaseWalk::draft() {
  const core::CaseState& state = m_record.state;
  core::DraftDecision draft;
  draft.baseDraft = state.draft ? state.draft->version : 0;
  draft.outcome = m_outcome;
  if (m_outcome == Outcome::GrantedWithConditions) {
    const auto& usual = m_arrival.procedure.notices.usualConditions;
    draft.conditions.push_back(usual.empty() ? "許可の内容を変更するときは、あらかじめ届け出ること。"
                                             : m_random.pick(usual).ja);
  }
  if (m_failing != nullptr) {
    const auto found = state.findings.find(m_failing->id);
    draft.reasons.push_back({m_failing->id, found->second.fact, m_failing->article});
  }
  if (m_returned) draft.remarks = "差戻しの指摘により修正した。";
  return command(m_clerk->actor, std::move(draft)) && later(0, 2);
}

bool CaseWalk::submit() {
  const core::CaseState& state = m_record.state;
  const auto clock = core::caseClock(state, m_arrival.procedure, m_world.holidays, today());
  if (clock && clock->overdueDays > 0 && state.delays.empty()) {
    // Not every overdue case is explained in time; the others wait for it.
    if (m_random.chance(15)) return false;
    core::ExplainDelay explain{std::string(m_random.pick(kDelays)), today() + kOutlook};
    if (!command(m_clerk->actor, std::move(explain))) return false;
  }
  return command(m_clerk->actor, core::SubmitForApproval{state.draft->version}) && later(1, 8);
}

bool CaseWalk::actsOnDraft(const Staff& staff) const {
  const core::CaseState& state = m_record.state;
  if (state.status != core::Status::InApproval) return false;
  return (state.draft && state.draft->author == staff.actor.id) ||
         std::any_of(state.route.begin(), state.route.end(),
                     [&](const core::RouteStage& stage) { return stage.by == staff.actor.id; });
}

const GeneratedStaff* CaseWalk::substituteFor(const core::RouteStage& stage) const {
  const core::Stage* known = core::stage(m_arrival.procedure, stage.id);
  if (known == nullptr || known->kind != core::StageKind::Decision) return nullptr;
  const auto& substitutes = m_arrival.procedure.route.absence.substitutes;
  const auto rank = substitutes.find(stage.role);
  if (rank == substitutes.end()) return nullptr;
  const auto amount = core::amountOf(m_arrival.procedure, m_record.state.form);
  const std::string outcome = boost::describe::enum_to_string(m_outcome, "?");
  if (!core::mayDecideForAbsent(m_arrival.procedure, *known, rank->second, outcome, amount)) return nullptr;
  return staffOf(Role::Approver, rank->second);
}

bool CaseWalk::approveAll() {
  while (m_record.state.status == core::Status::InApproval) {
    const auto open = core::openStages(m_record.state);
    if (open.empty() || !approveFor(*open.front())) return false;
  }
  return true;
}

bool CaseWalk::approveFor(const core::RouteStage& stage) {
  const core::Draft& draft = *m_record.state.draft;
  const Staff* approver = staffOf(Role::Approver, stage.role, stage.kind == "Consent");
  if (approver == nullptr) return false;
  if (!m_returned && m_random.chance(5)) return returnOnce(*approver);
  const Staff* substitute = m_random.chance(4) ? substituteFor(stage) : nullptr;
  if (substitute == nullptr)
    return command(approver->actor, core::Approve{draft.version, draft.hash, {}}) && later(0, 8);
  core::ApproveForAbsent approve{draft.version, draft.hash, approver->actor.id,
                                 "決定権者が出張中であり、処理期限が迫っているため。"};
  return command(substitute->actor, std::move(approve)) && later(1, 6) &&
         command(approver->actor, core::AfterView{}) && later(0, 2);
}

bool CaseWalk::returnOnce(const Staff& approver) {
  m_returned = true;
  const int version = m_record.state.draft->version;
  return command(approver.actor, core::ReturnForRevision{version, std::string(m_random.pick(kReturns))}) &&
         later(0, 4) && draft() && submit();
}

bool CaseWalk::finish() {
  core::IssueNotice issue;
  issue.issuedOn = today();
  issue.channel = m_arrival.channel == core::Channel::Online ? core::Channel::Online : core::Channel::Post;
  issue.pdf = m_world.specimens.notice.id;
  if (!command(m_clerk->actor, std::move(issue)) || !later(3, 25)) return false;
  if (!command(m_clerk->actor, core::CloseCase{})) return false;
  const bool granted = m_outcome == Outcome::Granted || m_outcome == Outcome::GrantedWithConditions;
  if (!m_random.chance(granted ? 1 : 15) || !later(10, 80)) return false;
  const core::RecordAppeal appeal{today(), "reviewRequest", {}};
  if (!command(m_clerk->actor, appeal)) return false;
  const Staff* chief = staffOf(Role::Supervisor, "chief");
  if (chief != nullptr && !command(chief->actor, core::SetRetentionHold{true, "審査請求の係属中のため。"}))
    return false;
  if (!later(60, 200)) return false;
  return command(m_clerk->actor, core::RecordAppeal{appeal.filedOn, appeal.appealKind, today()});
}

} // namespace madoguchi::generate
