// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/rules.h"

#include <initializer_list>

/// Inside of `decide`: one overload a command, in the decide*.cpp files by subject.
namespace madoguchi::core {

using Decided = tl::expected<std::vector<EventBody>, Refusal>;

[[nodiscard]] inline tl::unexpected<Refusal> refuse(ErrorCode code, std::string detail = {}) {
  return tl::unexpected<Refusal>(Refusal{code, std::move(detail), {}});
}

/// Passes the refusal of a check on, as the answer of the command.
#define MADOGUCHI_CHECK(check)                                                                               \
  if (auto checked = (check); !checked) return tl::unexpected(std::move(checked.error()))

using Check = tl::expected<void, Refusal>;

/// Of a move: a Conflict where somebody else has changed a value since the command's base that would leave
/// the form with it. Whoever moves the case has not seen that value.
[[nodiscard]] Check seenByMover(const CaseRecord& record, const Command& command,
                                const std::vector<EventBody>& decided);

class Decider {
public:
  Decider(const CaseState* state, const Command& command, const Context& context)
      : m_state(state), m_command(command), m_context(context) {}

  [[nodiscard]] Decided run() const;

  // decidearrival.cpp
  Decided operator()(const ReceiveOnline& command) const;
  Decided operator()(const ReceiveOnPaper& command) const;
  Decided operator()(const CheckReceiptDay& command) const;
  Decided operator()(const CorrectReceiptDay& command) const;
  Decided operator()(const RegisterCase& command) const;
  // decideholding.cpp
  Decided operator()(const AssignCase& command) const;
  Decided operator()(const ReleaseCase& command) const;
  Decided operator()(const ReserveCase& command) const;
  Decided operator()(const TransferCase& command) const;
  Decided operator()(const StartWait& command) const;
  Decided operator()(const EndWait& command) const;
  Decided operator()(const WithdrawCase& command) const;
  // decideexamination.cpp
  Decided operator()(const EditApplicant& command) const;
  Decided operator()(const EditForm& command) const;
  Decided operator()(const SetCriterion& command) const;
  Decided operator()(const MarkEvidence& command) const;
  Decided operator()(const AttachDocument& command) const;
  Decided operator()(const DetachDocument& command) const;
  Decided operator()(const VerifyDocument& command) const;
  Decided operator()(const AddNote& command) const;
  Decided operator()(const RequestCorrection& command) const;
  Decided operator()(const RecordCorrection& command) const;
  Decided operator()(const ExplainDelay& command) const;
  // decideversion.cpp
  Decided operator()(const MoveToVersion& command) const;
  // decidelabels.cpp
  Decided operator()(const LabelCase& command) const;
  // decideapproval.cpp
  Decided operator()(const DraftDecision& command) const;
  Decided operator()(const DiscardDraft& command) const;
  Decided operator()(const SubmitForApproval& command) const;
  Decided operator()(const Approve& command) const;
  Decided operator()(const ApproveForAbsent& command) const;
  Decided operator()(const AfterView& command) const;
  Decided operator()(const ReturnForRevision& command) const;
  Decided operator()(const RecallDraft& command) const;
  // deciderecords.cpp
  Decided operator()(const IssueNotice& command) const;
  Decided operator()(const CloseCase& command) const;
  Decided operator()(const RecordAppeal& command) const;
  Decided operator()(const SetRetentionHold& command) const;
  Decided operator()(const ApproveDestruction& command) const;

private:
  [[nodiscard]] bool actorHas(Role role) const;
  /// A clerk or supervisor of the office.
  [[nodiscard]] Check worker() const;
  [[nodiscard]] Check supervisor() const;
  /// The holder, or a supervisor of the office.
  [[nodiscard]] Check editor() const;
  [[nodiscard]] Check status(std::initializer_list<Status> allowed) const;
  /// `day` neither before `from` nor after today.
  [[nodiscard]] Check pastDay(Date day, Date from) const;
  [[nodiscard]] Check text(const std::string& text, ErrorCode whenEmpty) const;
  [[nodiscard]] Check noMyNumber(const json::value& value) const;
  /// A document as it comes: what others did with it is theirs to say.
  [[nodiscard]] tl::expected<CaseDocument, Refusal> fresh(const CaseDocument& named) const;
  /// For the items of the round that is answered.
  [[nodiscard]] Check replies(const std::vector<CorrectionReply>& given) const;
  /// Not nested more deeply than the texts of a case, and what is told about it, can be read again.
  [[nodiscard]] static Check shallow(const json::value& value);
  [[nodiscard]] Check arriving(const ProcedureId& procedure, int version, const OfficeId& office,
                               const Applicant& applicant, const json::value& form) const;
  [[nodiscard]] Check mergeable(const json::value& document, const std::vector<FieldEdit>& edits,
                                const std::string& root) const;
  /// The stage that waits for the actor's rank.
  [[nodiscard]] tl::expected<const RouteStage*, Refusal> myStage(int draftVersion,
                                                                 const std::string* hash) const;
  [[nodiscard]] Check delayExplained() const;
  [[nodiscard]] std::vector<EventBody> consent(const RouteStage& stage, const std::string& comment,
                                               const UserId& absent) const;
  void voidConsents(std::vector<EventBody>& events) const;
  void beginExamining(std::vector<EventBody>& events) const;
  [[nodiscard]] Date today() const { return dayInJapan(m_context.now); }

  const CaseState* m_state;
  const Command& m_command;
  const Context& m_context;
};

} // namespace madoguchi::core
