// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/cases/command.h"
#include "core/sync/outbox.h"

#include <map>
#include <optional>
#include <string>

namespace madoguchi::models {

/// What a person chose for one field that both sides changed.
struct FieldChoice {
  enum class Kind { Mine, Theirs, Other };
  Kind kind = Kind::Theirs;
  core::json::value other; ///< with Other
};

/// The command that carries the choices out on top of what the server has: the user's own with the other
/// side's values as its base. None where nothing is left to be done (theirs was taken throughout).
/// Errors: Malformed where the entry's payload cannot be read.
[[nodiscard]] core::Result<std::optional<core::CommandBody>>
replacementFor(const core::OutboxEntry& entry, const std::map<std::string, FieldChoice>& byPointer);

} // namespace madoguchi::models
