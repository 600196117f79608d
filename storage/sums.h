// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/workbench.h"

#include <vector>

namespace madoguchi::storage {

/// The scopes whose rows, digested again from their texts, do not add up to the sum that is kept: a row was
/// changed behind our back. Reads everything.
[[nodiscard]] std::vector<core::ScopeName> scopesThatDiffer(Workbench& bench);

struct RowsChecked {
  std::int64_t last = 0; ///< key of the last row that was read
  bool more = false;
  std::vector<core::ScopeName> different; ///< with a row whose texts are not what its digest says
};
/// The same row by row, as far as `limit` rows behind the key `after`: for when others want to work
/// meanwhile.
[[nodiscard]] RowsChecked checkRows(Workbench& bench, std::int64_t after, std::size_t limit);

} // namespace madoguchi::storage
