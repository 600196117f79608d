// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/calendar/date.h"
#include "core/cases/actor.h"

#include <map>
#include <string>
#include <vector>

/// Who is away, and when: what 代決 rests on. Days in Japan, both ends included.
namespace madoguchi::core {

struct Absence {
  Date from{};
  Date to{};
  UserId recordedBy;
  Instant recordedAt{};
  bool operator==(const Absence&) const = default;
};
BOOST_DESCRIBE_STRUCT(Absence, (), (from, to, recordedBy, recordedAt))

/// The absences of one person, in order and apart from each other: the document of an "attendance" reference,
/// whose key is the user's id.
struct Attendance {
  UserId user;
  std::vector<Absence> absences;
  bool operator==(const Attendance&) const = default;
};
BOOST_DESCRIBE_STRUCT(Attendance, (), (user, absences))

/// What is recorded: these days the person is away, or (`away` false) there after all. Recording it twice is
/// recording it once.
struct AttendanceChange {
  UserId user;
  Date from{};
  Date to{};
  bool away = true;
  bool operator==(const AttendanceChange&) const = default;
};
BOOST_DESCRIBE_STRUCT(AttendanceChange, (), (user, from, to, away))

/// A person with what 代決 has to know of them.
struct AbsentPerson {
  std::string rank;
  OfficeId office; ///< decides here and below
  std::vector<Absence> absences;
  bool operator==(const AbsentPerson&) const = default;
};
using AbsenceBook = std::map<UserId, AbsentPerson>;

/// Without people who are not known, or disabled.
[[nodiscard]] AbsenceBook absenceBook(const std::map<UserId, Person>& people,
                                      const std::vector<Attendance>& attendances);

/// Null where the person is there on that day, or not known.
[[nodiscard]] const Absence* absenceOn(const AbsenceBook& book, const UserId& user, Date day);

/// The person, a supervisor of the person's office, or an administrator of it.
[[nodiscard]] bool mayRecordAbsence(const Actor& actor, const Person& person, const OfficeTree& offices);

/// The attendance after the change. What is past stays as it was: it is what decisions rested on. Errors:
/// DateOutOfBounds (a day before `today`, an end before its beginning, more than a year at once).
[[nodiscard]] Result<Attendance> changed(const Attendance& before, const AttendanceChange& change,
                                         const UserId& by, Instant now);

} // namespace madoguchi::core
