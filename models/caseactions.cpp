// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/caseactions.h"

#include "models/draftproposal.h"
#include "models/errortext.h"
#include "models/routetext.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace madoguchi::models {

namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(CaseActions)
};

struct Info {
  const char* name;
  const char* label;
  const char* key;
  bool main;
};

// By CaseAction.
constexpr std::array<Info, kCaseActionCount> kInfos{{
    {"take", QT_TRANSLATE_NOOP("CaseActions", "Take"), "A", true},
    {"examine", QT_TRANSLATE_NOOP("CaseActions", "Examine"), "E", true},
    {"askCorrection", QT_TRANSLATE_NOOP("CaseActions", "Ask for correction"), "C", true},
    {"recordAnswer", QT_TRANSLATE_NOOP("CaseActions", "Record the answer"), "Shift+C", false},
    {"draft", QT_TRANSLATE_NOOP("CaseActions", "Draft decision"), "D", true},
    {"submit", QT_TRANSLATE_NOOP("CaseActions", "Submit"), "S", true},
    {"approve", QT_TRANSLATE_NOOP("CaseActions", "Approve"), "P", false},
    {"return", QT_TRANSLATE_NOOP("CaseActions", "Return"), "R", false},
    {"recall", QT_TRANSLATE_NOOP("CaseActions", "Recall"), "Shift+S", false},
    {"issueNotice", QT_TRANSLATE_NOOP("CaseActions", "Issue notice"), "I", false},
    {"close", QT_TRANSLATE_NOOP("CaseActions", "Close case"), "Shift+X", false},
    {"checkReceiptDay", QT_TRANSLATE_NOOP("CaseActions", "Confirm day of receipt"), "Shift+R", false},
    {"explainDelay", QT_TRANSLATE_NOOP("CaseActions", "Explain delay"), "Shift+D", false},
    {"stopClock", QT_TRANSLATE_NOOP("CaseActions", "Stop the clock"), "W", false},
    {"resumeClock", QT_TRANSLATE_NOOP("CaseActions", "Let the clock go on"), "Shift+W", false},
    {"release", QT_TRANSLATE_NOOP("CaseActions", "Release"), "Shift+A", false},
    {"transfer", QT_TRANSLATE_NOOP("CaseActions", "Transfer"), "T", false},
    {"withdraw", QT_TRANSLATE_NOOP("CaseActions", "Record withdrawal"), "Shift+T", false},
    {"discardDraft", QT_TRANSLATE_NOOP("CaseActions", "Discard draft"), "Ctrl+Shift+X", false},
    {"afterView", QT_TRANSLATE_NOOP("CaseActions", "Seen afterwards"), "V", false},
    {"approveForAbsent", QT_TRANSLATE_NOOP("CaseActions", "Decide for an absent colleague"), "Shift+P",
     false},
    {"reserve", QT_TRANSLATE_NOOP("CaseActions", "Reserve"), "B", false},
    {"endReservation", QT_TRANSLATE_NOOP("CaseActions", "End the reservation"), "Shift+B", false},
    {"correctReceiptDay", QT_TRANSLATE_NOOP("CaseActions", "Correct day of receipt"), "Ctrl+Shift+E", false},
    {"recordAppeal", QT_TRANSLATE_NOOP("CaseActions", "Record an appeal"), "U", false},
    {"closeAppeal", QT_TRANSLATE_NOOP("CaseActions", "Close the appeal"), "Shift+U", false},
    {"holdRecord", QT_TRANSLATE_NOOP("CaseActions", "Hold the record"), "H", false},
    {"liftHold", QT_TRANSLATE_NOOP("CaseActions", "Lift the hold"), "Shift+H", false},
    {"agreeDestruction", QT_TRANSLATE_NOOP("CaseActions", "Agree to destruction"), "Ctrl+Shift+D", false},
    {"label", QT_TRANSLATE_NOOP("CaseActions", "Label …"), "L", false},
}};

const Info& infoOf(CaseAction action) {
  return kInfos[static_cast<std::size_t>(action)];
}

// A text that stands for what the user is yet to write, so that the rules judge all the rest.
const std::string kTrial = "-";

std::optional<core::WaitReason> openWait(const core::CaseState& state) {
  for (const core::Wait& wait : state.waits)
    if (!wait.to) return wait.reason;
  return std::nullopt;
}

std::vector<core::CommandBody> takeCommands(const OpenCase& opened) {
  const core::CaseState& state = *opened.state();
  std::vector<core::CommandBody> commands;
  if (state.status == core::Status::Arrived || state.status == core::Status::Transferred)
    commands.emplace_back(core::RegisterCase{});
  commands.emplace_back(core::AssignCase{opened.references()->me.id, state.holder});
  return commands;
}

std::vector<core::CommandBody> correctionTrial(const OpenCase& opened) {
  core::RequestCorrection command;
  command.items.push_back({{}, {}, kTrial});
  command.sentOn = opened.today();
  command.dueOn = opened.today() + std::chrono::days(1);
  return {command};
}

std::vector<core::CommandBody> draftCommands(CaseAction action, const OpenCase& opened) {
  const core::CaseState& state = *opened.state();
  const core::Procedure* procedure = opened.procedure();
  const int version = state.draft ? state.draft->version : 0;
  switch (action) {
  case CaseAction::Draft:
    if (procedure == nullptr) return {};
    return {proposedDraft(state, *procedure)};
  case CaseAction::Submit:
    return {core::SubmitForApproval{version}};
  case CaseAction::Approve:
    return {core::Approve{version, state.draft ? state.draft->hash : "", {}}};
  case CaseAction::ApproveForAbsent: {
    const auto absent = absentDeciders(state, *opened.references(), opened.today());
    return {core::ApproveForAbsent{version, state.draft ? state.draft->hash : "",
                                   absent.empty() ? core::UserId() : absent.front(), kTrial}};
  }
  case CaseAction::Return:
    return {core::ReturnForRevision{version, kTrial}};
  case CaseAction::Recall:
    return {core::RecallDraft{version}};
  case CaseAction::DiscardDraft:
    return {core::DiscardDraft{version}};
  default:
    return {};
  }
}

// Of the kinds of appeal, one that is not open already.
std::string freshAppealKind(const core::CaseState& state) {
  const bool reviewed =
      std::any_of(state.appeals.begin(), state.appeals.end(), [](const core::Appeal& appeal) {
        return appeal.kind == "reviewRequest" && !appeal.closedOn;
      });
  return reviewed ? "suit" : "reviewRequest";
}

std::vector<core::CommandBody> recordCommands(CaseAction action, const OpenCase& opened) {
  const core::CaseState& state = *opened.state();
  const core::Date today = opened.today();
  switch (action) {
  case CaseAction::Reserve:
    return {core::ReserveCase{today + std::chrono::days(7)}};
  case CaseAction::EndReservation:
    if (!state.reservation) return {};
    return {core::ReserveCase{}};
  case CaseAction::CorrectReceiptDay:
    return {core::CorrectReceiptDay{today, kTrial}};
  case CaseAction::RecordAppeal:
    return {core::RecordAppeal{today, freshAppealKind(state), {}}};
  case CaseAction::CloseAppeal:
    for (const core::Appeal& appeal : state.appeals)
      if (!appeal.closedOn) return {core::RecordAppeal{appeal.filedOn, appeal.kind, today}};
    return {};
  case CaseAction::HoldRecord:
    if (state.retentionHold) return {};
    return {core::SetRetentionHold{true, kTrial}};
  case CaseAction::LiftHold:
    if (!state.retentionHold) return {};
    return {core::SetRetentionHold{false, kTrial}};
  case CaseAction::AgreeDestruction:
    return {core::ApproveDestruction{}};
  case CaseAction::Label:
    // What is not there is taken off: nothing but the right to do so is judged.
    return {core::LabelCase{{}, {kTrial}}};
  default:
    return {};
  }
}

std::vector<core::CommandBody> otherCommands(CaseAction action, const OpenCase& opened) {
  const core::CaseState& state = *opened.state();
  const core::Date today = opened.today();
  switch (action) {
  case CaseAction::AskCorrection:
    return correctionTrial(opened);
  case CaseAction::RecordAnswer:
    return {core::RecordCorrection{today, {}}};
  case CaseAction::IssueNotice:
    return {core::IssueNotice{today, core::Channel::Post, core::BlobId(std::string(64, '0'))}};
  case CaseAction::Close:
    return {core::CloseCase{}};
  case CaseAction::CheckReceiptDay:
    return {core::CheckReceiptDay{state.arrivedOn}};
  case CaseAction::ExplainDelay:
    return {core::ExplainDelay{kTrial, today}};
  case CaseAction::StopClock:
    return {core::StartWait{core::WaitReason::Fee, today, {}}};
  case CaseAction::ResumeClock:
    return {core::EndWait{openWait(state).value_or(core::WaitReason::Fee), today}};
  case CaseAction::Release:
    return {core::ReleaseCase{}};
  case CaseAction::Withdraw:
    return {core::WithdrawCase{today, kTrial}};
  case CaseAction::AfterView:
    return {core::AfterView{}};
  case CaseAction::Transfer:
    for (const core::Office& office : opened.references()->offices.all())
      if (office.id != state.office) return {core::TransferCase{office.id, kTrial}};
    return {};
  default:
    return {};
  }
}

QString whyNotForAbsent(const OpenCase& opened) {
  if (absentDeciders(*opened.state(), *opened.references(), opened.today()).empty())
    return Say::tr("No decider of this case is recorded as away today.");
  if (opened.procedure() != nullptr && core::isWeighty(*opened.state(), *opened.procedure()))
    return Say::tr("An important or unusual matter waits for the decider.");
  return Say::tr("The rules of the procedure do not let you decide this for an absent colleague.");
}

QString notOpenText() {
  return Say::tr("No case is open.");
}

} // namespace

QString label(CaseAction action) {
  return Say::tr(infoOf(action).label);
}

QString nameOf(CaseAction action) {
  return QString::fromLatin1(infoOf(action).name);
}

QKeySequence defaultKey(CaseAction action) {
  return QKeySequence(QString::fromLatin1(infoOf(action).key));
}

bool isMain(CaseAction action) {
  return infoOf(action).main;
}

std::vector<core::CommandBody> commandsOf(CaseAction action, const OpenCase& opened) {
  if (opened.state() == nullptr) return {};
  if (action == CaseAction::Take) return takeCommands(opened);
  auto commands = draftCommands(action, opened);
  if (commands.empty()) commands = recordCommands(action, opened);
  return commands.empty() ? otherCommands(action, opened) : commands;
}

bool mayEditForm(const OpenCase& opened) {
  return !opened.check(core::EditForm{{{"/-", {}, {}}}});
}

bool mayEditApplicant(const OpenCase& opened) {
  return !opened.check(core::EditApplicant{{{"/-", {}, {}}}});
}

QString elsewhereText() {
  return Say::tr("This case is open in a window of its own.");
}

std::optional<QString> whyNot(CaseAction action, const OpenCase& opened) {
  if (opened.isElsewhere()) return elsewhereText();
  if (opened.state() == nullptr) return notOpenText();
  if (action == CaseAction::Examine) return std::nullopt;
  if (action == CaseAction::Take && opened.isMine() && opened.state()->status != core::Status::Arrived)
    return Say::tr("You hold this case already.");
  const core::CaseState& state = *opened.state();
  const bool needsDraft =
      action == CaseAction::Approve || action == CaseAction::Return || action == CaseAction::ApproveForAbsent;
  if (needsDraft && !state.draft) return Say::tr("There is no draft to decide on.");
  // A submission brings the proposed draft along where none stands yet, or where it is out of date.
  const bool draftsToo = action == CaseAction::Submit &&
                         (!state.draft || state.draft->hash != core::draftHash(state, *state.draft));
  const auto commands = commandsOf(draftsToo ? CaseAction::Draft : action, opened);
  if (commands.empty()) return Say::tr("This has no meaning for this case.");
  const auto refusal = opened.check(commands.front());
  if (!refusal) return std::nullopt;
  if (action == CaseAction::ApproveForAbsent && refusal->code == core::ErrorCode::AbsenceNotAllowed)
    return whyNotForAbsent(opened);
  return errorText(refusal->code);
}

} // namespace madoguchi::models
