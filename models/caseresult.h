// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QString>

namespace madoguchi::models {

/// Where a run over many cases stands.
enum class RunState { Idle, Running, Paused };

/// How one case of it fared.
enum class CaseResult : std::uint8_t {
  None, ///< no part of a run
  Waiting,
  Running,
  Done,
  Unchanged, ///< it was so already
  Refused,
  Left, ///< the run was stopped before
};

struct CaseOutcome {
  CaseResult result = CaseResult::None;
  core::ErrorCode code = core::ErrorCode::Internal; ///< of what was refused

  bool operator==(const CaseOutcome&) const = default;
};

/// In the user's language; empty for None.
[[nodiscard]] QString caseResultText(const CaseOutcome& outcome);

} // namespace madoguchi::models
