// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/casestate.h"
#include "models/ports/referencesource.h"

#include <QString>

#include <utility>
#include <vector>

namespace madoguchi::models {

/// A part of a case in words: its title, and its lines as label and value.
struct StatePart {
  QString title;
  std::vector<std::pair<QString, QString>> lines;
};

/// A whole case to be read, part by part; parts without a line are left out.
[[nodiscard]] std::vector<StatePart> stateText(const core::CaseState& state, const References& references);

} // namespace madoguchi::models
