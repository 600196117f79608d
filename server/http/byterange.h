// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/message.h"

#include <string>

namespace madoguchi::server {

/// Decimal digits and nothing else; none where they are too many.
[[nodiscard]] std::optional<std::uint64_t> numberFrom(std::string_view text);

/// Answers a request for a content that never changes, or for one part of it (RFC 9110, 14): 200, 206, or 416
/// where there is no such part. `whole` is all of it; `name` its hash.
[[nodiscard]] HttpResponse contentAnswer(const HttpRequest& request, FileRange whole,
                                         const std::string& name);

} // namespace madoguchi::server
