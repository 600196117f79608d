// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/casestate.h"

#include <string_view>
#include <variant>

/// Commands: what a person asks for. A closed set; each is decided against the state of one case.
namespace madoguchi::core {

#define MADOGUCHI_KIND(name) static constexpr std::string_view kKind = name

/// From the intake interface, never from a desk: an application sent online. Sets arrivedAt for good.
struct ReceiveOnline {
  MADOGUCHI_KIND("ReceiveOnline");
  ProcedureId procedure;
  int procedureVersion = 1;
  OfficeId office;
  Instant arrivedAt{};
  Visibility visibility = Visibility::Ordinary;
  Applicant applicant;
  json::value form;
  bool operator==(const ReceiveOnline&) const = default;
};
BOOST_DESCRIBE_STRUCT(ReceiveOnline, (),
                      (procedure, procedureVersion, office, arrivedAt, visibility, applicant, form))

/// Paper at the counter or from the post, with the day on the receipt stamp; the scan is its first document.
struct ReceiveOnPaper {
  MADOGUCHI_KIND("ReceiveOnPaper");
  ProcedureId procedure;
  int procedureVersion = 1;
  OfficeId office;
  Channel channel = Channel::Counter;
  Date stampedOn{};
  Visibility visibility = Visibility::Ordinary;
  Applicant applicant;
  json::value form;
  std::optional<CaseDocument> scan;
  bool operator==(const ReceiveOnPaper&) const = default;
};
BOOST_DESCRIBE_STRUCT(ReceiveOnPaper, (),
                      (procedure, procedureVersion, office, channel, stampedOn, visibility, applicant, form,
                       scan))

/// A second person confirms the receipt stamp.
struct CheckReceiptDay {
  MADOGUCHI_KIND("CheckReceiptDay");
  Date stampedOn{};
  bool operator==(const CheckReceiptDay&) const = default;
};
BOOST_DESCRIBE_STRUCT(CheckReceiptDay, (), (stampedOn))

/// A supervisor corrects the day of paper, with a reason.
struct CorrectReceiptDay {
  MADOGUCHI_KIND("CorrectReceiptDay");
  Date stampedOn{};
  std::string reason;
  bool operator==(const CorrectReceiptDay&) const = default;
};
BOOST_DESCRIBE_STRUCT(CorrectReceiptDay, (), (stampedOn, reason))

struct RegisterCase {
  MADOGUCHI_KIND("RegisterCase");
  bool operator==(const RegisterCase&) const = default;
};
BOOST_DESCRIBE_STRUCT(RegisterCase, (), ())

/// Taking a case is assigning it to oneself. `expectedHolder` is who held it when the user looked.
struct AssignCase {
  MADOGUCHI_KIND("AssignCase");
  UserId assignee;
  UserId expectedHolder;
  bool operator==(const AssignCase&) const = default;
};
BOOST_DESCRIBE_STRUCT(AssignCase, (), (assignee, expectedHolder))

struct ReleaseCase {
  MADOGUCHI_KIND("ReleaseCase");
  bool operator==(const ReleaseCase&) const = default;
};
BOOST_DESCRIBE_STRUCT(ReleaseCase, (), ())

/// Holds a case for work away from the network, until a day.
struct ReserveCase {
  MADOGUCHI_KIND("ReserveCase");
  std::optional<Date> until; ///< none ends the reservation
  bool operator==(const ReserveCase&) const = default;
};
BOOST_DESCRIBE_STRUCT(ReserveCase, (), (until))

struct TransferCase {
  MADOGUCHI_KIND("TransferCase");
  OfficeId to;
  std::string reason;
  bool operator==(const TransferCase&) const = default;
};
BOOST_DESCRIBE_STRUCT(TransferCase, (), (to, reason))

struct StartWait {
  MADOGUCHI_KIND("StartWait");
  WaitReason reason = WaitReason::Fee;
  Date from{};
  std::string note;
  bool operator==(const StartWait&) const = default;
};
BOOST_DESCRIBE_STRUCT(StartWait, (), (reason, from, note))

struct EndWait {
  MADOGUCHI_KIND("EndWait");
  WaitReason reason = WaitReason::Fee;
  Date to{};
  bool operator==(const EndWait&) const = default;
};
BOOST_DESCRIBE_STRUCT(EndWait, (), (reason, to))

/// Pointers into the applicant's record ("/party/phone").
struct EditApplicant {
  MADOGUCHI_KIND("EditApplicant");
  std::vector<FieldEdit> edits;
  bool operator==(const EditApplicant&) const = default;
};
BOOST_DESCRIBE_STRUCT(EditApplicant, (), (edits))

struct EditForm {
  MADOGUCHI_KIND("EditForm");
  std::vector<FieldEdit> edits;
  bool operator==(const EditForm&) const = default;
};
BOOST_DESCRIBE_STRUCT(EditForm, (), (edits))

/// Moves the case to a newer version of its procedure: form, criteria, documents, clock and route are that
/// version's from then on. Without it a case keeps the version with which it arrived. `from` is the version
/// that the user saw.
struct MoveToVersion {
  MADOGUCHI_KIND("MoveToVersion");
  int from = 1;
  int to = 1;
  bool operator==(const MoveToVersion&) const = default;
};
BOOST_DESCRIBE_STRUCT(MoveToVersion, (), (from, to))

struct SetCriterion {
  MADOGUCHI_KIND("SetCriterion");
  CriterionId criterion;
  std::string before; ///< finding ids of the procedure; empty is open
  std::string finding;
  std::string fact;
  std::string article;
  std::string note;
  bool operator==(const SetCriterion&) const = default;
};
BOOST_DESCRIBE_STRUCT(SetCriterion, (), (criterion, before, finding, fact, article, note))

/// Adds and removes marks of a criterion. It names marks, never the whole list, so that two people who mark
/// at the same time keep both. Apart from SetCriterion, so that a mark never writes over a finding.
struct MarkEvidence {
  MADOGUCHI_KIND("MarkEvidence");
  CriterionId criterion;
  std::vector<EvidenceMark> add;
  std::vector<EvidenceMark> remove;
  bool operator==(const MarkEvidence&) const = default;
};
BOOST_DESCRIBE_STRUCT(MarkEvidence, (), (criterion, add, remove))

/// The blob itself is uploaded beforehand.
struct AttachDocument {
  MADOGUCHI_KIND("AttachDocument");
  DocumentId document;
  std::string documentKind;
  std::string name;
  std::string mediaType;
  std::int64_t size = 0;
  BlobId blob;
  bool operator==(const AttachDocument&) const = default;
};
BOOST_DESCRIBE_STRUCT(AttachDocument, (), (document, documentKind, name, mediaType, size, blob))

/// The inverse of AttachDocument; the record of it stays.
struct DetachDocument {
  MADOGUCHI_KIND("DetachDocument");
  DocumentId document;
  bool operator==(const DetachDocument&) const = default;
};
BOOST_DESCRIBE_STRUCT(DetachDocument, (), (document))

struct VerifyDocument {
  MADOGUCHI_KIND("VerifyDocument");
  DocumentId document;
  bool verified = true;
  std::string note;
  bool operator==(const VerifyDocument&) const = default;
};
BOOST_DESCRIBE_STRUCT(VerifyDocument, (), (document, verified, note))

struct AddNote {
  MADOGUCHI_KIND("AddNote");
  std::string text;
  bool operator==(const AddNote&) const = default;
};
BOOST_DESCRIBE_STRUCT(AddNote, (), (text))

/// Puts labels (label.h) on a case and takes others off. It names labels, never the whole set, so that what
/// two people do at the same time adds up.
struct LabelCase {
  MADOGUCHI_KIND("LabelCase");
  std::vector<std::string> add;
  std::vector<std::string> remove;
  bool operator==(const LabelCase&) const = default;
};
BOOST_DESCRIBE_STRUCT(LabelCase, (), (add, remove))

struct RequestCorrection {
  MADOGUCHI_KIND("RequestCorrection");
  std::vector<CorrectionItem> items;
  Date sentOn{};
  Date dueOn{};
  bool operator==(const RequestCorrection&) const = default;
};
BOOST_DESCRIBE_STRUCT(RequestCorrection, (), (items, sentOn, dueOn))

struct RecordCorrection {
  MADOGUCHI_KIND("RecordCorrection");
  Date answeredOn{};
  std::string answer;
  std::vector<CorrectionReply> replies{}; ///< as in CorrectionRound
  bool operator==(const RecordCorrection&) const = default;
};
BOOST_DESCRIBE_STRUCT(RecordCorrection, (), (answeredOn, answer, replies))

struct ExplainDelay {
  MADOGUCHI_KIND("ExplainDelay");
  std::string reason;
  Date outlook{};
  bool operator==(const ExplainDelay&) const = default;
};
BOOST_DESCRIBE_STRUCT(ExplainDelay, (), (reason, outlook))

/// A new version of the draft. `baseDraft` is the version that the author saw (0: none).
struct DraftDecision {
  MADOGUCHI_KIND("DraftDecision");
  int baseDraft = 0;
  Outcome outcome = Outcome::Granted;
  std::vector<std::string> conditions;
  std::vector<Reason> reasons;
  std::string remarks;
  bool important = false; ///< 重要: not to be decided for an absent decider
  bool unusual = false;   ///< 異例: the same
  bool operator==(const DraftDecision&) const = default;
};
BOOST_DESCRIBE_STRUCT(DraftDecision, (),
                      (baseDraft, outcome, conditions, reasons, remarks, important, unusual))

struct DiscardDraft {
  MADOGUCHI_KIND("DiscardDraft");
  int draftVersion = 0;
  bool operator==(const DiscardDraft&) const = default;
};
BOOST_DESCRIBE_STRUCT(DiscardDraft, (), (draftVersion))

struct SubmitForApproval {
  MADOGUCHI_KIND("SubmitForApproval");
  int draftVersion = 0;
  bool operator==(const SubmitForApproval&) const = default;
};
BOOST_DESCRIBE_STRUCT(SubmitForApproval, (), (draftVersion))

struct Approve {
  MADOGUCHI_KIND("Approve");
  int draftVersion = 0;
  std::string draftHash;
  std::string comment;
  bool operator==(const Approve&) const = default;
};
BOOST_DESCRIBE_STRUCT(Approve, (), (draftVersion, draftHash, comment))

/// 代決: for a decider who is away; names that person and why it cannot wait.
struct ApproveForAbsent {
  MADOGUCHI_KIND("ApproveForAbsent");
  int draftVersion = 0;
  std::string draftHash;
  UserId absent;
  std::string reason;
  bool operator==(const ApproveForAbsent&) const = default;
};
BOOST_DESCRIBE_STRUCT(ApproveForAbsent, (), (draftVersion, draftHash, absent, reason))

/// 後閲: the decider has seen what was decided in absence.
struct AfterView {
  MADOGUCHI_KIND("AfterView");
  std::string comment;
  bool operator==(const AfterView&) const = default;
};
BOOST_DESCRIBE_STRUCT(AfterView, (), (comment))

struct ReturnForRevision {
  MADOGUCHI_KIND("ReturnForRevision");
  int draftVersion = 0;
  std::string reason;
  bool operator==(const ReturnForRevision&) const = default;
};
BOOST_DESCRIBE_STRUCT(ReturnForRevision, (), (draftVersion, reason))

struct RecallDraft {
  MADOGUCHI_KIND("RecallDraft");
  int draftVersion = 0;
  bool operator==(const RecallDraft&) const = default;
};
BOOST_DESCRIBE_STRUCT(RecallDraft, (), (draftVersion))

struct IssueNotice {
  MADOGUCHI_KIND("IssueNotice");
  Date issuedOn{};
  Channel channel = Channel::Post;
  BlobId pdf;
  bool operator==(const IssueNotice&) const = default;
};
BOOST_DESCRIBE_STRUCT(IssueNotice, (), (issuedOn, channel, pdf))

struct CloseCase {
  MADOGUCHI_KIND("CloseCase");
  bool operator==(const CloseCase&) const = default;
};
BOOST_DESCRIBE_STRUCT(CloseCase, (), ())

/// The applicant's own act, recorded.
struct WithdrawCase {
  MADOGUCHI_KIND("WithdrawCase");
  Date withdrawnOn{};
  std::string reason;
  bool operator==(const WithdrawCase&) const = default;
};
BOOST_DESCRIBE_STRUCT(WithdrawCase, (), (withdrawnOn, reason))

/// Opens an appeal (closedOn empty) or closes the open one.
struct RecordAppeal {
  MADOGUCHI_KIND("RecordAppeal");
  Date filedOn{};
  std::string appealKind;
  std::optional<Date> closedOn;
  bool operator==(const RecordAppeal&) const = default;
};
BOOST_DESCRIBE_STRUCT(RecordAppeal, (), (filedOn, appealKind, closedOn))

struct SetRetentionHold {
  MADOGUCHI_KIND("SetRetentionHold");
  bool held = true;
  std::string reason;
  bool operator==(const SetRetentionHold&) const = default;
};
BOOST_DESCRIBE_STRUCT(SetRetentionHold, (), (held, reason))

/// The first of two different people proposes, the second destroys; a stub stays.
struct ApproveDestruction {
  MADOGUCHI_KIND("ApproveDestruction");
  bool operator==(const ApproveDestruction&) const = default;
};
BOOST_DESCRIBE_STRUCT(ApproveDestruction, (), ())

#undef MADOGUCHI_KIND

using CommandBody =
    std::variant<ReceiveOnline, ReceiveOnPaper, CheckReceiptDay, CorrectReceiptDay, RegisterCase, AssignCase,
                 ReleaseCase, ReserveCase, TransferCase, StartWait, EndWait, EditApplicant, EditForm,
                 MoveToVersion, SetCriterion, MarkEvidence, AttachDocument, DetachDocument, VerifyDocument,
                 AddNote, LabelCase, RequestCorrection, RecordCorrection, ExplainDelay, DraftDecision,
                 DiscardDraft, SubmitForApproval, Approve, ApproveForAbsent, AfterView, ReturnForRevision,
                 RecallDraft, IssueNotice, CloseCase, WithdrawCase, RecordAppeal, SetRetentionHold,
                 ApproveDestruction>;

/// A command in its envelope. `madeAt` is the device's claim: kept and shown, never compared.
struct Command {
  int record = 1;
  CommandId id;
  CaseId caseId;
  std::int64_t baseVersion = 0; ///< version of the case that the user saw
  UserId actor;
  DeviceId device;
  Instant madeAt{};
  CommandBody body;
  json::object unknown;
  bool operator==(const Command&) const = default;
};
BOOST_DESCRIBE_STRUCT(Command, (), (record, id, caseId, baseVersion, actor, device, madeAt, body))

[[nodiscard]] std::string_view kindOf(const CommandBody& body);

} // namespace madoguchi::core
