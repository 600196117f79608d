// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/opencase.h"

#include <QKeySequence>
#include <QString>

#include <optional>
#include <vector>

namespace madoguchi::models {

/// What can be done to a case, in the order of the action bar.
enum class CaseAction {
  Take,
  Examine,
  AskCorrection,
  RecordAnswer,
  Draft,
  Submit,
  Approve,
  Return,
  Recall,
  IssueNotice,
  Close,
  CheckReceiptDay,
  ExplainDelay,
  StopClock,
  ResumeClock,
  Release,
  Transfer,
  Withdraw,
  DiscardDraft,
  AfterView,
  ApproveForAbsent,
  Reserve,
  EndReservation,
  CorrectReceiptDay,
  RecordAppeal,
  CloseAppeal,
  HoldRecord,
  LiftHold,
  AgreeDestruction,
  Label,
};
inline constexpr int kCaseActionCount = 30;

[[nodiscard]] QString label(CaseAction action);
/// The stable name, for settings and object names ("take").
[[nodiscard]] QString nameOf(CaseAction action);
[[nodiscard]] QKeySequence defaultKey(CaseAction action);
/// Whether the bar shows it always, or only where it is possible (the rest stands in the menu).
[[nodiscard]] bool isMain(CaseAction action);

/// The commands of an action that needs nothing more from the user; of the others, a trial that the rules
/// can judge. Empty where the action is no command (Examine) or has no meaning for this case.
[[nodiscard]] std::vector<core::CommandBody> commandsOf(CaseAction action, const OpenCase& opened);

/// Why nothing can be done here to a case that another place has (OpenCase::isElsewhere).
[[nodiscard]] QString elsewhereText();

/// Why the action is impossible now, in the user's language; none where it is possible.
[[nodiscard]] std::optional<QString> whyNot(CaseAction action, const OpenCase& opened);

/// Whether the user may edit the form, or the applicant's particulars, now.
[[nodiscard]] bool mayEditForm(const OpenCase& opened);
[[nodiscard]] bool mayEditApplicant(const OpenCase& opened);

} // namespace madoguchi::models
