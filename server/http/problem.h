// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "server/http/message.h"

#include <string>

namespace madoguchi::server {

/// The status of RFC 9110 for an error.
[[nodiscard]] int statusOf(core::ErrorCode code);
/// A refusal with a Problem as its body. What went wrong inside of the server stays in its log.
[[nodiscard]] HttpResponse problem(const core::Error& error, const std::string& requestId);

} // namespace madoguchi::server
