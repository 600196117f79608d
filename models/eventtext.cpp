// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/eventtext.h"

#include "models/datetext.h"
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
    return {Say::tr("Transferred from %1 to %2")
                .arg(officeName(references, e.from), officeName(references, e.to)),
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
  EventText operator()(const core::CriterionSet& e) const {
    return {Say::tr("%1: %2").arg(criterionTitle(procedure, e.criterion),
                                  findingTitle(procedure, e.criterion, e.finding)),
            lines(e.fact) + lines(e.article) + lines(e.note)};
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
  EventText operator()(const core::CorrectionRequested& e) const {
    QStringList items;
    for (const core::CorrectionItem& item : e.items)
      items << qtext(item.text);
    return {Say::tr("Correction asked for"), items << Say::tr("Due on %1").arg(longDay(e.dueOn))};
  }
  EventText operator()(const core::CorrectionRecorded& e) const {
    return {Say::tr("Correction answered"),
            QStringList(Say::tr("on %1").arg(longDay(e.answeredOn))) + lines(e.answer)};
  }
  EventText operator()(const core::DelayExplained& e) const {
    return {Say::tr("Delay explained"), lines(e.reason) << Say::tr("Outlook: %1").arg(longDay(e.outlook))};
  }
  EventText operator()(const core::DecisionDrafted& e) const {
    QStringList details(label(e.draft.outcome));
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
                    const core::Procedure* procedure) {
  return std::visit(Teller{references, procedure}, body);
}

} // namespace madoguchi::models
