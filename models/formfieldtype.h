// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/procedures/formfields.h"
#include "core/procedures/procedure.h"

namespace madoguchi::models {

/// How a field is edited.
enum class FieldType {
  Line,
  Text, ///< several lines
  Date,
  Number, ///< whole or with decimals
  Money,  ///< whole yen
  YesNo,
  Choice,  ///< one of few
  Choices, ///< several of few
  Table,   ///< a list of entries, each with fields of its own
};

/// From what the layout asks for, else from the schema.
[[nodiscard]] FieldType fieldType(const core::Field& field, const core::json::object& schema);

} // namespace madoguchi::models
