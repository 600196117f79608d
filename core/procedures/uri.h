// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <utility>

namespace madoguchi::core {

/// A URI reference as (what stands before "#", the percent-decoded fragment).
[[nodiscard]] std::pair<std::string, std::string> splitFragment(std::string_view reference);

/// A reference without fragment, resolved against an absolute base (RFC 3986, 5.2).
[[nodiscard]] std::string resolveUri(std::string_view base, std::string_view reference);

} // namespace madoguchi::core
