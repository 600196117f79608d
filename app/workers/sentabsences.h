// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workers/workers.h"
#include "models/ports/absencerecorder.h"

namespace madoguchi::app {

/// Sends to the server who is away, and fetches what came of it. UI thread.
class SentAbsences final : public models::AbsenceRecorder {
  Q_OBJECT

public:
  explicit SentAbsences(const Workers& workers, QObject* parent = nullptr);

  void record(quint64 request, const core::AttendanceChange& change) override;

private:
  Workers m_workers;
};

} // namespace madoguchi::app
