// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakeroom.h"

#include <utility>

namespace madoguchi::tests {

void FakeRoom::setLimit(qint64 bytes) {
  m_limit = bytes;
  Q_EMIT changed();
}

void FakeRoom::measure(quint64 request) {
  QMetaObject::invokeMethod(
      this, [this, request] { Q_EMIT measured(request, use); }, Qt::QueuedConnection);
}

void FakeRoom::freeNow(quint64 request) {
  QMetaObject::invokeMethod(
      this, [this, request] { Q_EMIT freed(request, std::exchange(use.documents, 0)); },
      Qt::QueuedConnection);
}

} // namespace madoguchi::tests
