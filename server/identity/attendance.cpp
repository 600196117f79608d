// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/attendance.h"

#include "core/base/codec.h"
#include "server/audit/audittrail.h"
#include "server/identity/accounts.h"
#include "server/stamping.h"

namespace madoguchi::server {

namespace {

constexpr const char* kEntity = "attendance";

template <class T>
T readOrThrow(const core::ReferenceRow& row) {
  const auto value = core::parseJson(row.document);
  auto item = value ? core::codec::read<T>(*value) : core::Result<T>(tl::unexpected(value.error()));
  if (!item)
    throw StoreFailure{
        {core::ErrorCode::StorageCorrupt, row.entity + " " + row.key + ": " + item.error().detail}};
  return std::move(*item);
}

core::OfficeTree officesIn(Reading& reading) {
  std::vector<core::Office> offices;
  for (const auto& row : reading.references(core::globalScope(), "office"))
    offices.push_back(readOrThrow<core::Office>(row));
  return core::OfficeTree(std::move(offices));
}

std::vector<core::Attendance> attendancesIn(Reading& reading) {
  std::vector<core::Attendance> all;
  for (const auto& row : reading.references(core::globalScope(), kEntity))
    all.push_back(readOrThrow<core::Attendance>(row));
  return all;
}

} // namespace

core::AbsenceBook loadAbsences(Reading& reading) {
  const auto attendances = attendancesIn(reading);
  std::map<core::UserId, core::Person> people;
  for (const core::Attendance& attendance : attendances)
    if (const auto row = reading.reference(core::globalScope(), "user", attendance.user.value))
      people.emplace(attendance.user, readOrThrow<core::Person>(*row));
  return core::absenceBook(people, attendances);
}

core::Result<void> AttendanceService::record(const Caller& caller, const core::AttendanceChange& change) {
  return m_store.write([&](Writing& writing) -> core::Result<void> {
    const auto account = writing.account(change.user);
    if (!account) return core::failure(core::ErrorCode::NoSuchUser, change.user.value);
    if (!core::mayRecordAbsence(caller.actor, account->person, officesIn(writing)))
      return core::failure(core::ErrorCode::NotPermitted, "the absence of somebody else");
    return write(writing, account->person, change, caller.actor.id, caller.requestId);
  });
}

core::Result<void> AttendanceService::record(const std::string& login, core::AttendanceChange change) {
  return m_store.write([&](Writing& writing) -> core::Result<void> {
    const auto account = writing.accountByLogin(login);
    if (!account) return core::failure(core::ErrorCode::NoSuchUser, login);
    change.user = account->person.id;
    return write(writing, account->person, change, consoleUser(), {});
  });
}

core::Result<void> AttendanceService::write(Writing& writing, const core::Person& person,
                                            const core::AttendanceChange& change, const core::UserId& by,
                                            const std::string& requestId) {
  core::Attendance before{change.user, {}};
  const auto row = writing.reference(core::globalScope(), kEntity, change.user.value);
  if (row && !row->document.empty()) before = readOrThrow<core::Attendance>(*row);
  const auto after = core::changed(before, change, by, m_clock());
  if (!after) return tl::unexpected(after.error());
  const std::string document =
      after->absences.empty() ? std::string() : core::canonicalJson(core::codec::toValue(*after));
  putReferences(writing, core::globalScope(), {{kEntity, change.user.value, document}});
  AuditTrail audit(writing);
  AuditEntry entry{person.office, m_clock(), by, "attendanceRecorded", change.user.value, {}};
  entry.details["change"] = core::codec::toValue(change);
  if (!requestId.empty()) entry.details["request"] = requestId;
  audit.add(entry);
  audit.write();
  return {};
}

core::Result<std::vector<core::Attendance>> AttendanceService::list() {
  std::vector<core::Attendance> all;
  const auto done = m_store.read([&](Reading& reading) -> core::Result<void> {
    all = attendancesIn(reading);
    return {};
  });
  if (!done) return tl::unexpected(done.error());
  return all;
}

} // namespace madoguchi::server
