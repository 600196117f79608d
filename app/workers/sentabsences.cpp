// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workers/sentabsences.h"

#include <QPointer>

namespace madoguchi::app {

SentAbsences::SentAbsences(const Workers& workers, QObject* parent)
    : models::AbsenceRecorder(parent), m_workers(workers) {}

void SentAbsences::record(quint64 request, const core::AttendanceChange& change) {
  const QPointer<SentAbsences> self(this);
  m_workers.sync.recordAbsence(change, [self, request](const core::Result<void>& done) {
    if (!self) return;
    if (!done) {
      Q_EMIT self->failed(request, done.error());
      return;
    }
    self->m_workers.sync.syncNow();
    Q_EMIT self->recorded(request);
  });
}

} // namespace madoguchi::app
