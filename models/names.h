// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/cases/casestate.h"
#include "models/ports/referencesource.h"

#include <QString>

#include <string_view>

/// Names of what cases refer to by id; the id itself where it is not known here.
namespace madoguchi::models {

[[nodiscard]] QString personName(const References& references, const core::UserId& id);
[[nodiscard]] QString officeName(const References& references, const core::OfficeId& id);
[[nodiscard]] QString procedureTitle(const References& references, const core::ProcedureId& id, int version);
[[nodiscard]] QString criterionTitle(const core::Procedure* procedure, const core::CriterionId& id);
[[nodiscard]] QString findingTitle(const core::Procedure* procedure, const core::CriterionId& criterion,
                                   std::string_view finding);
[[nodiscard]] QString documentKindTitle(const core::Procedure* procedure, std::string_view kind);
/// The title of a field of the form ("/form/…" and bare pointers) or of the applicant ("/applicant/…").
[[nodiscard]] QString fieldTitle(const core::Procedure* procedure, std::string_view pointer);
/// One line: postal code, municipality, town, rest, building.
[[nodiscard]] QString addressLine(const core::Address& address);

} // namespace madoguchi::models
