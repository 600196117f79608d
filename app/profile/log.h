// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <string>
#include <string_view>

namespace madoguchi::app {

/// Starts the log: rotating files in `folder` (5 MB each, 8 of them) through Boost.Log. Lines hold time,
/// level, an event's name, ids and codes; never personal data, tokens, or what a user typed. Call once,
/// before other threads. Errors: FileUnreadable.
[[nodiscard]] core::Result<void> startLog(const std::string& folder);

/// From any thread; before startLog they go to the standard error. `event` is a name ("request", "signedIn").
void logInfo(std::string_view event, std::string_view text);
void logWarning(std::string_view event, std::string_view text);

} // namespace madoguchi::app
