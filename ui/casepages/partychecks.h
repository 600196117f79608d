// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/fieldreader.h"

#include <optional>

namespace madoguchi::ui {

/// What is wrong with what stands in a field of the applicant ("/party/name/kana"), and what would be right:
/// kana in full width, a municipality by name or by a code whose check digit fits, a postal code of seven
/// digits. Nothing where all is well or the field is empty.
[[nodiscard]] std::optional<FieldProblem> partyProblem(const std::string& pointer, const QString& text);

} // namespace madoguchi::ui
