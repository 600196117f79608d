// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workers/storeworker.h"

#include <QTimer>

namespace madoguchi::app {

/// Keeps up to date what the cache derives from its cases, in slices between other work: on each new day, and
/// after references have changed.
class RowRefresher final : public QObject {
  Q_OBJECT

public:
  explicit RowRefresher(StoreWorker& store);

  /// Once the cache is open: the first day begins.
  void begin();

Q_SIGNALS:
  void dayBegan();

private:
  void look();
  static void slice(StoreWorker& store);

  StoreWorker& m_store;
  core::Date m_today{};
  QTimer m_dayTimer;
};

} // namespace madoguchi::app
