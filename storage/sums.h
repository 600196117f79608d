// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/workbench.h"

#include <vector>

namespace madoguchi::storage {

/// The scopes whose rows, digested again from their texts, do not add up to the sum that is kept: a row was
/// changed behind our back. Reads everything.
[[nodiscard]] std::vector<core::ScopeName> scopesThatDiffer(Workbench& bench);

} // namespace madoguchi::storage
