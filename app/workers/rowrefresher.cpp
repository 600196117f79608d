// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workers/rowrefresher.h"

#include "app/profile/log.h"
#include "app/workers/stamp.h"

namespace madoguchi::app {

namespace {

constexpr std::size_t kRowsOfASlice = 100;

} // namespace

RowRefresher::RowRefresher(StoreWorker& store) : m_store(store) {
  connect(&store, &StoreWorker::changed, this, [this](const core::ChangeSet& changes) {
    if (changes.referencesChanged || changes.everything) slice(m_store);
  });
  connect(&m_dayTimer, &QTimer::timeout, this, &RowRefresher::look);
}

void RowRefresher::begin() {
  m_dayTimer.start(std::chrono::minutes(1));
  look();
}

void RowRefresher::look() {
  const core::Date today = core::dayInJapan(systemNow());
  if (m_today == today) return;
  m_today = today;
  Q_EMIT dayBegan();
  m_store.background([](storage::Cache& cache) {
    if (const auto begun = cache.beginDay(); !begun)
      logWarning("dayNotBegun", core::toText(begun.error().code));
    return true;
  });
  slice(m_store);
}

void RowRefresher::slice(StoreWorker& store) {
  store.background([&store](storage::Cache& cache) {
    const auto refreshed = cache.refreshRows(core::dayInJapan(systemNow()), kRowsOfASlice);
    if (!refreshed) {
      logWarning("rowsNotRefreshed", core::toText(refreshed.error().code));
      return true;
    }
    store.tell(cache, refreshed->changes);
    if (refreshed->more) slice(store); // behind what has come meanwhile
    return true;
  });
}

} // namespace madoguchi::app
