// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <string>
#include <string_view>

namespace madoguchi::core {

/// A postal code in the form 123-4567, from 〒123-4567, １２３－４５６７, 1234567 and the like: digits of
/// either width, any hyphen, spaces around. Errors: InvalidArgument.
[[nodiscard]] Result<std::string> normalisePostalCode(std::string_view text);

} // namespace madoguchi::core
