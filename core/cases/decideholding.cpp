// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/decider.h"

#include <algorithm>

namespace madoguchi::core {

namespace {

constexpr std::chrono::days kLongestReservation{30};

} // namespace

Decided Decider::operator()(const AssignCase& command) const {
  MADOGUCHI_CHECK(worker());
  if (!isOpen(m_state->status)) return refuse(ErrorCode::WrongState, "closed");
  if (command.assignee.empty()) return refuse(ErrorCode::InvalidArgument, "nobody named");
  const bool toMyself = command.assignee == m_context.actor.id;
  const bool mine = m_state->holder == m_context.actor.id;
  if (!toMyself && !mine && !actorHas(Role::Supervisor))
    return refuse(ErrorCode::NotPermitted, "only a supervisor or the holder hands a case to somebody else");
  if (m_state->holder == command.assignee) return std::vector<EventBody>{};
  if (m_state->holder != command.expectedHolder) {
    FieldConflict conflict{"/holder", {}, {}, {}, m_state->holder, {}};
    conflict.base = json::string(command.expectedHolder.value);
    conflict.mine = json::string(command.assignee.value);
    conflict.theirs = json::string(m_state->holder.value);
    return tl::unexpected(Refusal{ErrorCode::Conflict, "held by somebody else by now", {conflict}});
  }
  const auto& reservation = m_state->reservation;
  const bool reserved = reservation && reservation->by != m_context.actor.id && reservation->until >= today();
  if (reserved && !actorHas(Role::Supervisor))
    return refuse(ErrorCode::NotHolder, "reserved by somebody else");
  // Who merely finds a case in another's hands asks that person or a supervisor.
  if (!m_state->holder.empty() && !mine && !actorHas(Role::Supervisor))
    return refuse(ErrorCode::NotHolder, "somebody else holds it");
  return std::vector<EventBody>{CaseAssigned{m_state->holder, command.assignee}};
}

Decided Decider::operator()(const ReleaseCase&) const {
  MADOGUCHI_CHECK(editor());
  if (!isOpen(m_state->status)) return refuse(ErrorCode::WrongState, "closed");
  if (m_state->holder.empty()) return std::vector<EventBody>{};
  return std::vector<EventBody>{CaseReleased{m_state->holder}};
}

Decided Decider::operator()(const ReserveCase& command) const {
  MADOGUCHI_CHECK(editor());
  if (!isOpen(m_state->status)) return refuse(ErrorCode::WrongState, "closed");
  if (command.until && (*command.until < today() || *command.until > today() + kLongestReservation))
    return refuse(ErrorCode::DateOutOfBounds, "a reservation lasts 30 days at most");
  return std::vector<EventBody>{CaseReserved{command.until}};
}

Decided Decider::operator()(const TransferCase& command) const {
  MADOGUCHI_CHECK(worker());
  MADOGUCHI_CHECK(status({Status::Arrived, Status::Registered, Status::Examining, Status::Transferred}));
  if (!m_state->holder.empty()) MADOGUCHI_CHECK(editor());
  if (m_context.offices.find(command.to) == nullptr) return refuse(ErrorCode::NoSuchOffice, command.to.value);
  if (command.to == m_state->office) return refuse(ErrorCode::InvalidArgument, "the case is there already");
  MADOGUCHI_CHECK(text(command.reason, ErrorCode::ReasonMissing));
  return std::vector<EventBody>{CaseTransferred{m_state->office, command.to, command.reason}};
}

Decided Decider::operator()(const StartWait& command) const {
  MADOGUCHI_CHECK(editor());
  MADOGUCHI_CHECK(status({Status::Registered, Status::Examining, Status::AwaitingCorrection}));
  MADOGUCHI_CHECK(pastDay(command.from, m_state->arrivedOn));
  for (const auto& wait : m_state->waits)
    if (wait.reason == command.reason && !wait.to)
      return refuse(ErrorCode::AlreadyExists, "this wait has begun already");
  if (!command.note.empty()) MADOGUCHI_CHECK(text(command.note, ErrorCode::InvalidArgument));
  return std::vector<EventBody>{WaitStarted{command.reason, command.from, command.note}};
}

Decided Decider::operator()(const EndWait& command) const {
  MADOGUCHI_CHECK(editor());
  if (!isOpen(m_state->status)) return refuse(ErrorCode::WrongState, "closed");
  const auto open = std::find_if(m_state->waits.begin(), m_state->waits.end(),
                                 [&](const Wait& wait) { return wait.reason == command.reason && !wait.to; });
  if (open == m_state->waits.end()) return refuse(ErrorCode::WrongState, "no such wait has begun");
  MADOGUCHI_CHECK(pastDay(command.to, open->from));
  return std::vector<EventBody>{WaitEnded{command.reason, command.to}};
}

Decided Decider::operator()(const WithdrawCase& command) const {
  MADOGUCHI_CHECK(worker());
  MADOGUCHI_CHECK(status({Status::Arrived, Status::Registered, Status::Examining, Status::AwaitingCorrection,
                          Status::InApproval, Status::Transferred}));
  if (!m_state->holder.empty()) MADOGUCHI_CHECK(editor());
  MADOGUCHI_CHECK(pastDay(command.withdrawnOn, m_state->arrivedOn));
  MADOGUCHI_CHECK(text(command.reason, ErrorCode::ReasonMissing));
  std::vector<EventBody> events;
  voidConsents(events);
  events.emplace_back(CaseWithdrawn{command.withdrawnOn, command.reason});
  return events;
}

} // namespace madoguchi::core
