// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calendar/holidays.h"
#include "core/cases/caseclock.h"
#include "core/cases/rules.h"
#include "generate/bureau.h"
#include "generate/people.h"
#include "generate/random.h"
#include "generate/specimen.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace madoguchi::generate {

/// Gives the numbers that the server would give; called once for each number used.
struct Numbering {
  std::function<std::string(const core::Office&, const core::Procedure&, core::Date)> caseNumber;
  std::function<std::string(const core::Office&, const core::Procedure&, core::Date)> documentNumber;
};

/// What all generated cases share; outlives the walks.
struct CaseWorld {
  const GeneratedBureau& bureau;
  core::OfficeTree offices;
  const core::HolidayTable& holidays;
  const Specimens& specimens;
  Numbering numbering;
  core::Instant now{}; ///< nothing happens later
};

/// How an application comes in.
struct Arrival {
  const core::Procedure& procedure;
  core::OfficeId office;
  core::Instant at{};
  core::Channel channel = core::Channel::Online;
  core::Visibility visibility = core::Visibility::Ordinary;
  core::Applicant applicant{};
  core::json::value form{};
};

/// One case through the offices: commands of real actors at plausible moments, each decided by core. It ends
/// where the story or the time ends, so cases of every age stand in every state.
class CaseWalk {
public:
  CaseWalk(const CaseWorld& world, const Arrival& arrival, Random& random);

  /// Errors: Internal, when core refuses what the walk held for legal; HolidayTableEnded.
  [[nodiscard]] core::Result<core::CaseRecord> run();

private:
  using Staff = GeneratedStaff;

  // Each stage is false where the walk ends.
  bool arrive();
  bool takeOn();
  bool transfer();
  bool examine();
  bool attachDocuments();
  bool addEdits();
  bool correct();
  bool wait();
  bool setCriteria();
  bool draft();
  bool submit();
  bool approveAll();
  bool approveFor(const core::RouteStage& stage);
  bool returnOnce(const Staff& approver);
  bool finish();
  bool withdraw();

  /// Runs a command now; a refusal is a bug of the walk and ends it.
  bool command(const core::Actor& actor, core::CommandBody body);
  /// Moves to working hours of an office day, that many days later; false when that is still to come.
  bool later(int leastDays, int mostDays);
  [[nodiscard]] core::Date today() const { return core::dayInJapan(m_now); }
  /// Somebody who may act in that role; `ofOtherLine`: rather from outside the case's office.
  [[nodiscard]] const Staff* staffOf(core::Role role, std::string_view rank, bool ofOtherLine = false) const;
  [[nodiscard]] const Staff* substituteFor(const core::RouteStage& stage) const;
  [[nodiscard]] core::AbsenceBook awayToday(const core::UserId& user) const;
  [[nodiscard]] bool actsOnDraft(const Staff& staff) const;
  [[nodiscard]] std::string nextId();
  void chooseOutcome();

  const CaseWorld& m_world;
  const Arrival& m_arrival;
  Random& m_random;
  core::Instant m_now{};
  core::CaseId m_id;
  core::CaseRecord m_record;
  core::Outcome m_outcome = core::Outcome::Granted;
  const core::Criterion* m_failing = nullptr; ///< of a refusal
  const Staff* m_clerk = nullptr;
  bool m_returned = false; ///< once is enough
  std::optional<core::Error> m_error;
};

} // namespace madoguchi::generate
