// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/casestate.h"

#include <string_view>
#include <variant>

/// Events: what happened to a case. A closed set; the state is their fold, the timeline their list.
namespace madoguchi::core {

#define MADOGUCHI_KIND(name) static constexpr std::string_view kKind = name

struct CaseArrived {
  MADOGUCHI_KIND("CaseArrived");
  ProcedureId procedure;
  int procedureVersion = 1;
  OfficeId office;
  Channel channel = Channel::Online;
  Instant arrivedAt{};
  Date arrivedOn{};
  Visibility visibility = Visibility::Ordinary;
  UserId receivedBy; ///< on paper only
  std::optional<Date> fixedDueOn;
  std::string number; ///< of an import that brings its own
  Applicant applicant;
  json::value form;
  bool operator==(const CaseArrived&) const = default;
};
BOOST_DESCRIBE_STRUCT(CaseArrived, (),
                      (procedure, procedureVersion, office, channel, arrivedAt, arrivedOn, visibility,
                       receivedBy, fixedDueOn, number, applicant, form))

struct ReceiptDayChecked {
  MADOGUCHI_KIND("ReceiptDayChecked");
  bool operator==(const ReceiptDayChecked&) const = default;
};
BOOST_DESCRIBE_STRUCT(ReceiptDayChecked, (), ())

struct ReceiptDayCorrected {
  MADOGUCHI_KIND("ReceiptDayCorrected");
  Date before{};
  Date after{};
  std::string reason;
  bool operator==(const ReceiptDayCorrected&) const = default;
};
BOOST_DESCRIBE_STRUCT(ReceiptDayCorrected, (), (before, after, reason))

struct CaseRegistered {
  MADOGUCHI_KIND("CaseRegistered");
  std::string number; ///< empty when decided on a client: the server gives it
  bool operator==(const CaseRegistered&) const = default;
};
BOOST_DESCRIBE_STRUCT(CaseRegistered, (), (number))

struct CaseAssigned {
  MADOGUCHI_KIND("CaseAssigned");
  UserId from;
  UserId to;
  bool operator==(const CaseAssigned&) const = default;
};
BOOST_DESCRIBE_STRUCT(CaseAssigned, (), (from, to))

struct CaseReleased {
  MADOGUCHI_KIND("CaseReleased");
  UserId from;
  bool operator==(const CaseReleased&) const = default;
};
BOOST_DESCRIBE_STRUCT(CaseReleased, (), (from))

struct CaseReserved {
  MADOGUCHI_KIND("CaseReserved");
  std::optional<Date> until;
  bool operator==(const CaseReserved&) const = default;
};
BOOST_DESCRIBE_STRUCT(CaseReserved, (), (until))

struct CaseTransferred {
  MADOGUCHI_KIND("CaseTransferred");
  OfficeId from;
  OfficeId to;
  std::string reason;
  bool operator==(const CaseTransferred&) const = default;
};
BOOST_DESCRIBE_STRUCT(CaseTransferred, (), (from, to, reason))

/// Examination begins with the first act of examining after registration.
struct ExaminationStarted {
  MADOGUCHI_KIND("ExaminationStarted");
  bool operator==(const ExaminationStarted&) const = default;
};
BOOST_DESCRIBE_STRUCT(ExaminationStarted, (), ())

struct WaitStarted {
  MADOGUCHI_KIND("WaitStarted");
  WaitReason reason = WaitReason::Fee;
  Date from{};
  std::string note;
  bool operator==(const WaitStarted&) const = default;
};
BOOST_DESCRIBE_STRUCT(WaitStarted, (), (reason, from, note))

struct WaitEnded {
  MADOGUCHI_KIND("WaitEnded");
  WaitReason reason = WaitReason::Fee;
  Date to{};
  bool operator==(const WaitEnded&) const = default;
};
BOOST_DESCRIBE_STRUCT(WaitEnded, (), (reason, to))

struct ApplicantEdited {
  MADOGUCHI_KIND("ApplicantEdited");
  std::vector<FieldEdit> edits;
  bool operator==(const ApplicantEdited&) const = default;
};
BOOST_DESCRIBE_STRUCT(ApplicantEdited, (), (edits))

struct FormEdited {
  MADOGUCHI_KIND("FormEdited");
  std::vector<FieldEdit> edits;
  bool operator==(const FormEdited&) const = default;
};
BOOST_DESCRIBE_STRUCT(FormEdited, (), (edits))

/// `edits` are the values for which the newer version has no place, each as value → null.
struct MovedToVersion {
  MADOGUCHI_KIND("MovedToVersion");
  int from = 1;
  int to = 1;
  std::vector<FieldEdit> edits;
  bool operator==(const MovedToVersion&) const = default;
};
BOOST_DESCRIBE_STRUCT(MovedToVersion, (), (from, to, edits))

struct CriterionSet {
  MADOGUCHI_KIND("CriterionSet");
  CriterionId criterion;
  std::string before; ///< finding ids of the procedure; empty is open
  std::string finding;
  std::string fact;
  std::string article;
  std::string note;
  bool operator==(const CriterionSet&) const = default;
};
BOOST_DESCRIBE_STRUCT(CriterionSet, (), (criterion, before, finding, fact, article, note))

/// Whoever made the marks, and when, is in the envelope.
struct EvidenceMarked {
  MADOGUCHI_KIND("EvidenceMarked");
  CriterionId criterion;
  std::vector<EvidenceMark> added;
  std::vector<EvidenceMark> removed;
  bool operator==(const EvidenceMarked&) const = default;
};
BOOST_DESCRIBE_STRUCT(EvidenceMarked, (), (criterion, added, removed))

struct DocumentAttached {
  MADOGUCHI_KIND("DocumentAttached");
  CaseDocument document;
  bool operator==(const DocumentAttached&) const = default;
};
BOOST_DESCRIBE_STRUCT(DocumentAttached, (), (document))

struct DocumentDetached {
  MADOGUCHI_KIND("DocumentDetached");
  DocumentId document;
  bool operator==(const DocumentDetached&) const = default;
};
BOOST_DESCRIBE_STRUCT(DocumentDetached, (), (document))

struct DocumentVerified {
  MADOGUCHI_KIND("DocumentVerified");
  DocumentId document;
  bool verified = true;
  std::string note;
  bool operator==(const DocumentVerified&) const = default;
};
BOOST_DESCRIBE_STRUCT(DocumentVerified, (), (document, verified, note))

struct NoteAdded {
  MADOGUCHI_KIND("NoteAdded");
  std::string text;
  bool operator==(const NoteAdded&) const = default;
};
BOOST_DESCRIBE_STRUCT(NoteAdded, (), (text))

struct CaseLabelled {
  MADOGUCHI_KIND("CaseLabelled");
  std::vector<std::string> added;
  std::vector<std::string> removed;
  bool operator==(const CaseLabelled&) const = default;
};
BOOST_DESCRIBE_STRUCT(CaseLabelled, (), (added, removed))

struct CorrectionRequested {
  MADOGUCHI_KIND("CorrectionRequested");
  std::vector<CorrectionItem> items;
  Date sentOn{};
  Date dueOn{};
  bool operator==(const CorrectionRequested&) const = default;
};
BOOST_DESCRIBE_STRUCT(CorrectionRequested, (), (items, sentOn, dueOn))

struct CorrectionRecorded {
  MADOGUCHI_KIND("CorrectionRecorded");
  Date answeredOn{};
  std::string answer;
  std::vector<CorrectionReply> replies{}; ///< as in CorrectionRound
  bool operator==(const CorrectionRecorded&) const = default;
};
BOOST_DESCRIBE_STRUCT(CorrectionRecorded, (), (answeredOn, answer, replies))

struct DelayExplained {
  MADOGUCHI_KIND("DelayExplained");
  std::string reason;
  Date outlook{};
  bool operator==(const DelayExplained&) const = default;
};
BOOST_DESCRIBE_STRUCT(DelayExplained, (), (reason, outlook))

struct DecisionDrafted {
  MADOGUCHI_KIND("DecisionDrafted");
  Draft draft;
  bool operator==(const DecisionDrafted&) const = default;
};
BOOST_DESCRIBE_STRUCT(DecisionDrafted, (), (draft))

struct DraftDiscarded {
  MADOGUCHI_KIND("DraftDiscarded");
  int draftVersion = 0;
  bool operator==(const DraftDiscarded&) const = default;
};
BOOST_DESCRIBE_STRUCT(DraftDiscarded, (), (draftVersion))

/// Consents already given to an earlier version no longer count; those who gave them are told.
struct ConsentsVoided {
  MADOGUCHI_KIND("ConsentsVoided");
  int draftVersion = 0;
  std::vector<UserId> givenBy;
  bool operator==(const ConsentsVoided&) const = default;
};
BOOST_DESCRIBE_STRUCT(ConsentsVoided, (), (draftVersion, givenBy))

struct SubmittedForApproval {
  MADOGUCHI_KIND("SubmittedForApproval");
  int draftVersion = 0;
  std::vector<RouteStage> route;
  bool operator==(const SubmittedForApproval&) const = default;
};
BOOST_DESCRIBE_STRUCT(SubmittedForApproval, (), (draftVersion, route))

struct StageApproved {
  MADOGUCHI_KIND("StageApproved");
  int draftVersion = 0;
  std::string stage;
  std::string comment;
  UserId forAbsent; ///< 代決: the decider who was away
  bool operator==(const StageApproved&) const = default;
};
BOOST_DESCRIBE_STRUCT(StageApproved, (), (draftVersion, stage, comment, forAbsent))

struct ViewedAfterwards {
  MADOGUCHI_KIND("ViewedAfterwards");
  std::string comment;
  bool operator==(const ViewedAfterwards&) const = default;
};
BOOST_DESCRIBE_STRUCT(ViewedAfterwards, (), (comment))

struct CaseDecided {
  MADOGUCHI_KIND("CaseDecided");
  Outcome outcome = Outcome::Granted;
  Date decidedOn{};
  std::string documentNumber;
  int draftVersion = 0;
  bool operator==(const CaseDecided&) const = default;
};
BOOST_DESCRIBE_STRUCT(CaseDecided, (), (outcome, decidedOn, documentNumber, draftVersion))

struct ReturnedForRevision {
  MADOGUCHI_KIND("ReturnedForRevision");
  int draftVersion = 0;
  std::string reason;
  bool operator==(const ReturnedForRevision&) const = default;
};
BOOST_DESCRIBE_STRUCT(ReturnedForRevision, (), (draftVersion, reason))

struct DraftRecalled {
  MADOGUCHI_KIND("DraftRecalled");
  int draftVersion = 0;
  bool operator==(const DraftRecalled&) const = default;
};
BOOST_DESCRIBE_STRUCT(DraftRecalled, (), (draftVersion))

struct NoticeIssued {
  MADOGUCHI_KIND("NoticeIssued");
  Date issuedOn{};
  Channel channel = Channel::Post;
  BlobId pdf;
  bool operator==(const NoticeIssued&) const = default;
};
BOOST_DESCRIBE_STRUCT(NoticeIssued, (), (issuedOn, channel, pdf))

struct CaseClosed {
  MADOGUCHI_KIND("CaseClosed");
  Date closedOn{};
  bool operator==(const CaseClosed&) const = default;
};
BOOST_DESCRIBE_STRUCT(CaseClosed, (), (closedOn))

struct CaseWithdrawn {
  MADOGUCHI_KIND("CaseWithdrawn");
  Date withdrawnOn{};
  std::string reason;
  bool operator==(const CaseWithdrawn&) const = default;
};
BOOST_DESCRIBE_STRUCT(CaseWithdrawn, (), (withdrawnOn, reason))

struct AppealRecorded {
  MADOGUCHI_KIND("AppealRecorded");
  Appeal appeal;
  bool operator==(const AppealRecorded&) const = default;
};
BOOST_DESCRIBE_STRUCT(AppealRecorded, (), (appeal))

struct RetentionHoldSet {
  MADOGUCHI_KIND("RetentionHoldSet");
  bool held = true;
  std::string reason;
  bool operator==(const RetentionHoldSet&) const = default;
};
BOOST_DESCRIBE_STRUCT(RetentionHoldSet, (), (held, reason))

struct DestructionApproved {
  MADOGUCHI_KIND("DestructionApproved");
  bool operator==(const DestructionApproved&) const = default;
};
BOOST_DESCRIBE_STRUCT(DestructionApproved, (), ())

/// All that is left: it stands alone in the timeline, which is destroyed with the case.
struct CaseDestroyed {
  MADOGUCHI_KIND("CaseDestroyed");
  CaseState stub; ///< at the version before
  bool operator==(const CaseDestroyed&) const = default;
};
BOOST_DESCRIBE_STRUCT(CaseDestroyed, (), (stub))

/// A step of an imported event log; `label` is the log's own activity name.
struct StepImported {
  MADOGUCHI_KIND("StepImported");
  std::string label;
  OfficeId office;
  Status statusAfter = Status::Arrived;
  UserId holder;
  std::string step{}; ///< kind of the command that it resembles ("SetCriterion"); may be empty
  bool operator==(const StepImported&) const = default;
};
BOOST_DESCRIBE_STRUCT(StepImported, (), (label, office, statusAfter, holder, step))

#undef MADOGUCHI_KIND

using EventBody =
    std::variant<CaseArrived, ReceiptDayChecked, ReceiptDayCorrected, CaseRegistered, CaseAssigned,
                 CaseReleased, CaseReserved, CaseTransferred, ExaminationStarted, WaitStarted, WaitEnded,
                 ApplicantEdited, FormEdited, MovedToVersion, CriterionSet, EvidenceMarked, DocumentAttached,
                 DocumentDetached, DocumentVerified, NoteAdded, CaseLabelled, CorrectionRequested,
                 CorrectionRecorded, DelayExplained, DecisionDrafted, DraftDiscarded, ConsentsVoided,
                 SubmittedForApproval, StageApproved, ViewedAfterwards, CaseDecided, ReturnedForRevision,
                 DraftRecalled, NoticeIssued, CaseClosed, CaseWithdrawn, AppealRecorded, RetentionHoldSet,
                 DestructionApproved, CaseDestroyed, StepImported>;

/// An event in its envelope, one entry of the timeline. `at` is the time of whoever decided it: the server's
/// once it has answered.
struct Event {
  int record = 1;
  CommandId command;
  UserId actor;
  Instant at{};
  EventBody body;
  json::object unknown;
  bool operator==(const Event&) const = default;
};
BOOST_DESCRIBE_STRUCT(Event, (), (record, command, actor, at, body))

[[nodiscard]] std::string_view kindOf(const EventBody& body);

/// A case with its timeline, as it is stored and synced.
struct CaseRecord {
  CaseState state;
  std::vector<Event> timeline;
  bool operator==(const CaseRecord&) const = default;
};

} // namespace madoguchi::core
