// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/actor.h"
#include "core/cases/casestate.h"
#include "generate/random.h"

#include <map>
#include <string>
#include <vector>

namespace madoguchi::generate {

struct GeneratedStaff {
  core::Actor actor;
  std::string login; ///< the same for every seed: "food.clerk1"
  core::PersonName name;
  core::OfficeId office;
};

/// A fictitious bureau: its office tree (a bureau, two divisions, six sections, one for each procedure that
/// ships), 40 staff in all ranks and roles, and the account through which online applications arrive.
struct GeneratedBureau {
  std::vector<core::Office> offices; ///< parents before children
  std::vector<GeneratedStaff> staff;
  core::Actor intake;
  std::map<std::string, core::OfficeId> officeByKey; ///< "bureau", "food", "roads" …, as in the logins

  [[nodiscard]] const GeneratedStaff* find(const std::string& login) const;
  /// The section that handles the procedure ("food-business-permit"), or none.
  [[nodiscard]] core::OfficeId sectionFor(const core::ProcedureId& procedure) const;
};

/// Same seed, same bureau. The ids are UUIDv7 of 1 April 2024.
[[nodiscard]] GeneratedBureau makeBureau(std::uint64_t seed);

} // namespace madoguchi::generate
