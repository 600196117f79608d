// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/casecodec.h"
#include "core/cases/decider.h"

namespace madoguchi::core {

namespace {

constexpr std::chrono::days kOldestStamp{366};
constexpr std::chrono::minutes kClockSkew{5};

bool onPaper(Channel channel) {
  return channel == Channel::Counter || channel == Channel::Post;
}

} // namespace

Check Decider::arriving(const ProcedureId& procedure, int version, const OfficeId& office,
                        const Applicant& applicant, const json::value& form) const {
  if (m_context.procedure == nullptr || m_context.procedure->id != procedure ||
      m_context.procedure->version != version)
    return refuse(ErrorCode::NoSuchProcedure, procedure.value);
  if (m_context.procedure->importOnly) return refuse(ErrorCode::NotPermitted, "an import-only procedure");
  if (m_context.offices.find(office) == nullptr) return refuse(ErrorCode::NoSuchOffice, office.value);
  if (applicant.party.name.display.empty())
    return refuse(ErrorCode::InvalidArgument, "an applicant needs a name");
  if (!form.is_object()) return refuse(ErrorCode::InvalidArgument, "a form is an object");
  MADOGUCHI_CHECK(shallow(form));
  MADOGUCHI_CHECK(noMyNumber(form));
  return noMyNumber(toJson(applicant));
}

Decided Decider::operator()(const ReceiveOnline& command) const {
  if (!hasRole(m_context.actor, Role::Intake, m_context.offices, command.office, command.procedure,
               command.visibility == Visibility::Protected))
    return refuse(ErrorCode::NotPermitted, "only the intake interface receives online");
  MADOGUCHI_CHECK(
      arriving(command.procedure, command.procedureVersion, command.office, command.applicant, command.form));
  if (command.arrivedAt > m_context.now + kClockSkew)
    return refuse(ErrorCode::DateOutOfBounds, "arrival in the future");
  CaseArrived arrived;
  arrived.procedure = command.procedure;
  arrived.procedureVersion = command.procedureVersion;
  arrived.office = command.office;
  arrived.channel = Channel::Online;
  arrived.arrivedAt = command.arrivedAt;
  arrived.arrivedOn = dayInJapan(command.arrivedAt);
  arrived.visibility = command.visibility;
  arrived.applicant = command.applicant;
  arrived.form = command.form;
  return std::vector<EventBody>{arrived};
}

Decided Decider::operator()(const ReceiveOnPaper& command) const {
  const bool isProtected = command.visibility == Visibility::Protected;
  const auto has = [&](Role role) {
    return hasRole(m_context.actor, role, m_context.offices, command.office, command.procedure, isProtected);
  };
  if (!has(Role::Clerk) && !has(Role::Supervisor))
    return refuse(ErrorCode::NotPermitted, "not of this office");
  if (!onPaper(command.channel))
    return refuse(ErrorCode::InvalidArgument, "paper comes to the counter or by post");
  MADOGUCHI_CHECK(
      arriving(command.procedure, command.procedureVersion, command.office, command.applicant, command.form));
  MADOGUCHI_CHECK(pastDay(command.stampedOn, today() - kOldestStamp));
  CaseArrived arrived;
  arrived.procedure = command.procedure;
  arrived.procedureVersion = command.procedureVersion;
  arrived.office = command.office;
  arrived.channel = command.channel;
  arrived.arrivedOn = command.stampedOn;
  arrived.arrivedAt = startOfDayInJapan(command.stampedOn);
  arrived.visibility = command.visibility;
  arrived.receivedBy = m_context.actor.id;
  arrived.applicant = command.applicant;
  arrived.form = command.form;
  std::vector<EventBody> events{arrived};
  if (!command.scan) return events;
  auto scan = fresh(*command.scan);
  if (!scan) return tl::unexpected(std::move(scan.error()));
  events.emplace_back(DocumentAttached{std::move(*scan)});
  return events;
}

Decided Decider::operator()(const CheckReceiptDay& command) const {
  MADOGUCHI_CHECK(worker());
  if (!isOpen(m_state->status) || !onPaper(m_state->channel))
    return refuse(ErrorCode::WrongState, "only the stamp of open paper cases is checked");
  if (m_state->receivedBy == m_context.actor.id)
    return refuse(ErrorCode::ActedBefore, "the stamp is checked by a second person");
  if (command.stampedOn != m_state->arrivedOn)
    return refuse(ErrorCode::InvalidArgument, "the day differs from the recorded one");
  if (!m_state->dayCheckedBy.empty()) return std::vector<EventBody>{};
  return std::vector<EventBody>{ReceiptDayChecked{}};
}

Decided Decider::operator()(const CorrectReceiptDay& command) const {
  MADOGUCHI_CHECK(supervisor());
  if (!isOpen(m_state->status) || !onPaper(m_state->channel))
    return refuse(ErrorCode::WrongState, "the arrival of an online application cannot be changed");
  MADOGUCHI_CHECK(text(command.reason, ErrorCode::ReasonMissing));
  MADOGUCHI_CHECK(pastDay(command.stampedOn, today() - kOldestStamp));
  return std::vector<EventBody>{ReceiptDayCorrected{m_state->arrivedOn, command.stampedOn, command.reason}};
}

Decided Decider::operator()(const RegisterCase&) const {
  MADOGUCHI_CHECK(worker());
  MADOGUCHI_CHECK(status({Status::Arrived, Status::Transferred}));
  return std::vector<EventBody>{
      CaseRegistered{m_state->number.empty() ? m_context.nextCaseNumber : std::string{}}};
}

} // namespace madoguchi::core
