// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/cases/event.h"
#include "models/ports/referencesource.h"

#include <QString>
#include <QStringList>

namespace madoguchi::models {

/// An entry of the timeline in words: what happened, and the particulars, one a line.
struct EventText {
  QString title;
  QStringList details;
};

/// `before`: the case before the event, so that what was changed is told as old → new; may be null.
[[nodiscard]] EventText eventText(const core::EventBody& body, const References& references,
                                  const core::Procedure* procedure, const core::CaseState* before = nullptr);

/// What an entry of the timeline is about, to choose by.
enum class EventGroup { Application, Documents, Examination, Correction, Approval, Outcome, Holding, Record };
inline constexpr int kEventGroupCount = 8;
[[nodiscard]] EventGroup groupOf(const core::EventBody& body);
[[nodiscard]] QString label(EventGroup group);

} // namespace madoguchi::models
