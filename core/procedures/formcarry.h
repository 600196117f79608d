// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/procedures/formschema.h"
#include "core/procedures/procedure.h"

namespace madoguchi::core {

/// Of values written for whatever forms, those that this procedure's form has a place for, by the same
/// pointer, and that can stand there: a text where it asks for a number stays out, a text too long does not.
/// `schema`: of the form; null: only the places count.
[[nodiscard]] json::value fittingValues(const Procedure& to, const FormSchema* schema,
                                        const json::value& values);

/// `all` after somebody was given a part of it (fittingValues) and made `now` of that: what was written,
/// changed or emptied there holds, and what was not given stays as it was.
[[nodiscard]] json::value withChanges(const json::value& all, const json::value& given,
                                      const json::value& now);

} // namespace madoguchi::core
