// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/procedures/procedure.h"

#include <string>
#include <vector>

namespace madoguchi::tests {

/// A form that nobody in this project wrote, and what was filled in.
struct OutsideForm {
  std::string name;          ///< "21-2680-schema.json"
  core::Procedure procedure; ///< without a layout
  struct Example {
    std::string name;
    core::json::value value;
    bool valid = true; ///< as another validator (Python's jsonschema 4.26) says
  };
  std::vector<Example> examples;
};

/// The benefit forms of forms/vets and the planning forms of forms/odp; none where outside data is absent.
[[nodiscard]] std::vector<OutsideForm> outsideForms();

/// A procedure with this form and nothing else.
[[nodiscard]] core::Procedure bareProcedure(core::json::value form);

} // namespace madoguchi::tests
