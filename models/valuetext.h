// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/procedures/procedure.h"

#include <QString>

#include <string_view>

namespace madoguchi::models {

/// A value of a form as people read it: labels for choices, eras for days, units, "（空）" for nothing.
/// `pointer` may begin with "/form".
[[nodiscard]] QString valueText(const core::Procedure* procedure, std::string_view pointer,
                                const core::json::value& value);
/// The same of a value that no form describes.
[[nodiscard]] QString valueText(const core::json::value& value);

} // namespace madoguchi::models
