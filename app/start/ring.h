// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace madoguchi::app {

/// Says `what` and the token to the desk that runs for this profile. False: there is none, or it has just
/// made room, or is seen elsewhere, or does not answer within five seconds; then one is to be started.
[[nodiscard]] bool ring(const std::string& profile, const char* what, const std::string& token);

} // namespace madoguchi::app
