// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/attendance.h"
#include "server/commands/commandservice.h"
#include "server/store.h"
#include "server/tokens.h"

#include <string>

namespace madoguchi::server {

/// Who is away: kept as "attendance" references in the global scope, so that every desk knows it. Every
/// change is audited. Thread-safe.
class AttendanceService {
public:
  AttendanceService(Store& store, Clock clock) : m_store(store), m_clock(std::move(clock)) {}

  /// By somebody at a desk. Errors: NoSuchUser, NotPermitted (core::mayRecordAbsence), DateOutOfBounds.
  [[nodiscard]] core::Result<void> record(const Caller& caller, const core::AttendanceChange& change);
  /// By login, at the server's console. Errors: NoSuchUser, DateOutOfBounds.
  [[nodiscard]] core::Result<void> record(const std::string& login, core::AttendanceChange change);
  [[nodiscard]] core::Result<std::vector<core::Attendance>> list();

private:
  [[nodiscard]] core::Result<void> write(Writing& writing, const core::Person& person,
                                         const core::AttendanceChange& change, const core::UserId& by,
                                         const std::string& requestId);

  Store& m_store;
  Clock m_clock;
};

/// Of all people, as the transaction sees them. Throws StoreFailure where a reference cannot be read.
[[nodiscard]] core::AbsenceBook loadAbsences(Reading& reading);

} // namespace madoguchi::server
