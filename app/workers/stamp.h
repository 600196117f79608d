// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calendar/date.h"

#include <string>

/// The clock and the randomness that the pure parts are given. From any thread.
namespace madoguchi::app {

[[nodiscard]] core::Instant systemNow();
/// A UUIDv7.
[[nodiscard]] std::string newId();
/// In [0, 1).
[[nodiscard]] double randomShare();

} // namespace madoguchi::app
