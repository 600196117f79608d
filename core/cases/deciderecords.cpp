// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/calendar/fiscalyear.h"
#include "core/cases/decider.h"
#include "core/cases/retention.h"

#include <algorithm>

namespace madoguchi::core {

namespace {

/// Enough to say that there was a case, what became of it, and who signed its destruction off.
CaseState stubOf(const CaseState& state, const UserId& second) {
  CaseState stub;
  stub.id = state.id;
  stub.version = state.version;
  stub.homeOffice = state.homeOffice;
  stub.office = state.office;
  stub.procedure = state.procedure;
  stub.procedureVersion = state.procedureVersion;
  stub.number = state.number;
  stub.visibility = state.visibility;
  stub.arrivedAt = state.arrivedAt;
  stub.arrivedOn = state.arrivedOn;
  stub.channel = state.channel;
  stub.decision = state.decision;
  stub.closedOn = state.closedOn;
  stub.destructionApprovals = {state.destructionApprovals.front(), second};
  stub.status = Status::Destroyed;
  return stub;
}

} // namespace

Date retentionEnds(const Retention& retention, Date closedOn) {
  const std::chrono::year_month_day closed{closedOn};
  Date start = closedOn + std::chrono::days{1};
  if (retention.start == RetentionStart::NextCalendarYear)
    start = makeDate(static_cast<int>(closed.year()) + 1, 1, 1);
  if (retention.start == RetentionStart::NextFiscalYear)
    start = firstDayOfFiscalYear(fiscalYearOf(closedOn) + 1);
  std::chrono::year_month_day end{start};
  end += std::chrono::years{retention.years};
  // 29 February of a year without one: the month's last day (民法143条2項).
  return end.ok() ? Date{end} : Date{end.year() / end.month() / std::chrono::last};
}

Decided Decider::operator()(const IssueNotice& command) const {
  MADOGUCHI_CHECK(worker());
  MADOGUCHI_CHECK(status({Status::Decided}));
  if (!m_state->decision) return refuse(ErrorCode::WrongState, "no decision");
  MADOGUCHI_CHECK(pastDay(command.issuedOn, m_state->decision->decidedOn));
  if (command.pdf.value.size() != 64)
    return refuse(ErrorCode::InvalidArgument, "the notice itself is missing");
  return std::vector<EventBody>{NoticeIssued{command.issuedOn, command.channel, command.pdf}};
}

Decided Decider::operator()(const CloseCase&) const {
  MADOGUCHI_CHECK(worker());
  MADOGUCHI_CHECK(status({Status::Notified}));
  return std::vector<EventBody>{CaseClosed{today()}};
}

Decided Decider::operator()(const RecordAppeal& command) const {
  MADOGUCHI_CHECK(worker());
  MADOGUCHI_CHECK(status({Status::Notified, Status::Closed}));
  if (command.appealKind != "reviewRequest" && command.appealKind != "suit")
    return refuse(ErrorCode::InvalidArgument, "an appeal is a reviewRequest or a suit");
  const Date notified = m_state->notice ? m_state->notice->issuedOn : m_state->arrivedOn;
  MADOGUCHI_CHECK(pastDay(command.filedOn, notified));
  const auto open = std::find_if(m_state->appeals.begin(), m_state->appeals.end(), [&](const Appeal& appeal) {
    return appeal.kind == command.appealKind && !appeal.closedOn;
  });
  const bool isOpenNow = open != m_state->appeals.end();
  if (!command.closedOn) {
    if (isOpenNow) return refuse(ErrorCode::AlreadyExists, "an appeal of this kind is open");
  } else {
    if (!isOpenNow || open->filedOn != command.filedOn)
      return refuse(ErrorCode::WrongState, "no such open appeal");
    MADOGUCHI_CHECK(pastDay(*command.closedOn, command.filedOn));
  }
  return std::vector<EventBody>{
      AppealRecorded{Appeal{command.filedOn, command.appealKind, command.closedOn}}};
}

Decided Decider::operator()(const SetRetentionHold& command) const {
  MADOGUCHI_CHECK(supervisor());
  if (m_state->status == Status::Destroyed) return refuse(ErrorCode::WrongState, "destroyed");
  MADOGUCHI_CHECK(text(command.reason, ErrorCode::ReasonMissing));
  if (m_state->retentionHold == command.held) return std::vector<EventBody>{};
  return std::vector<EventBody>{RetentionHoldSet{command.held, command.reason}};
}

Decided Decider::operator()(const ApproveDestruction&) const {
  MADOGUCHI_CHECK(supervisor());
  MADOGUCHI_CHECK(status({Status::Closed, Status::Withdrawn}));
  const bool appealed = std::any_of(m_state->appeals.begin(), m_state->appeals.end(),
                                    [](const Appeal& appeal) { return !appeal.closedOn; });
  if (m_state->retentionHold || appealed) return refuse(ErrorCode::AppealOpen, "held");
  const Date closedOn = m_state->closedOn.value_or(m_state->withdrawnOn.value_or(today()));
  if (today() < retentionEnds(m_context.procedure->retention, closedOn))
    return refuse(ErrorCode::DateOutOfBounds, "the retention period has not ended");
  const auto& given = m_state->destructionApprovals;
  if (std::find(given.begin(), given.end(), m_context.actor.id) != given.end())
    return refuse(ErrorCode::ActedBefore, "two different people sign off a destruction");
  if (given.empty()) return std::vector<EventBody>{DestructionApproved{}};
  return std::vector<EventBody>{CaseDestroyed{stubOf(*m_state, m_context.actor.id)}};
}

} // namespace madoguchi::core
