// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"

#include <optional>
#include <string>

namespace madoguchi::core {

/// What the metaschemas of draft-04 and draft-07 would not let pass: "#/properties/age/type: no type is
/// called
/// \"text\"". Nothing where the schema is well made. Words that neither draft knows are free.
[[nodiscard]] std::optional<std::string> schemaProblem(const json::value& schema);

} // namespace madoguchi::core
