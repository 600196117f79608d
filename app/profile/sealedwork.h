// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calendar/date.h"

#include <filesystem>
#include <vector>

/// What is left of a profile that was wiped, or whose key was lost: its unsent work, sealed to the server.
namespace madoguchi::app {

/// Removes all that lies in a user's folder, which nobody may have open. What was sealed there goes to
/// `lost/` in the folder; a revoked PC keeps no more than that.
void wipeProfile(const std::filesystem::path& folder, core::Instant now);

/// Sealed files that wait to be recovered, in the order in which the commands were given.
[[nodiscard]] std::vector<std::filesystem::path> sealedWork(const std::filesystem::path& folder);
/// The server has had it: an applied one goes, another is put aside in `refused/`.
void settleSealedWork(const std::filesystem::path& file, bool applied);

} // namespace madoguchi::app
