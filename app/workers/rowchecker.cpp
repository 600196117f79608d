// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workers/rowchecker.h"

#include "app/profile/log.h"

namespace madoguchi::app {

namespace {

constexpr std::size_t kRowsOfASlice = 100;

} // namespace

struct RowChecker::Progress {
  std::int64_t after = 0;
  std::set<core::ScopeName> different;
};

RowChecker::RowChecker(StoreWorker& store, ServerLine& sync, std::function<void()> fetchAnew)
    : m_store(store), m_fetchAnew(std::move(fetchAnew)) {
  connect(&sync, &ServerLine::statusChanged, this, [this, &sync] {
    if (m_due && sync.status().settled) begin();
  });
}

void RowChecker::begin() {
  m_due = false;
  slice(m_store, QPointer(this), std::make_shared<Progress>());
}

void RowChecker::slice(StoreWorker& store, const QPointer<RowChecker>& self,
                       const std::shared_ptr<Progress>& progress) {
  store.background([&store, self, progress](storage::Cache& cache) {
    const auto checked = cache.checkRows(progress->after, kRowsOfASlice);
    if (!checked) {
      logWarning("rowsNotChecked", core::toText(checked.error().code));
      return true;
    }
    progress->different.insert(checked->different.begin(), checked->different.end());
    progress->after = checked->last;
    if (checked->more) {
      slice(store, self, progress); // behind what has come meanwhile
      return true;
    }
    bool restarted = false;
    for (const auto& scope : progress->different) {
      logWarning("rowsDamaged", scope);
      restarted = cache.restartScope(scope).has_value() || restarted;
    }
    if (restarted) store.reply(self, [self] { self->m_fetchAnew(); });
    return true;
  });
}

} // namespace madoguchi::app
