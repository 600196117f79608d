// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/rules.h"

#include <random>
#include <string>
#include <vector>

namespace madoguchi::tests {

/// A small bureau in which cases live: offices, people of every role, one procedure with a two-stage route
/// and a substitute rule. Members may be changed before use.
class CaseWorld {
public:
  CaseWorld();

  core::OfficeTree offices;
  core::HolidayTable holidays;
  core::Procedure procedure;
  core::Procedure newer; ///< its version 2, whose form has no place for /seats
  std::vector<core::Actor> people;
  core::AbsenceBook absences;
  /// From today on.
  void sendAway(const std::string& id, int days = 7);
  core::Instant now;

  [[nodiscard]] const core::Actor& person(const std::string& id) const;
  [[nodiscard]] core::Context context(const core::Actor& actor, core::Side side = core::Side::Server) const;
  /// A command by somebody, with fresh id, at `now`.
  [[nodiscard]] core::Command command(const core::CaseRecord& record, const core::Actor& actor,
                                      core::CommandBody body);
  /// Executes on the server's side; the refusal's code, or nothing when it was applied.
  std::optional<core::ErrorCode> run(core::CaseRecord& record, const std::string& actor,
                                     core::CommandBody body);

  [[nodiscard]] core::CaseRecord arrived();
  /// Received at the counter by clerk1, three days ago.
  [[nodiscard]] core::CaseRecord onPaper();
  [[nodiscard]] core::CaseRecord registered();
  /// Held by clerk1.
  [[nodiscard]] core::CaseRecord taken();
  /// With all criteria met.
  [[nodiscard]] core::CaseRecord examined();
  [[nodiscard]] core::CaseRecord submitted();
  [[nodiscard]] core::CaseRecord decided();
  [[nodiscard]] core::CaseRecord closed();

  [[nodiscard]] std::string freshId();

private:
  std::uint64_t m_ids = 0;
};

/// Version 2 of a procedure that ships: without a field that not every application fills.
[[nodiscard]] core::Procedure nextVersion(const core::Procedure& shipped, std::string_view gone);

/// A plausible or implausible command that somebody might give on this state.
[[nodiscard]] core::CommandBody randomCommand(const core::CaseState& state, const CaseWorld& world,
                                              const core::Actor& actor, std::mt19937_64& random);

} // namespace madoguchi::tests
