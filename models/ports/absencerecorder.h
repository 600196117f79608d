// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/cases/attendance.h"
#include "models/ports/requestport.h"

namespace madoguchi::models {

/// Where the desk records who is away. The server decides at once, because 代決 rests on it; there is no
/// outbox for it. Lives on the UI thread; answers by signal, exactly one per request. What was recorded comes
/// back in the References.
class AbsenceRecorder : public RequestPort {
  Q_OBJECT

public:
  using RequestPort::RequestPort;

  /// Errors: Offline, NotPermitted, DateOutOfBounds, NoSuchUser.
  virtual void record(quint64 request, const core::AttendanceChange& change) = 0;

Q_SIGNALS:
  void recorded(quint64 request);
  void failed(quint64 request, const core::Error& error);
};

} // namespace madoguchi::models
