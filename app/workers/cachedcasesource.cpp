// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workers/cachedcasesource.h"

#include "app/workers/stamp.h"

namespace madoguchi::app {

namespace {

constexpr std::size_t kFirstKeys = 512;

std::shared_ptr<const models::OpenedCase> openedFrom(storage::OpenedRecord&& record) {
  auto opened = std::make_shared<models::OpenedCase>();
  opened->key = record.key;
  opened->record = std::move(record.record);
  opened->base = std::move(record.base);
  opened->pending = std::move(record.entries);
  return opened;
}

} // namespace

CachedCaseSource::CachedCaseSource(const Workers& workers, const models::ReferenceSource& references,
                                   QObject* parent)
    : models::CaseSource(parent), m_workers(workers), m_references(references) {
  connect(&m_workers.store, &StoreWorker::changed, this, &models::CaseSource::changed);
}

CachedCaseSource::~CachedCaseSource() {
  m_workers.pages.forget(this);
  m_workers.search.forget(this);
}

void CachedCaseSource::fail(quint64 generation, const core::Error& error) {
  if (error.code != core::ErrorCode::Cancelled) Q_EMIT failed(generation, error);
}

void CachedCaseSource::requestKeys(const core::CaseQuery& query, quint64 generation) {
  m_keysWanted = generation;
  m_workers.pages.cancel(this, Keys);
  m_workers.search.cancel(this, Keys);
  if (query.text.empty()) return readKeys(query, generation);
  journalFirst(
      m_workers, this, "search", {},
      [this, query, generation] {
        if (generation == m_keysWanted) readKeys(query, generation);
      },
      [this, generation](const core::Error& error) { fail(generation, error); });
}

void CachedCaseSource::readKeys(const core::CaseQuery& query, quint64 generation) {
  auto& reader = query.text.empty() ? m_workers.pages : m_workers.search;
  const QPointer<CachedCaseSource> self(this);
  using Keys64 = std::shared_ptr<const std::vector<models::CaseKey>>;
  const auto isWanted = [self, generation] { return self && self->m_keysWanted == generation; };
  const auto refuse = [self, isWanted, generation](const core::Error& error) -> ReaderWorker::Answer {
    return [self, isWanted, generation, error] {
      if (isWanted()) self->fail(generation, error);
    };
  };
  reader.ask({this, Keys, generation, true},
             [=, &reader](core::Result<storage::CaseReader*> cache) -> ReaderWorker::Answer {
               if (!cache) return refuse(cache.error());
               auto first = (*cache)->firstKeys(query, kFirstKeys);
               if (!first) return refuse(first.error());
               const auto begin = std::make_shared<const std::vector<models::CaseKey>>(std::move(*first));
               reader.publish([self, isWanted, generation, begin] {
                 if (isWanted()) Q_EMIT self->firstKeysLoaded(generation, begin);
               });
               Keys64 whole = begin;
               if (begin->size() >= kFirstKeys) {
                 auto all = (*cache)->keys(query);
                 if (!all) return refuse(all.error());
                 whole = std::make_shared<const std::vector<models::CaseKey>>(std::move(*all));
               }
               return [self, isWanted, generation, whole] {
                 if (isWanted()) Q_EMIT self->keysLoaded(generation, whole);
               };
             });
}

void CachedCaseSource::requestRows(const std::vector<models::CaseKey>& keys, quint64 generation) {
  const QPointer<CachedCaseSource> self(this);
  m_workers.pages.ask(
      {this, Rows, generation, false},
      [self, keys, generation](core::Result<storage::CaseReader*> cache) -> ReaderWorker::Answer {
        auto rows = cache ? (*cache)->rows(keys) : tl::unexpected(cache.error());
        return [self, generation, rows = std::move(rows)] {
          if (!self) return;
          if (rows)
            Q_EMIT self->rowsLoaded(generation, *rows);
          else
            self->fail(generation, rows.error());
        };
      });
}

void CachedCaseSource::requestSearch(const QString& text, int limit, quint64 generation) {
  m_searchWanted = generation;
  m_workers.search.cancel(this, Search);
  const QPointer<CachedCaseSource> self(this);
  const auto read = [this, self, words = text.toStdString(), limit, generation] {
    if (generation != m_searchWanted) return;
    m_workers.search.ask(
        {this, Search, generation, true},
        [self, words, limit, generation](core::Result<storage::CaseReader*> cache) -> ReaderWorker::Answer {
          auto hits = cache ? (*cache)->search(words, static_cast<std::size_t>(std::max(limit, 0)))
                            : tl::unexpected(cache.error());
          return [self, generation, hits = std::move(hits)] {
            if (!self || self->m_searchWanted != generation) return;
            if (hits)
              Q_EMIT self->searchLoaded(generation, *hits);
            else
              self->fail(generation, hits.error());
          };
        });
  };
  journalFirst(m_workers, this, "search", {}, read,
               [this, generation](const core::Error& error) { fail(generation, error); });
}

void CachedCaseSource::requestCounts() {
  const QPointer<CachedCaseSource> self(this);
  const auto references = m_references.references();
  const auto today = core::dayInJapan(systemNow());
  const quint64 generation = nextGeneration();
  m_workers.search.ask({this, Counts, generation, true},
                       [self, references, today,
                        generation](core::Result<storage::CaseReader*> cache) -> ReaderWorker::Answer {
                         auto counts = cache ? (*cache)->counts(references->me, references->offices, today)
                                             : tl::unexpected(cache.error());
                         return [self, generation, counts = std::move(counts)] {
                           if (!self) return;
                           if (counts)
                             Q_EMIT self->countsLoaded(*counts);
                           else
                             self->fail(generation, counts.error());
                         };
                       });
}

void CachedCaseSource::requestRecord(const core::CaseId& id, quint64 generation) {
  m_recordWanted = generation;
  m_workers.pages.cancel(this, Record);
  journalFirst(
      m_workers, this, "view", id.value, [this, id, generation] { readRecord(id, generation); },
      [this, generation](const core::Error& error) { fail(generation, error); });
}

void CachedCaseSource::readRecord(const core::CaseId& id, quint64 generation) {
  if (generation != m_recordWanted) return;
  const QPointer<CachedCaseSource> self(this);
  m_workers.pages.ask(
      {this, Record, generation, true},
      [self, id, generation](core::Result<storage::CaseReader*> cache) -> ReaderWorker::Answer {
        auto record = cache ? (*cache)->record(id) : tl::unexpected(cache.error());
        const auto error = record ? core::Error{} : record.error();
        const auto opened = record ? openedFrom(std::move(*record)) : nullptr;
        return [self, generation, opened, error] {
          if (!self || self->m_recordWanted != generation) return;
          if (opened)
            Q_EMIT self->recordLoaded(generation, opened);
          else
            self->fail(generation, error);
        };
      });
}

void CachedCaseSource::requestStates(const std::vector<models::CaseKey>& keys, quint64 generation) {
  journalFirst(
      m_workers, this, "view", std::to_string(keys.size()),
      [this, keys, generation] { readStates(keys, generation); },
      [this, generation](const core::Error& error) { fail(generation, error); });
}

void CachedCaseSource::readStates(const std::vector<models::CaseKey>& keys, quint64 generation) {
  const QPointer<CachedCaseSource> self(this);
  m_workers.pages.ask(
      {this, States, generation, false},
      [self, keys, generation](core::Result<storage::CaseReader*> cache) -> ReaderWorker::Answer {
        auto states = cache ? (*cache)->states(keys) : tl::unexpected(cache.error());
        const auto error = states ? core::Error{} : states.error();
        std::vector<std::shared_ptr<const core::CaseState>> shared;
        if (states)
          for (auto& state : *states)
            shared.push_back(std::make_shared<const core::CaseState>(std::move(state)));
        return [self, generation, isRead = states.has_value(), shared = std::move(shared), error] {
          if (!self) return;
          if (isRead)
            Q_EMIT self->statesLoaded(generation, shared);
          else
            self->fail(generation, error);
        };
      });
}

} // namespace madoguchi::app
