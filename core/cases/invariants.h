// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/event.h"

#include <optional>
#include <string>

namespace madoguchi::core {

/// The first broken invariant of a case, in English, or nothing. Holds for every case that came about through
/// `decide`; the server's `verify` and the property tests ask it.
[[nodiscard]] std::optional<std::string> brokenInvariant(const CaseRecord& record);

/// What may never change from one state of a case to a later one: home office, a number once given, the
/// arrival of an online application, the decision, notes (they only grow).
[[nodiscard]] std::optional<std::string> brokenTransition(const CaseState& before, const CaseState& after);

} // namespace madoguchi::core
