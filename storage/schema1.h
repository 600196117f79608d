// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace madoguchi::storage {

/// The statements of the first schema.
[[nodiscard]] std::vector<const char*> schema1();

} // namespace madoguchi::storage
