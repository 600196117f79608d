// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/labels.h"

#include "models/text.h"

#include <QCoreApplication>

namespace madoguchi::models {

namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(Labels)
};

} // namespace

QString label(core::Status value) {
  switch (value) {
  case core::Status::Arrived:
    return Say::tr("Arrived");
  case core::Status::Registered:
    return Say::tr("Registered");
  case core::Status::Examining:
    return Say::tr("Examining");
  case core::Status::AwaitingCorrection:
    return Say::tr("Waiting for correction");
  case core::Status::InApproval:
    return Say::tr("In approval");
  case core::Status::Decided:
    return Say::tr("Decided");
  case core::Status::Notified:
    return Say::tr("Notified");
  case core::Status::Closed:
    return Say::tr("Closed");
  case core::Status::Withdrawn:
    return Say::tr("Withdrawn");
  case core::Status::Transferred:
    return Say::tr("Transferred");
  case core::Status::Destroyed:
    return Say::tr("Destroyed");
  }
  return {};
}

QString label(core::Outcome value) {
  switch (value) {
  case core::Outcome::Granted:
    return Say::tr("Granted");
  case core::Outcome::GrantedWithConditions:
    return Say::tr("Granted with conditions");
  case core::Outcome::Refused:
    return Say::tr("Refused");
  case core::Outcome::Dismissed:
    return Say::tr("Dismissed");
  }
  return {};
}

QString label(core::Channel value) {
  switch (value) {
  case core::Channel::Online:
    return Say::tr("Online");
  case core::Channel::Counter:
    return Say::tr("Counter");
  case core::Channel::Post:
    return Say::tr("Post");
  case core::Channel::Email:
    return Say::tr("E-mail");
  case core::Channel::Internal:
    return Say::tr("Internal");
  }
  return {};
}

QString label(core::WaitReason value) {
  switch (value) {
  case core::WaitReason::Fee:
    return Say::tr("Waiting for the fee");
  case core::WaitReason::ApplicantChange:
    return Say::tr("Changed by the applicant");
  case core::WaitReason::ExtraData:
    return Say::tr("Extra data asked for");
  case core::WaitReason::Intermediary:
    return Say::tr("At an intermediary");
  }
  return {};
}

QString label(core::StopReason value) {
  switch (value) {
  case core::StopReason::Correction:
    return Say::tr("Correction");
  case core::StopReason::FeeWait:
    return Say::tr("Waiting for the fee");
  case core::StopReason::ApplicantChange:
    return Say::tr("Changed by the applicant");
  case core::StopReason::ExtraData:
    return Say::tr("Extra data asked for");
  case core::StopReason::Intermediary:
    return Say::tr("At an intermediary");
  }
  return {};
}

QString label(core::PartyKind value) {
  switch (value) {
  case core::PartyKind::Person:
    return Say::tr("Person");
  case core::PartyKind::Organisation:
    return Say::tr("Organisation");
  }
  return {};
}

QString label(core::Role value) {
  switch (value) {
  case core::Role::Clerk:
    return Say::tr("Clerk");
  case core::Role::Supervisor:
    return Say::tr("Supervisor");
  case core::Role::Approver:
    return Say::tr("Approver");
  case core::Role::Auditor:
    return Say::tr("Auditor");
  case core::Role::Administrator:
    return Say::tr("Administrator");
  case core::Role::Intake:
    return Say::tr("Intake");
  }
  return {};
}

QString label(core::StageKind value) {
  switch (value) {
  case core::StageKind::Opinion:
    return Say::tr("Opinion");
  case core::StageKind::LegalCheck:
    return Say::tr("Legal check");
  case core::StageKind::Consent:
    return Say::tr("Consent");
  case core::StageKind::Decision:
    return Say::tr("Decision");
  }
  return {};
}

QString label(core::Queue value) {
  switch (value) {
  case core::Queue::MyCases:
    return Say::tr("My cases");
  case core::Queue::Unassigned:
    return Say::tr("Unassigned");
  case core::Queue::Office:
    return Say::tr("Office");
  case core::Queue::WaitingForCorrection:
    return Say::tr("Waiting for correction");
  case core::Queue::DueSoon:
    return Say::tr("Due soon");
  case core::Queue::Overdue:
    return Say::tr("Overdue");
  case core::Queue::ToDecide:
    return Say::tr("To decide");
  case core::Queue::ReturnedToMe:
    return Say::tr("Returned to me");
  case core::Queue::NeedsAttention:
    return Say::tr("Needs attention");
  case core::Queue::RecentlyClosed:
    return Say::tr("Recently closed");
  }
  return {};
}

QString label(core::SortColumn value) {
  switch (value) {
  case core::SortColumn::Number:
    return Say::tr("Number");
  case core::SortColumn::Procedure:
    return Say::tr("Procedure");
  case core::SortColumn::Applicant:
    return Say::tr("Applicant");
  case core::SortColumn::Arrived:
    return Say::tr("Received");
  case core::SortColumn::Due:
    return Say::tr("Due");
  case core::SortColumn::Status:
    return Say::tr("Status");
  case core::SortColumn::Holder:
    return Say::tr("Holder");
  }
  return {};
}

QString label(core::OutboxStatus value) {
  switch (value) {
  case core::OutboxStatus::Waiting:
    return Say::tr("Waiting");
  case core::OutboxStatus::Sent:
    return Say::tr("On its way");
  case core::OutboxStatus::Confirmed:
    return Say::tr("Confirmed");
  case core::OutboxStatus::Conflicted:
    return Say::tr("Conflict");
  case core::OutboxStatus::Rejected:
    return Say::tr("Not accepted");
  case core::OutboxStatus::Blocked:
    return Say::tr("Blocked");
  case core::OutboxStatus::Quarantined:
    return Say::tr("No longer yours");
  }
  return {};
}

QString label(core::FindingEffect value) {
  switch (value) {
  case core::FindingEffect::Meets:
    return Say::tr("Met");
  case core::FindingEffect::Fails:
    return Say::tr("Not met");
  case core::FindingEffect::NotApplicable:
    return Say::tr("Does not apply");
  }
  return {};
}

QString label(core::RowFlag value) {
  switch (value) {
  case core::RowFlag::Pending:
    return Say::tr("Not sent yet");
  case core::RowFlag::Attention:
    return Say::tr("Needs attention");
  case core::RowFlag::Protected:
    return Say::tr("Protected person");
  case core::RowFlag::ClockStopped:
    return Say::tr("Clock stopped");
  case core::RowFlag::Returned:
    return Say::tr("Returned");
  case core::RowFlag::AfterView:
    return Say::tr("To be seen afterwards");
  case core::RowFlag::Open:
    return Say::tr("Open");
  case core::RowFlag::Undecided:
    return Say::tr("Undecided");
  case core::RowFlag::Appealed:
    return Say::tr("Appeal open");
  case core::RowFlag::Reserved:
    return Say::tr("Reserved");
  case core::RowFlag::Unassigned:
    return Say::tr("Unassigned");
  }
  return {};
}

QString statusHelp(core::Status value) {
  switch (value) {
  case core::Status::Arrived:
    return Say::tr("The application has reached the office. Its clock runs from the day of arrival; nobody "
                   "can change that day.");
  case core::Status::Registered:
    return Say::tr("The application has a number and waits to be examined.");
  case core::Status::Examining:
    return Say::tr("The office examines form, documents and criteria.");
  case core::Status::AwaitingCorrection:
    return Say::tr("The applicant was asked for a correction. The clock stands still until the answer.");
  case core::Status::InApproval:
    return Say::tr("The draft decision is on its approval route.");
  case core::Status::Decided:
    return Say::tr("The decision is made; the notice is still to be issued.");
  case core::Status::Notified:
    return Say::tr("The notice was issued. The period for an appeal runs.");
  case core::Status::Closed:
    return Say::tr("All is done. The record is kept until the end of its retention.");
  case core::Status::Withdrawn:
    return Say::tr("The applicant took the application back before it was decided.");
  case core::Status::Transferred:
    return Say::tr("The case was handed to another office, which has not registered it yet.");
  case core::Status::Destroyed:
    return Say::tr("The retention has ended; only the stub is left.");
  }
  return {};
}

QString emptyQueueText(core::Queue value) {
  switch (value) {
  case core::Queue::MyCases:
    return Say::tr("You hold no case. Take one from “Unassigned”.");
  case core::Queue::Unassigned:
    return Say::tr("No case waits for somebody to take it.");
  case core::Queue::Office:
    return Say::tr("Your office has no open case.");
  case core::Queue::WaitingForCorrection:
    return Say::tr("No applicant owes an answer.");
  case core::Queue::DueSoon:
    return Say::tr("No case is due within a week.");
  case core::Queue::Overdue:
    return Say::tr("No case is overdue.");
  case core::Queue::ToDecide:
    return Say::tr("No draft waits for your decision.");
  case core::Queue::ReturnedToMe:
    return Say::tr("No draft was returned to you.");
  case core::Queue::NeedsAttention:
    return Say::tr("Nothing needs attention: no conflict, no rejection.");
  case core::Queue::RecentlyClosed:
    return Say::tr("No case was closed in the last 30 days.");
  }
  return {};
}

QString rankLabel(std::string_view rank) {
  if (rank == "staff") return Say::tr("Officer");
  if (rank == "chief") return Say::tr("Unit chief");
  if (rank == "manager") return Say::tr("Section manager");
  if (rank == "director") return Say::tr("Division director");
  if (rank == "head") return Say::tr("Bureau head");
  if (rank == "legal") return Say::tr("Legal officer");
  return qtext(rank);
}

QString appealLabel(std::string_view kind) {
  if (kind == "reviewRequest") return Say::tr("Request for review");
  if (kind == "suit") return Say::tr("Suit");
  return qtext(kind);
}

QString stageKindLabel(std::string_view kind) {
  if (kind == "Opinion") return Say::tr("Opinion");
  if (kind == "LegalCheck") return Say::tr("Legal check");
  if (kind == "Consent") return Say::tr("Consent");
  if (kind == "Decision") return Say::tr("Decision");
  return qtext(kind);
}

QString labelText(std::string_view label) {
  return QChar(u'#') + qtext(label);
}

} // namespace madoguchi::models
