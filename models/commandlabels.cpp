// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/commandlabels.h"

#include "models/text.h"

#include <QCoreApplication>

#include <array>
#include <utility>

namespace madoguchi::models {

namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(CommandLabels)
};

// In the order of core::CommandBody, which a test holds it to.
constexpr std::array<std::pair<std::string_view, const char*>, 38> kLabels{{
    {"ReceiveOnline", QT_TRANSLATE_NOOP("CommandLabels", "Application received online")},
    {"ReceiveOnPaper", QT_TRANSLATE_NOOP("CommandLabels", "Receive on paper")},
    {"CheckReceiptDay", QT_TRANSLATE_NOOP("CommandLabels", "Confirm the day of receipt")},
    {"CorrectReceiptDay", QT_TRANSLATE_NOOP("CommandLabels", "Correct the day of receipt")},
    {"RegisterCase", QT_TRANSLATE_NOOP("CommandLabels", "Register")},
    {"AssignCase", QT_TRANSLATE_NOOP("CommandLabels", "Assign")},
    {"ReleaseCase", QT_TRANSLATE_NOOP("CommandLabels", "Release")},
    {"ReserveCase", QT_TRANSLATE_NOOP("CommandLabels", "Reserve")},
    {"TransferCase", QT_TRANSLATE_NOOP("CommandLabels", "Transfer")},
    {"StartWait", QT_TRANSLATE_NOOP("CommandLabels", "Stop the clock")},
    {"EndWait", QT_TRANSLATE_NOOP("CommandLabels", "Let the clock go on")},
    {"EditApplicant", QT_TRANSLATE_NOOP("CommandLabels", "Edit the applicant")},
    {"EditForm", QT_TRANSLATE_NOOP("CommandLabels", "Edit the form")},
    {"MoveToVersion", QT_TRANSLATE_NOOP("CommandLabels", "Move to a newer version of the form")},
    {"SetCriterion", QT_TRANSLATE_NOOP("CommandLabels", "Set a finding")},
    {"MarkEvidence", QT_TRANSLATE_NOOP("CommandLabels", "Mark evidence")},
    {"AttachDocument", QT_TRANSLATE_NOOP("CommandLabels", "Attach a document")},
    {"DetachDocument", QT_TRANSLATE_NOOP("CommandLabels", "Take a document off")},
    {"VerifyDocument", QT_TRANSLATE_NOOP("CommandLabels", "Verify a document")},
    {"AddNote", QT_TRANSLATE_NOOP("CommandLabels", "Add a note")},
    {"LabelCase", QT_TRANSLATE_NOOP("CommandLabels", "Label")},
    {"RequestCorrection", QT_TRANSLATE_NOOP("CommandLabels", "Ask for correction")},
    {"RecordCorrection", QT_TRANSLATE_NOOP("CommandLabels", "Record the answer")},
    {"ExplainDelay", QT_TRANSLATE_NOOP("CommandLabels", "Explain the delay")},
    {"DraftDecision", QT_TRANSLATE_NOOP("CommandLabels", "Draft the decision")},
    {"DiscardDraft", QT_TRANSLATE_NOOP("CommandLabels", "Discard the draft")},
    {"SubmitForApproval", QT_TRANSLATE_NOOP("CommandLabels", "Submit for approval")},
    {"Approve", QT_TRANSLATE_NOOP("CommandLabels", "Approve")},
    {"ApproveForAbsent", QT_TRANSLATE_NOOP("CommandLabels", "Approve for an absent colleague")},
    {"AfterView", QT_TRANSLATE_NOOP("CommandLabels", "Confirm as seen afterwards")},
    {"ReturnForRevision", QT_TRANSLATE_NOOP("CommandLabels", "Return for revision")},
    {"RecallDraft", QT_TRANSLATE_NOOP("CommandLabels", "Recall the draft")},
    {"IssueNotice", QT_TRANSLATE_NOOP("CommandLabels", "Issue the notice")},
    {"CloseCase", QT_TRANSLATE_NOOP("CommandLabels", "Close")},
    {"WithdrawCase", QT_TRANSLATE_NOOP("CommandLabels", "Record the withdrawal")},
    {"RecordAppeal", QT_TRANSLATE_NOOP("CommandLabels", "Record an appeal")},
    {"SetRetentionHold", QT_TRANSLATE_NOOP("CommandLabels", "Hold the record")},
    {"ApproveDestruction", QT_TRANSLATE_NOOP("CommandLabels", "Agree to destruction")},
}};

} // namespace

QString commandLabel(const core::CommandBody& body) {
  return commandLabel(core::kindOf(body));
}

QString commandLabel(std::string_view kind) {
  for (const auto& [name, text] : kLabels)
    if (name == kind) return Say::tr(text);
  return qtext(kind);
}

} // namespace madoguchi::models
