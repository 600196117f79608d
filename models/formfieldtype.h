// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/procedures/formplaces.h"
#include "core/procedures/procedure.h"

namespace madoguchi::models {

/// How a field is edited.
enum class FieldType {
  Line,
  Text, ///< several lines
  Date,
  Moment, ///< day and time of day
  Number, ///< whole or with decimals
  Money,  ///< whole yen
  YesNo,
  Choice,  ///< one of few
  Choices, ///< several of few
  Table,   ///< a list of entries, each a value or with fields of its own
  Any,     ///< a value of whatever JSON type fits
};

/// From what the layout asks for, else from the schema. For places that hold a value; not for objects.
[[nodiscard]] FieldType fieldType(const core::Field& field, core::FormPlaces& places,
                                  const core::SchemaNode& node);

} // namespace madoguchi::models
