// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"

#include <string>
#include <vector>

namespace madoguchi::core {

/// One place of a form that holds a value: every leaf below `properties`, and each array itself. An array of
/// plain values (several choices) is one field; one of objects is followed by the fields of its items. A part
/// that contains itself by `$ref` is one field where it does.
struct FormField {
  std::string pointer;                  ///< with "*" for array items
  const json::object* schema = nullptr; ///< `$ref` followed; lives as long as the form
  bool required = false;                ///< by the `required` of its own object, conditions aside
};

/// The schema that a node means: itself, or what its local `$ref` ("#/definitions/…") points to. Null where
/// that leads nowhere.
[[nodiscard]] const json::object* followRef(const json::value& form, const json::value& node);

/// All fields in the order of the form. Errors: InvalidArgument with the place as JSON pointer into the
/// schema, a colon and the reason (no schema object, nested more than eight levels).
[[nodiscard]] Result<std::vector<FormField>> formFields(const json::value& form);

} // namespace madoguchi::core
