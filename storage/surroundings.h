// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calendar/holidays.h"
#include "core/cases/rules.h"
#include "core/procedures/formschema.h"
#include "storage/words.h"

#include <map>
#include <memory>
#include <optional>
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
  core::HolidayTable holidays;
  core::AbsenceBook absences;

  [[nodiscard]] const core::Procedure* procedure(const core::ProcedureId& id, int version) const;
  /// What the rules are told about a command on this state; a new case is known by its command. One thread
  /// at a time.
  [[nodiscard]] core::Context contextOf(const core::CaseState& state, const core::Command& command) const;

private:
  [[nodiscard]] const core::FormSchema* formOf(const core::Procedure& procedure) const;

  /// Forms that a rule has asked for, compiled; none where this version cannot compile it. Compiling all was
  /// most of opening a cache, and a session edits few of the procedures that its office knows.
  mutable std::map<std::pair<core::ProcedureId, int>, std::optional<core::FormSchema>> m_forms;
};

/// Reads them from a cache. A reference that this version cannot read is left out (its cases show no due
/// date); `known` lends procedures that are read already.
[[nodiscard]] Surroundings readSurroundings(Database& database, const Surroundings* known = nullptr);

/// The words by which lists sort people and procedures, from their names and titles.
void writeLabels(Words& words, const Surroundings& around);

} // namespace madoguchi::storage
