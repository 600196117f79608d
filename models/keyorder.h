// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ports/casesource.h"

#include <vector>

namespace madoguchi::models {

using Keys = std::vector<CaseKey>;

/// Whether two lists of keys differ in the touched keys alone: then the new order can be reached by moving,
/// inserting and removing just these. `touched` is sorted.
[[nodiscard]] bool differOnlyIn(const Keys& before, const Keys& after, const Keys& touched);

} // namespace madoguchi::models
