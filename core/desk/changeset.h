// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"

#include <cstdint>
#include <vector>

namespace madoguchi::core {

/// What a transaction on the cache did to the cases in it: what models repaint.
struct ChangeSet {
  std::vector<std::int64_t> added; ///< row keys
  std::vector<std::int64_t> changed;
  std::vector<std::int64_t> removed;
  std::vector<CaseId> cases;      ///< ids of all of the above, in no order
  bool everything = false;        ///< too many to name (bulk load, purge): read again
  bool outboxChanged = false;     ///< entries came, went or got another status
  bool referencesChanged = false; ///< procedures, offices, users or holidays

  [[nodiscard]] bool empty() const {
    return added.empty() && changed.empty() && removed.empty() && !everything && !outboxChanged &&
           !referencesChanged;
  }
};

} // namespace madoguchi::core
