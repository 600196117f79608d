// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workers/serverline.h"

#include <functional>

namespace madoguchi::app {

/// Once after the start and once a day, when client and server have agreed: is each row what its digest says?
/// A scope with one that is not is fetched anew, and nothing else. Slices of a few milliseconds, behind
/// everything that waits for the store. UI thread.
class RowChecker : public QObject {
  Q_OBJECT

public:
  /// `fetchAnew` is called on the UI thread when the cursor of a scope was taken back.
  RowChecker(StoreWorker& store, ServerLine& sync, std::function<void()> fetchAnew);

  /// Once more, when both sides agree again.
  void checkAgain() { m_due = true; }

private:
  struct Progress;
  void begin();
  static void slice(StoreWorker& store, const QPointer<RowChecker>& self,
                    const std::shared_ptr<Progress>& progress);

  StoreWorker& m_store;
  std::function<void()> m_fetchAnew;
  bool m_due = true;
};

} // namespace madoguchi::app
