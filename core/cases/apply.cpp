// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/codec.h"
#include "core/cases/decider.h"
#include "core/cases/label.h"

#include <algorithm>

namespace madoguchi::core {

namespace {

CaseDocument* documentOf(CaseState& state, const DocumentId& id) {
  const auto found = std::find_if(state.documents.begin(), state.documents.end(),
                                  [&](const CaseDocument& document) { return document.id == id; });
  return found == state.documents.end() ? nullptr : &*found;
}

/// Folds events into a state. One overload an event; `m_event` is the envelope at hand.
class Folder {
public:
  Folder(CaseState& state, const Event& event) : m_state(state), m_event(event) {}

  void operator()(const CaseArrived& arrived) const {
    m_state.homeOffice = arrived.office;
    m_state.office = arrived.office;
    m_state.procedure = arrived.procedure;
    m_state.procedureVersion = arrived.procedureVersion;
    m_state.number = arrived.number;
    m_state.status = Status::Arrived;
    m_state.visibility = arrived.visibility;
    m_state.arrivedAt = arrived.arrivedAt;
    m_state.arrivedOn = arrived.arrivedOn;
    m_state.channel = arrived.channel;
    m_state.receivedBy = arrived.receivedBy;
    m_state.fixedDueOn = arrived.fixedDueOn;
    m_state.applicant = arrived.applicant;
    m_state.form = arrived.form;
  }

  void operator()(const ReceiptDayChecked&) const { m_state.dayCheckedBy = m_event.actor; }

  void operator()(const ReceiptDayCorrected& corrected) const {
    m_state.arrivedOn = corrected.after;
    m_state.arrivedAt = startOfDayInJapan(corrected.after);
    m_state.dayCheckedBy = m_event.actor;
  }

  void operator()(const CaseRegistered& registered) const {
    m_state.status = Status::Registered;
    if (!registered.number.empty()) m_state.number = registered.number;
  }

  void operator()(const CaseAssigned& assigned) const { m_state.holder = assigned.to; }
  void operator()(const CaseReleased&) const {
    m_state.holder = {};
    m_state.reservation.reset();
  }

  void operator()(const CaseReserved& reserved) const {
    m_state.reservation.reset();
    if (reserved.until) m_state.reservation = Reservation{m_event.actor, *reserved.until};
  }

  void operator()(const CaseTransferred& transferred) const {
    m_state.status = Status::Transferred;
    m_state.office = transferred.to;
    m_state.holder = {};
    m_state.reservation.reset();
  }

  void operator()(const ExaminationStarted&) const { m_state.status = Status::Examining; }

  void operator()(const WaitStarted& wait) const {
    m_state.waits.push_back(Wait{wait.reason, wait.from, std::nullopt, wait.note});
  }

  void operator()(const WaitEnded& ended) const {
    for (auto& wait : m_state.waits)
      if (wait.reason == ended.reason && !wait.to) wait.to = ended.to;
  }

  void operator()(const ApplicantEdited& edited) const {
    json::value applicant = codec::toValue(m_state.applicant);
    correct(applicant, edited.edits, "/applicant");
    if (auto read = codec::read<Applicant>(applicant)) m_state.applicant = std::move(*read);
  }

  void operator()(const FormEdited& edited) const { correct(m_state.form, edited.edits, "/form"); }

  void operator()(const MovedToVersion& moved) const {
    if (!m_state.arrivedVersion) m_state.arrivedVersion = m_state.procedureVersion;
    m_state.procedureVersion = moved.to;
    correct(m_state.form, moved.edits, "/form");
  }

  void operator()(const CriterionSet& set) const {
    CriterionFinding& found = m_state.findings[set.criterion];
    std::vector<EvidenceMark> marks = std::move(found.marks);
    found = {};
    if (!set.finding.empty())
      found = {set.finding, set.fact, set.article, set.note, m_event.actor, m_event.at};
    found.marks = std::move(marks);
    forgetIfOpen(set.criterion);
  }

  void operator()(const EvidenceMarked& marked) const {
    std::vector<EvidenceMark>& marks = m_state.findings[marked.criterion].marks;
    for (const auto& removed : marked.removed)
      std::erase_if(marks, [&](const EvidenceMark& mark) { return isSameMark(mark, removed); });
    for (EvidenceMark mark : marked.added) {
      mark.by = m_event.actor;
      mark.at = m_event.at;
      marks.insert(std::upper_bound(marks.begin(), marks.end(), mark, isBefore), std::move(mark));
    }
    forgetIfOpen(marked.criterion);
  }

  void operator()(const DocumentAttached& attached) const {
    // Attaching again what was taken off is how a removal is undone.
    if (CaseDocument* known = documentOf(m_state, attached.document.id)) {
      known->detached = false;
      return;
    }
    m_state.documents.push_back(attached.document);
    m_state.documents.back().attachedBy = m_event.actor;
    m_state.documents.back().attachedAt = m_event.at;
  }

  void operator()(const DocumentDetached& detached) const {
    if (CaseDocument* document = documentOf(m_state, detached.document)) document->detached = true;
  }

  void operator()(const DocumentVerified& verified) const {
    CaseDocument* document = documentOf(m_state, verified.document);
    if (document == nullptr) return;
    document->verifiedBy = verified.verified ? m_event.actor : UserId{};
    document->verifyNote = verified.note;
  }

  void operator()(const NoteAdded& note) const {
    m_state.notes.push_back(Note{note.text, m_event.actor, m_event.at});
  }

  void operator()(const CaseLabelled& labelled) const {
    for (const auto& label : labelled.removed)
      removeLabel(m_state.labels, label);
    for (const auto& label : labelled.added)
      addLabel(m_state.labels, label);
  }

  void operator()(const CorrectionRequested& requested) const {
    m_state.status = Status::AwaitingCorrection;
    m_state.rounds.push_back(
        CorrectionRound{requested.items, requested.sentOn, requested.dueOn, std::nullopt, {}});
  }

  void operator()(const CorrectionRecorded& recorded) const {
    m_state.status = Status::Examining;
    if (m_state.rounds.empty()) return;
    m_state.rounds.back().answeredOn = recorded.answeredOn;
    m_state.rounds.back().answer = recorded.answer;
    m_state.rounds.back().replies = recorded.replies;
  }

  void operator()(const DelayExplained& delay) const {
    m_state.delays.push_back(DelayNote{delay.reason, delay.outlook, m_event.actor, m_event.at});
  }

  void operator()(const DecisionDrafted& drafted) const {
    m_state.draft = drafted.draft;
    m_state.draft->author = m_event.actor;
    m_state.draft->at = m_event.at;
    m_state.draftVersions = drafted.draft.version;
    m_state.status = Status::Examining;
    m_state.route.clear();
  }

  void operator()(const DraftDiscarded&) const { m_state.draft.reset(); }
  void operator()(const ConsentsVoided&) const { m_state.route.clear(); }

  void operator()(const SubmittedForApproval& submitted) const {
    m_state.status = Status::InApproval;
    m_state.route = submitted.route;
    m_state.returnReason.clear();
  }

  void operator()(const StageApproved& approved) const {
    for (auto& stage : m_state.route) {
      if (stage.id != approved.stage) continue;
      stage.by = m_event.actor;
      stage.at = m_event.at;
      stage.comment = approved.comment;
      stage.forAbsent = !approved.forAbsent.empty();
      if (stage.forAbsent)
        m_state.afterViews.push_back(AfterViewDue{stage.role, approved.forAbsent, m_event.actor});
    }
  }

  void operator()(const ViewedAfterwards&) const {
    std::erase_if(m_state.afterViews, [&](const AfterViewDue& due) { return due.actedFor == m_event.actor; });
  }

  void operator()(const CaseDecided& decided) const {
    m_state.status = Status::Decided;
    m_state.decision = CaseDecision{decided.outcome, decided.decidedOn, decided.documentNumber,
                                    decided.draftVersion, m_event.actor};
  }

  void operator()(const ReturnedForRevision& returned) const {
    m_state.status = Status::Examining;
    m_state.route.clear();
    m_state.returnReason = returned.reason;
  }

  void operator()(const DraftRecalled&) const {
    m_state.status = Status::Examining;
    m_state.route.clear();
  }

  void operator()(const NoticeIssued& issued) const {
    m_state.status = Status::Notified;
    m_state.notice = CaseNotice{issued.issuedOn, issued.channel, issued.pdf, m_event.actor};
  }

  void operator()(const CaseClosed& closed) const {
    m_state.status = Status::Closed;
    m_state.closedOn = closed.closedOn;
  }

  void operator()(const CaseWithdrawn& withdrawn) const {
    m_state.status = Status::Withdrawn;
    m_state.withdrawnOn = withdrawn.withdrawnOn;
    m_state.route.clear();
  }

  void operator()(const AppealRecorded& recorded) const {
    for (auto& appeal : m_state.appeals) {
      if (appeal.kind != recorded.appeal.kind || appeal.filedOn != recorded.appeal.filedOn) continue;
      appeal = recorded.appeal;
      return;
    }
    m_state.appeals.push_back(recorded.appeal);
  }

  void operator()(const RetentionHoldSet& hold) const {
    m_state.retentionHold = hold.held;
    m_state.destructionApprovals.clear();
  }

  void operator()(const DestructionApproved&) const { m_state.destructionApprovals.push_back(m_event.actor); }

  void operator()(const CaseDestroyed& destroyed) const { m_state = destroyed.stub; }

  void operator()(const StepImported& step) const {
    m_state.status = step.statusAfter;
    if (!step.holder.empty()) m_state.holder = step.holder;
    if (step.statusAfter == Status::Closed) m_state.closedOn = dayInJapan(m_event.at);
  }

private:
  /// An open criterion without marks has no entry.
  void forgetIfOpen(const CriterionId& criterion) const {
    const auto found = m_state.findings.find(criterion);
    if (found->second.finding.empty() && found->second.marks.empty()) m_state.findings.erase(found);
  }

  void correct(json::value& document, const std::vector<FieldEdit>& edits, const std::string& root) const {
    for (const auto& edit : edits) {
      if (!setValueAt(document, edit.pointer, edit.after)) continue;
      // The applicant's own value is the first one; putting it back ends the correction.
      auto [entry, isFirst] = m_state.corrected.try_emplace(root + edit.pointer);
      if (isFirst) entry->second.original = edit.before;
      entry->second.by = m_event.actor;
      entry->second.at = m_event.at;
      if (entry->second.original == edit.after) m_state.corrected.erase(entry);
    }
  }

  CaseState& m_state;
  const Event& m_event;
};

} // namespace

void apply(CaseState& state, const Event& event) {
  std::visit(Folder(state, event), event.body);
}

tl::expected<std::size_t, Refusal> execute(CaseRecord& record, const Command& command,
                                           const Context& context) {
  const bool isNew = record.timeline.empty();
  auto decided = decide(isNew ? nullptr : &record.state, command, context);
  if (!decided) return tl::unexpected(std::move(decided.error()));
  if (decided->empty()) return 0;
  MADOGUCHI_CHECK(seenByMover(record, command, *decided));
  if (isNew) record.state.id = command.caseId;
  for (auto& body : *decided) {
    Event event;
    event.command = command.id;
    event.actor = command.actor;
    event.at = context.now;
    event.body = std::move(body);
    apply(record.state, event);
    if (std::holds_alternative<CaseDestroyed>(event.body)) record.timeline.clear();
    record.timeline.push_back(std::move(event));
  }
  ++record.state.version;
  return decided->size();
}

CaseState replay(const CaseId& id, const std::vector<Event>& timeline) {
  CaseState state;
  state.id = id;
  const CommandId* last = nullptr;
  for (const auto& event : timeline) {
    apply(state, event);
    if (last == nullptr || *last != event.command) ++state.version;
    last = &event.command;
  }
  return state;
}

std::vector<const RouteStage*> openStages(const CaseState& state) {
  std::vector<const RouteStage*> open;
  if (state.status != Status::InApproval) return open;
  for (const auto& stage : state.route) {
    if (!stage.by.empty()) continue;
    if (!open.empty() && open.front()->group != stage.group) break;
    open.push_back(&stage);
  }
  return open;
}

bool maySee(const Actor& actor, const CaseState& state, const OfficeTree& offices) {
  for (const Role role : {Role::Clerk, Role::Supervisor, Role::Approver, Role::Auditor})
    if (hasRole(actor, role, offices, state.office, state.procedure,
                state.visibility == Visibility::Protected))
      return true;
  return false;
}

} // namespace madoguchi::core
