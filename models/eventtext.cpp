// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/eventtext.h"

#include "models/correctionreplies.h"
#include "models/datetext.h"
#include "models/evidence.h"
#include "models/labels.h"
#include "models/names.h"
#include "models/text.h"
#include "models/valuetext.h"

#include <QCoreApplication>

namespace madoguchi::models {

namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(EventText)
};

/// One overload an event; a new event does not compile until it has words.
struct Teller {
  const References& references;
  const core::Procedure* procedure;
  const core::CaseState* before;

  QString who(const core::UserId& id) const { return personName(references, id); }
  static QStringList lines(const std::string& text) {
    return text.empty() ? QStringList() : QStringList(qtext(text));
  }
  QStringList edits(const std::vector<core::FieldEdit>& edits) const {
    QStringList lines;
    for (const core::FieldEdit& edit : edits)
      lines << Say::tr("%1: %2 → %3")
                   .arg(fieldTitle(procedure, edit.pointer), valueText(procedure, edit.pointer, edit.before),
                        valueText(procedure, edit.pointer, edit.after));
    return lines;
  }

  const std::vector<core::CaseDocument>& documents() const {
    static const std::vector<core::CaseDocument> none;
    return before == nullptr ? none : before->documents;
  }

  /// Of a criterion that had a finding already.
  QStringList changes(const core::CriterionSet& e) const {
    if (before == nullptr) return lines(e.fact);
    const auto was = before->findings.find(e.criterion);
    if (was == before->findings.end()) return lines(e.fact);
    QStringList out;
    if (was->second.finding != e.finding)
      out << Say::tr("Finding: %1 → %2")
                 .arg(findingTitle(procedure, e.criterion, was->second.finding),
                      findingTitle(procedure, e.criterion, e.finding));
    if (was->second.fact != e.fact && !was->second.fact.empty())
      out << Say::tr("Fact: %1 → %2").arg(qtext(was->second.fact), qtext(e.fact));
    else
      out += lines(e.fact);
    return out;
  }

  EventText operator()(const core::CaseArrived& e) const {
    EventText text{
        Say::tr("Arrived"),
        {Say::tr("How: %1").arg(label(e.channel)), Say::tr("Day of arrival: %1").arg(longDay(e.arrivedOn))}};
    if (!e.receivedBy.empty()) text.details << Say::tr("Received by %1").arg(who(e.receivedBy));
    return text;
  }
  EventText operator()(const core::ReceiptDayChecked&) const {
    return {Say::tr("Day of receipt confirmed by a second person"), {}};
  }
  EventText operator()(const core::ReceiptDayCorrected& e) const {
    return {Say::tr("Day of receipt corrected"),
            QStringList(Say::tr("%1 → %2").arg(longDay(e.before), longDay(e.after))) + lines(e.reason)};
  }
  EventText operator()(const core::CaseRegistered& e) const {
    return {Say::tr("Registered"), lines(e.number)};
  }
  EventText operator()(const core::CaseAssigned& e) const {
    return {Say::tr("Assigned to %1").arg(who(e.to)),
            e.from.empty() ? QStringList() : QStringList(Say::tr("before: %1").arg(who(e.from)))};
  }
  EventText operator()(const core::CaseReleased& e) const {
    return {Say::tr("Released by %1").arg(who(e.from)), {}};
  }
  EventText operator()(const core::CaseReserved& e) const {
    if (!e.until) return {Say::tr("Reservation ended"), {}};
    return {Say::tr("Reserved until %1").arg(longDay(*e.until)), {}};
  }
  EventText operator()(const core::CaseTransferred& e) const {
    // The offices are particulars: they tell the place of filing, which is hidden of the protected.
    return {
        Say::tr("Transferred to another office"),
        QStringList(Say::tr("%1 → %2").arg(officeName(references, e.from), officeName(references, e.to))) +
            lines(e.reason)};
  }
  EventText operator()(const core::ExaminationStarted&) const { return {Say::tr("Examination began"), {}}; }
  EventText operator()(const core::WaitStarted& e) const {
    return {Say::tr("Clock stopped: %1").arg(label(e.reason)),
            QStringList(Say::tr("from %1").arg(longDay(e.from))) + lines(e.note)};
  }
  EventText operator()(const core::WaitEnded& e) const {
    return {Say::tr("Clock goes on: %1").arg(label(e.reason)), {Say::tr("until %1").arg(longDay(e.to))}};
  }
  EventText operator()(const core::ApplicantEdited& e) const {
    QStringList changed;
    for (const core::FieldEdit& edit : e.edits)
      changed << Say::tr("%1: %2 → %3")
                     .arg(fieldTitle(procedure, "/applicant" + edit.pointer), valueText(edit.before),
                          valueText(edit.after));
    return {Say::tr("Applicant edited"), changed};
  }
  EventText operator()(const core::FormEdited& e) const { return {Say::tr("Form edited"), edits(e.edits)}; }
  EventText operator()(const core::MovedToVersion& e) const {
    return {Say::tr("Moved from version %1 of the form to version %2").arg(e.from).arg(e.to), edits(e.edits)};
  }
  EventText operator()(const core::CriterionSet& e) const {
    return {Say::tr("%1: %2").arg(criterionTitle(procedure, e.criterion),
                                  findingTitle(procedure, e.criterion, e.finding)),
            changes(e) + lines(e.article) + lines(e.note)};
  }
  EventText operator()(const core::EvidenceMarked& e) const {
    QStringList places;
    for (const core::EvidenceMark& mark : e.added)
      places << Say::tr("Marked: %1").arg(markText(documents(), mark));
    for (const core::EvidenceMark& mark : e.removed)
      places << Say::tr("Mark taken away: %1").arg(markText(documents(), mark));
    return {Say::tr("Evidence for %1").arg(criterionTitle(procedure, e.criterion)), places};
  }
  EventText operator()(const core::DocumentAttached& e) const {
    return {Say::tr("Document attached: %1").arg(qtext(e.document.name)),
            {documentKindTitle(procedure, e.document.kind)}};
  }
  EventText operator()(const core::DocumentDetached&) const { return {Say::tr("Document taken off"), {}}; }
  EventText operator()(const core::DocumentVerified& e) const {
    return {e.verified ? Say::tr("Document verified") : Say::tr("Verification taken back"), lines(e.note)};
  }
  EventText operator()(const core::NoteAdded& e) const { return {Say::tr("Note"), lines(e.text)}; }
  EventText operator()(const core::CaseLabelled& e) const {
    QStringList parts;
    for (const std::string& label : e.added)
      parts << Say::tr("Put on: %1").arg(qtext(label));
    for (const std::string& label : e.removed)
      parts << Say::tr("Taken off: %1").arg(qtext(label));
    return {Say::tr("Labels"), parts};
  }
  EventText operator()(const core::CorrectionRequested& e) const {
    QStringList items;
    for (const core::CorrectionItem& item : e.items)
      items << qtext(item.text);
    return {Say::tr("Correction asked for"), items << Say::tr("Due on %1").arg(longDay(e.dueOn))};
  }
  EventText operator()(const core::CorrectionRecorded& e) const {
    QStringList details(Say::tr("on %1").arg(longDay(e.answeredOn)));
    if (before != nullptr && !before->rounds.empty())
      details << replyLines(before->rounds.back().items, e.replies, before->documents);
    return {Say::tr("Correction answered"), details + lines(e.answer)};
  }
  EventText operator()(const core::DelayExplained& e) const {
    return {Say::tr("Delay explained"), lines(e.reason) << Say::tr("Outlook: %1").arg(longDay(e.outlook))};
  }
  EventText operator()(const core::DecisionDrafted& e) const {
    const bool other = before != nullptr && before->draft && before->draft->outcome != e.draft.outcome;
    QStringList details(
        other ? Say::tr("Outcome: %1 → %2").arg(label(before->draft->outcome), label(e.draft.outcome))
              : label(e.draft.outcome));
    if (e.draft.important) details << Say::tr("flagged as important");
    if (e.draft.unusual) details << Say::tr("flagged as unusual");
    for (const std::string& condition : e.draft.conditions)
      details << qtext(condition);
    for (const core::Reason& reason : e.draft.reasons)
      details << Say::tr("%1 (%2)").arg(qtext(reason.fact), qtext(reason.article));
    return {Say::tr("Decision drafted, version %1").arg(e.draft.version), details + lines(e.draft.remarks)};
  }
  EventText operator()(const core::DraftDiscarded& e) const {
    return {Say::tr("Draft discarded, version %1").arg(e.draftVersion), {}};
  }
  EventText operator()(const core::ConsentsVoided& e) const {
    QStringList names;
    for (const core::UserId& id : e.givenBy)
      names << who(id);
    return {Say::tr("Earlier consents no longer count"), names};
  }
  EventText operator()(const core::SubmittedForApproval& e) const {
    QStringList stages;
    for (const core::RouteStage& stage : e.route)
      stages << Say::tr("%1: %2").arg(stageKindLabel(stage.kind), rankLabel(stage.role));
    return {Say::tr("Submitted for approval, version %1").arg(e.draftVersion), stages};
  }
  EventText operator()(const core::StageApproved& e) const {
    QStringList details = lines(e.comment);
    if (!e.forAbsent.empty()) details << Say::tr("for %1, who was absent").arg(who(e.forAbsent));
    return {Say::tr("Approved, version %1").arg(e.draftVersion), details};
  }
  EventText operator()(const core::ViewedAfterwards& e) const {
    return {Say::tr("Seen afterwards by the decider"), lines(e.comment)};
  }
  EventText operator()(const core::CaseDecided& e) const {
    return {Say::tr("Decided: %1").arg(label(e.outcome)),
            QStringList(longDay(e.decidedOn)) + lines(e.documentNumber)};
  }
  EventText operator()(const core::ReturnedForRevision& e) const {
    return {Say::tr("Returned for revision"), lines(e.reason)};
  }
  EventText operator()(const core::DraftRecalled&) const { return {Say::tr("Draft recalled"), {}}; }
  EventText operator()(const core::NoticeIssued& e) const {
    return {Say::tr("Notice issued"), {longDay(e.issuedOn), Say::tr("How: %1").arg(label(e.channel))}};
  }
  EventText operator()(const core::CaseClosed& e) const { return {Say::tr("Closed"), {longDay(e.closedOn)}}; }
  EventText operator()(const core::CaseWithdrawn& e) const {
    return {Say::tr("Withdrawn by the applicant"), QStringList(longDay(e.withdrawnOn)) + lines(e.reason)};
  }
  EventText operator()(const core::AppealRecorded& e) const {
    return {e.appeal.closedOn ? Say::tr("Appeal closed") : Say::tr("Appeal recorded"),
            {appealLabel(e.appeal.kind), longDay(e.appeal.closedOn.value_or(e.appeal.filedOn))}};
  }
  EventText operator()(const core::RetentionHoldSet& e) const {
    return {e.held ? Say::tr("Record held") : Say::tr("Hold ended"), lines(e.reason)};
  }
  EventText operator()(const core::DestructionApproved&) const {
    return {Say::tr("Destruction agreed to"), {}};
  }
  EventText operator()(const core::CaseDestroyed&) const { return {Say::tr("Destroyed"), {}}; }
  EventText operator()(const core::StepImported& e) const {
    return {qtext(e.label), {officeName(references, e.office), label(e.statusAfter)}};
  }
};

} // namespace

EventText eventText(const core::EventBody& body, const References& references,
                    const core::Procedure* procedure, const core::CaseState* before) {
  return std::visit(Teller{references, procedure, before}, body);
}

namespace {

/// One overload a group; a new event belongs to the record until somebody says otherwise.
struct Grouper {
  EventGroup operator()(const core::CaseArrived&) const { return EventGroup::Application; }
  EventGroup operator()(const core::ReceiptDayChecked&) const { return EventGroup::Application; }
  EventGroup operator()(const core::ReceiptDayCorrected&) const { return EventGroup::Application; }
  EventGroup operator()(const core::ApplicantEdited&) const { return EventGroup::Application; }
  EventGroup operator()(const core::FormEdited&) const { return EventGroup::Application; }
  EventGroup operator()(const core::MovedToVersion&) const { return EventGroup::Application; }
  EventGroup operator()(const core::CaseWithdrawn&) const { return EventGroup::Application; }
  EventGroup operator()(const core::DocumentAttached&) const { return EventGroup::Documents; }
  EventGroup operator()(const core::DocumentDetached&) const { return EventGroup::Documents; }
  EventGroup operator()(const core::DocumentVerified&) const { return EventGroup::Documents; }
  EventGroup operator()(const core::ExaminationStarted&) const { return EventGroup::Examination; }
  EventGroup operator()(const core::CriterionSet&) const { return EventGroup::Examination; }
  EventGroup operator()(const core::EvidenceMarked&) const { return EventGroup::Examination; }
  EventGroup operator()(const core::NoteAdded&) const { return EventGroup::Examination; }
  EventGroup operator()(const core::CaseLabelled&) const { return EventGroup::Holding; }
  EventGroup operator()(const core::DelayExplained&) const { return EventGroup::Examination; }
  EventGroup operator()(const core::CorrectionRequested&) const { return EventGroup::Correction; }
  EventGroup operator()(const core::CorrectionRecorded&) const { return EventGroup::Correction; }
  EventGroup operator()(const core::WaitStarted&) const { return EventGroup::Correction; }
  EventGroup operator()(const core::WaitEnded&) const { return EventGroup::Correction; }
  EventGroup operator()(const core::DecisionDrafted&) const { return EventGroup::Approval; }
  EventGroup operator()(const core::DraftDiscarded&) const { return EventGroup::Approval; }
  EventGroup operator()(const core::ConsentsVoided&) const { return EventGroup::Approval; }
  EventGroup operator()(const core::SubmittedForApproval&) const { return EventGroup::Approval; }
  EventGroup operator()(const core::StageApproved&) const { return EventGroup::Approval; }
  EventGroup operator()(const core::ViewedAfterwards&) const { return EventGroup::Approval; }
  EventGroup operator()(const core::ReturnedForRevision&) const { return EventGroup::Approval; }
  EventGroup operator()(const core::DraftRecalled&) const { return EventGroup::Approval; }
  EventGroup operator()(const core::CaseDecided&) const { return EventGroup::Outcome; }
  EventGroup operator()(const core::NoticeIssued&) const { return EventGroup::Outcome; }
  EventGroup operator()(const core::AppealRecorded&) const { return EventGroup::Outcome; }
  EventGroup operator()(const core::CaseRegistered&) const { return EventGroup::Holding; }
  EventGroup operator()(const core::CaseAssigned&) const { return EventGroup::Holding; }
  EventGroup operator()(const core::CaseReleased&) const { return EventGroup::Holding; }
  EventGroup operator()(const core::CaseReserved&) const { return EventGroup::Holding; }
  EventGroup operator()(const core::CaseTransferred&) const { return EventGroup::Holding; }
  template <class Other>
  EventGroup operator()(const Other&) const {
    return EventGroup::Record;
  }
};

} // namespace

EventGroup groupOf(const core::EventBody& body) {
  return std::visit(Grouper{}, body);
}

QString label(EventGroup group) {
  switch (group) {
  case EventGroup::Application:
    return Say::tr("Application and applicant");
  case EventGroup::Documents:
    return Say::tr("Documents");
  case EventGroup::Examination:
    return Say::tr("Examination and notes");
  case EventGroup::Correction:
    return Say::tr("Corrections and stops of the clock");
  case EventGroup::Approval:
    return Say::tr("Draft and approval");
  case EventGroup::Outcome:
    return Say::tr("Decision, notice and appeal");
  case EventGroup::Holding:
    return Say::tr("Who holds the case");
  case EventGroup::Record:
    return Say::tr("Record");
  }
  return {};
}

} // namespace madoguchi::models
