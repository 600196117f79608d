// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workers/workers.h"

#include "app/workers/stamp.h"

namespace madoguchi::app {

void journalFirst(Workers& workers, QObject* owner, const std::string& action, const std::string& subject,
                  std::function<void()> goOn, std::function<void(const core::Error&)> failed) {
  core::DeskAuditRow row;
  row.id = newId();
  row.at = systemNow();
  row.action = action;
  row.subject = subject;
  workers.store.urgent([&store = workers.store, guard = QPointer<QObject>(owner), row = std::move(row),
                        goOn = std::move(goOn), failed = std::move(failed)](storage::Cache& cache) mutable {
    row.actor = cache.surroundings().me.id;
    const auto added = cache.addAudit(row);
    if (!added) return store.reply(guard, [failed, error = added.error()] { failed(error); });
    store.tellOutbox(cache);
    store.reply(guard, goOn);
  });
}

} // namespace madoguchi::app
