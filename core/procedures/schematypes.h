// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"

#include <valijson/constraints/concrete_constraints.hpp>

/// The types of JSON Schema, as valijson names them. Private to formchecker.h.
namespace madoguchi::core {

[[nodiscard]] inline const char* schemaTypeName(valijson::constraints::TypeConstraint::JsonType type) {
  switch (type) {
  case valijson::constraints::TypeConstraint::kAny:
    return "any";
  case valijson::constraints::TypeConstraint::kArray:
    return "array";
  case valijson::constraints::TypeConstraint::kBoolean:
    return "boolean";
  case valijson::constraints::TypeConstraint::kInteger:
    return "integer";
  case valijson::constraints::TypeConstraint::kNull:
    return "null";
  case valijson::constraints::TypeConstraint::kNumber:
    return "number";
  case valijson::constraints::TypeConstraint::kObject:
    return "object";
  case valijson::constraints::TypeConstraint::kString:
    return "string";
  }
  return "any";
}

[[nodiscard]] inline bool isOfSchemaType(const json::value& value,
                                         valijson::constraints::TypeConstraint::JsonType type) {
  switch (type) {
  case valijson::constraints::TypeConstraint::kAny:
    return true;
  case valijson::constraints::TypeConstraint::kArray:
    return value.is_array();
  case valijson::constraints::TypeConstraint::kBoolean:
    return value.is_bool();
  case valijson::constraints::TypeConstraint::kInteger:
    return value.is_int64() || value.is_uint64();
  case valijson::constraints::TypeConstraint::kNull:
    return value.is_null();
  case valijson::constraints::TypeConstraint::kNumber:
    return value.is_number();
  case valijson::constraints::TypeConstraint::kObject:
    return value.is_object();
  case valijson::constraints::TypeConstraint::kString:
    return value.is_string();
  }
  return false;
}

} // namespace madoguchi::core
