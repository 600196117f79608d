// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/procedures/formschema.h"
#include "core/procedures/procedure.h"

#include <string>
#include <vector>

namespace madoguchi::core {

/// A field that differs between two versions of a procedure's form.
struct FormChange {
  enum class Kind { Added, Removed, Changed };
  Kind kind = Kind::Changed;
  std::string pointer; ///< with "*" for array items
  std::vector<std::string>
      words; ///< Changed: the keywords of the schema that differ, "required" and "title" too
  bool operator==(const FormChange&) const = default;
};

/// What a case would meet if it moved to another version of its form. A case keeps the version that it
/// arrived with (行政手続法: it is judged by what was asked of the applicant), unless somebody says
/// MoveToVersion; this is to see, and to decide, what that means.
struct FormMigration {
  std::vector<FormChange> changes;    ///< in the order of the new form, those that went at the end
  std::vector<std::string> homeless;  ///< filled places of this form for which the new version has none
  std::vector<FormError> newlyBroken; ///< what would be wrong that is right today, the homeless aside
};

/// A criterion that differs between two versions of a procedure.
struct CriterionChange {
  FormChange::Kind kind = FormChange::Kind::Changed;
  CriterionId id;
  bool operator==(const CriterionChange&) const = default;
};

/// In the order of the new version, those that went at the end.
[[nodiscard]] std::vector<CriterionChange> criterionChanges(const Procedure& from, const Procedure& to);

/// The filled places of a form for which a version of its procedure has none, as pointers.
[[nodiscard]] std::vector<std::string> homelessPlaces(const Procedure& to, const json::value& form);

/// The schemas are those of the procedures' forms, compiled.
[[nodiscard]] FormMigration formMigration(const Procedure& from, const FormSchema& fromSchema,
                                          const Procedure& to, const FormSchema& toSchema,
                                          const json::value& form);

} // namespace madoguchi::core
