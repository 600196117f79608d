// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"

#include <string>
#include <string_view>
#include <vector>

/// The places of a form that has no layout, in the words of its schema.
namespace madoguchi::models {

/// A place that may hold a value, and its titles from the outside in: "Owner › Address › Town".
struct SchemaPath {
  std::string pointer; ///< "*" for the entries of a list
  std::string title;
};

/// All of them, each list before the fields of its entries, alternatives one after the other; at most a few
/// hundred, and a part that contains itself once.
[[nodiscard]] std::vector<SchemaPath> schemaPaths(const core::json::value& form);

/// The titles of one place; an entry of a list has its number ("Vehicles 2 › Plate"). Empty where the form
/// has no such place.
[[nodiscard]] std::string schemaPath(const core::json::value& form, std::string_view pointer);

} // namespace madoguchi::models
