// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workers/cachedoutboxsource.h"

#include "app/workers/stamp.h"

#include <map>

namespace madoguchi::app {

CachedOutboxSource::CachedOutboxSource(const Workers& workers, QObject* parent)
    : models::OutboxSource(parent), m_workers(workers) {
  connect(&m_workers.store, &StoreWorker::changed, this, [this](const core::ChangeSet& changes) {
    if (changes.outboxChanged) Q_EMIT changed();
  });
}

CachedOutboxSource::~CachedOutboxSource() {
  m_workers.search.forget(this);
}

void CachedOutboxSource::requestEntries() {
  const QPointer<CachedOutboxSource> self(this);
  m_workers.store.urgent([&store = m_workers.store, self](storage::Cache& cache) {
    auto entries = cache.outbox();
    store.reply(self, [self, entries = std::move(entries)]() mutable {
      if (entries)
        self->nameCases(std::move(*entries));
      else
        Q_EMIT self->failed(entries.error());
    });
  });
}

/// Adds what a person knows a case by; a case that cannot be read any more stays unnamed.
void CachedOutboxSource::nameCases(std::vector<core::OutboxEntry>&& entries) {
  const QPointer<CachedOutboxSource> self(this);
  const quint64 wanted = ++m_wanted;
  m_workers.search.ask({this, 0, wanted, true},
                       [self, wanted, entries = std::move(entries)](
                           core::Result<storage::CaseReader*> cache) -> ReaderWorker::Answer {
                         std::vector<models::OutboxItem> items;
                         std::map<core::CaseId, std::pair<std::string, std::string>> names;
                         for (const auto& entry : entries) {
                           const auto [known, isNew] = names.try_emplace(entry.caseId);
                           if (isNew && cache) {
                             const auto record = (*cache)->record(entry.caseId);
                             if (record) known->second.first = record->record.state.number;
                             if (record && record->record.state.visibility == core::Visibility::Ordinary)
                               known->second.second = record->record.state.applicant.party.name.display;
                           }
                           items.push_back({entry, known->second.first, known->second.second});
                         }
                         return [self, wanted, items = std::move(items)] {
                           if (self && self->m_wanted == wanted) Q_EMIT self->entriesLoaded(items);
                         };
                       });
}

void CachedOutboxSource::retry(const core::CommandId& command) {
  act([command](storage::Cache& cache) {
    return cache.retry(command, core::CommandId(newId()), systemNow(), false);
  });
}

void CachedOutboxSource::discard(const core::CommandId& command) {
  act([command](storage::Cache& cache) { return cache.resolve(command, {}, systemNow(), false); });
}

void CachedOutboxSource::act(std::function<storage::PerformResult(storage::Cache&)> work) {
  const QPointer<CachedOutboxSource> self(this);
  m_workers.store.urgent([&store = m_workers.store, self, work = std::move(work)](storage::Cache& cache) {
    const auto result = work(cache);
    if (result) return store.tell(cache, result->changes);
    const core::Error error{result.error().code, result.error().detail};
    store.reply(self, [self, error] { Q_EMIT self->failed(error); });
  });
}

} // namespace madoguchi::app
