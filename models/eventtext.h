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

[[nodiscard]] EventText eventText(const core::EventBody& body, const References& references,
                                  const core::Procedure* procedure);

} // namespace madoguchi::models
