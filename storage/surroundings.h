// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calendar/holidays.h"
#include "core/cases/rules.h"
#include "core/procedures/formschema.h"
#include "storage/words.h"

#include <map>
#include <memory>
#include <set>
#include <string>
#include <utility>

namespace madoguchi::storage {

/// What rules need beside the case, as the server's references say it. Procedures are shared, because they
/// outlive a change of the rest.
struct Surroundings {
  core::Actor me;
  core::OfficeTree offices;
  std::map<core::UserId, core::Person> people;
  std::map<std::pair<core::ProcedureId, int>, std::shared_ptr<const core::Procedure>> procedures;
  std::map<std::pair<core::ProcedureId, int>, core::FormSchema> forms; ///< compiled
  core::HolidayTable holidays;
  core::AbsenceBook absences;

  [[nodiscard]] const core::Procedure* procedure(const core::ProcedureId& id, int version) const;
  /// What the rules are told about a command on this state; a new case is known by its command.
  [[nodiscard]] core::Context contextOf(const core::CaseState& state, const core::Command& command) const;
};

/// Reads them from a cache. A reference that this version cannot read is left out (its cases show no due
/// date); `known` lends procedures that are read already, because compiling their forms takes long.
[[nodiscard]] Surroundings readSurroundings(Database& database, const Surroundings* known = nullptr);

/// The words by which lists sort people and procedures, from their names and titles.
void writeLabels(Words& words, const Surroundings& around);

} // namespace madoguchi::storage
