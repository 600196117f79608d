// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/casestate.h"
#include "models/ports/draftkeeper.h"
#include "models/ports/scantray.h"

#include <map>
#include <optional>
#include <string>

namespace madoguchi::models {

/// An application on paper that somebody is writing down and has not received yet.
struct IntakeDraft {
  core::ProcedureId procedure;
  core::OfficeId office;
  core::Channel channel = core::Channel::Counter;
  std::optional<core::Date> stampedOn;
  bool isProtected = false;
  std::string scan; ///< path of a file; not of one that waits in the tray
  core::Applicant applicant;
  core::json::value form;                   ///< what was written into any procedure's form
  std::map<std::string, std::string> typed; ///< and is no value yet, by pointer
  bool operator==(const IntakeDraft&) const = default;

  /// Nothing but choices, which are quickly made again.
  [[nodiscard]] bool isEmpty() const;
};

/// Each scan of the tray has a draft of its own, by its path, so that no paper comes under another one's
/// applicant; all else is one, with the path empty. Nothing where none is kept.
[[nodiscard]] std::optional<IntakeDraft> keptIntake(const DraftKeeper& drafts, const QString& scan);
/// Texts with a My Number are left out. An empty draft forgets what was kept.
void keepIntake(DraftKeeper& drafts, const QString& scan, const IntakeDraft& draft);
/// Forgets what was written of scans that are in the tray no more: they are in a case, or nobody's.
void forgetGoneScans(DraftKeeper& drafts, const ScanTray& tray);

} // namespace madoguchi::models
