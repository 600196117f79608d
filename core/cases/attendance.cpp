// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/attendance.h"

#include <algorithm>

namespace madoguchi::core {

namespace {

constexpr std::chrono::days kLongest{366};
constexpr std::chrono::days kOneDay{1};

} // namespace

AbsenceBook absenceBook(const std::map<UserId, Person>& people, const std::vector<Attendance>& attendances) {
  AbsenceBook book;
  for (const Attendance& attendance : attendances) {
    const auto person = people.find(attendance.user);
    if (person == people.end() || person->second.disabled) continue;
    book[attendance.user] = {person->second.rank, person->second.office, attendance.absences};
  }
  return book;
}

const Absence* absenceOn(const AbsenceBook& book, const UserId& user, Date day) {
  const auto person = book.find(user);
  if (person == book.end()) return nullptr;
  for (const Absence& absence : person->second.absences)
    if (absence.from <= day && day <= absence.to) return &absence;
  return nullptr;
}

bool mayRecordAbsence(const Actor& actor, const Person& person, const OfficeTree& offices) {
  if (actor.id == person.id) return true;
  return std::any_of(actor.grants.begin(), actor.grants.end(), [&](const Grant& grant) {
    const bool cares = grant.role == Role::Supervisor || grant.role == Role::Administrator;
    return cares && offices.isWithin(person.office, grant.office);
  });
}

Result<Attendance> changed(const Attendance& before, const AttendanceChange& change, const UserId& by,
                           Instant now) {
  if (change.from < dayInJapan(now))
    return failure(ErrorCode::DateOutOfBounds, "an absence begins today or later");
  if (change.to < change.from) return failure(ErrorCode::DateOutOfBounds, "an absence ends before it begins");
  if (change.to - change.from > kLongest) return failure(ErrorCode::DateOutOfBounds, "more than a year");
  Attendance after{change.user, {}};
  for (const Absence& absence : before.absences) {
    // What the change does not touch stays, cut in two where it lies in the middle.
    if (absence.from < change.from)
      after.absences.push_back({absence.from, std::min(absence.to, change.from - kOneDay), absence.recordedBy,
                                absence.recordedAt});
    if (absence.to > change.to)
      after.absences.push_back(
          {std::max(absence.from, change.to + kOneDay), absence.to, absence.recordedBy, absence.recordedAt});
  }
  if (change.away) after.absences.push_back({change.from, change.to, by, now});
  std::sort(after.absences.begin(), after.absences.end(),
            [](const Absence& a, const Absence& b) { return a.from < b.from; });
  return after;
}

} // namespace madoguchi::core
