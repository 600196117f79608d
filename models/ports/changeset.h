// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/desk/caselistrow.h"

#include <vector>

namespace madoguchi::models {

/// What one committed transaction changed in the cache, as far as a reader has to know. Keys are those of
/// CaseListRow; both lists may name cases that the reader never asked for.
struct ChangeSet {
  std::vector<core::CaseKey> changed; ///< inserted or updated
  std::vector<core::CaseKey> removed;
  std::vector<core::CaseId> cases; ///< the ids of all of them, for whoever shows one in full
  bool everything = false;         ///< too much to name: ask for all again
};

} // namespace madoguchi::models
