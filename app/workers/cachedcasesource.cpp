// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workers/cachedcasesource.h"

#include "app/workers/stamp.h"

#include <QTimer>

#include <algorithm>

namespace madoguchi::app {

namespace {

constexpr std::size_t kFirstKeys = 512;
constexpr std::size_t kRowsAhead = 48; // a tall screen
constexpr std::chrono::milliseconds kFrame(16);

std::shared_ptr<const models::OpenedCase> openedFrom(storage::OpenedRecord record) {
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
  connect(&m_workers.store, &StoreWorker::changed, this, &CachedCaseSource::dropStale);
  connect(&m_workers.store, &StoreWorker::changed, this, &models::CaseSource::changed);
}

CachedCaseSource::~CachedCaseSource() {
  m_workers.pages.forget(this);
  m_workers.search.forget(this);
}

void CachedCaseSource::fail(quint64 generation, const core::Error& error) {
  if (error.code != core::ErrorCode::Cancelled) Q_EMIT failed(generation, error);
}

template <class Read, class Tell>
void CachedCaseSource::ask(ReaderWorker& reader, const ReaderWorker::Ticket& ticket, Read read, Tell tell,
                           const quint64 CachedCaseSource::*wanted) {
  const QPointer<CachedCaseSource> self(this);
  reader.ask(ticket, [=](core::Result<storage::CaseReader*> cache) -> ReaderWorker::Answer {
    using Found = decltype(read(**cache));
    Found found = cache ? read(**cache) : Found(tl::unexpected(cache.error()));
    return [self, wanted, tell, generation = ticket.generation, found = std::move(found)] {
      if (!self || (wanted != nullptr && self.data()->*wanted != generation)) return;
      if (found)
        tell(*self, *found);
      else
        self->fail(generation, found.error());
    };
  });
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
  const auto isWanted = [self, generation] { return self && self->m_keysWanted == generation; };
  const auto refuse = [self, isWanted, generation](const core::Error& error) -> ReaderWorker::Answer {
    return [self, isWanted, generation, error] {
      if (isWanted()) self->fail(generation, error);
    };
  };
  reader.ask({this, Keys, generation, true},
             [=](core::Result<storage::CaseReader*> cache) -> ReaderWorker::Answer {
               if (!cache) return refuse(cache.error());
               auto first = (*cache)->firstKeys(query, kFirstKeys);
               if (!first) return refuse(first.error());
               const auto begin = std::make_shared<const std::vector<models::CaseKey>>(std::move(*first));
               auto ahead = (*cache)->rows({begin->data(), std::min(begin->size(), kRowsAhead)});
               return [self, isWanted, query, generation, begin, ahead = std::move(ahead)] {
                 if (!isWanted()) return;
                 // Where they cannot be read, they are asked for again when they are looked at.
                 if (ahead) Q_EMIT self->rowsAhead(*ahead);
                 Q_EMIT self->firstKeysLoaded(generation, begin);
                 if (!isWanted()) return;
                 if (begin->size() < kFirstKeys) {
                   Q_EMIT self->keysLoaded(generation, begin);
                   return;
                 }
                 // The same thread reads the rows to be seen: they come before a million other keys.
                 QTimer::singleShot(kFrame, self.data(), [self, isWanted, query, generation] {
                   if (isWanted()) self->readAllKeys(query, generation);
                 });
               };
             });
}

void CachedCaseSource::readAllKeys(const core::CaseQuery& query, quint64 generation) {
  using SharedKeys = std::shared_ptr<const std::vector<models::CaseKey>>;
  ask(
      query.text.empty() ? m_workers.pages : m_workers.search, {this, Keys, generation, true},
      [query](storage::CaseReader& cache) {
        return cache.keys(query).map([](std::vector<models::CaseKey> keys) -> SharedKeys {
          return std::make_shared<const std::vector<models::CaseKey>>(std::move(keys));
        });
      },
      [generation](CachedCaseSource& self, const SharedKeys& keys) {
        Q_EMIT self.keysLoaded(generation, keys);
      },
      &CachedCaseSource::m_keysWanted);
}

void CachedCaseSource::requestRows(const std::vector<models::CaseKey>& keys, quint64 generation) {
  ask(
      m_workers.pages, {this, Rows, generation, false},
      [keys](storage::CaseReader& cache) { return cache.rows(keys); },
      [generation](CachedCaseSource& self, const auto& rows) { Q_EMIT self.rowsLoaded(generation, rows); });
}

void CachedCaseSource::requestSearch(const QString& text, int limit, quint64 generation) {
  m_searchWanted = generation;
  m_workers.search.cancel(this, Search);
  const QPointer<CachedCaseSource> self(this);
  const auto read = [this, self, words = text.toStdString(), limit, generation] {
    if (generation != m_searchWanted) return;
    auto& reader = m_workers.search;
    const auto most = static_cast<std::size_t>(std::max(limit, 0));
    reader.ask({this, Search, generation, true},
               [self, words, most, generation,
                &reader](core::Result<storage::CaseReader*> cache) -> ReaderWorker::Answer {
                 auto hits = cache ? (*cache)->newestHits(words, most) : tl::unexpected(cache.error());
                 if (hits && !hits->empty()) {
                   reader.publish([self, generation, newest = *hits] {
                     if (self && self->m_searchWanted == generation)
                       Q_EMIT self->searchLoaded(generation, newest);
                   });
                   hits = (*cache)->search(words, most);
                 }
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
  ask(
      m_workers.search, {this, Counts, nextGeneration(), true},
      [references = m_references.references(),
       today = core::dayInJapan(systemNow())](storage::CaseReader& cache) {
        return cache.counts(references->me, references->offices, today, references->absences);
      },
      [](CachedCaseSource& self, const core::QueueCounts& counts) { Q_EMIT self.countsLoaded(counts); });
}

void CachedCaseSource::requestCountsOf(const std::vector<core::CaseQuery>& queries, quint64 generation) {
  ask(
      m_workers.search, {this, CountsOf, generation, true},
      [queries](storage::CaseReader& cache) -> core::Result<std::vector<std::int64_t>> {
        std::vector<std::int64_t> counts;
        for (const core::CaseQuery& query : queries) {
          const auto count = cache.count(query);
          if (!count) return tl::unexpected(count.error());
          counts.push_back(*count);
        }
        return counts;
      },
      [generation](CachedCaseSource& self, const auto& counts) {
        Q_EMIT self.countsOfLoaded(generation, counts);
      });
}

void CachedCaseSource::requestWorkload(const core::CaseQuery& query, core::Date today, quint64 generation) {
  ask(
      m_workers.search, {this, Workload, generation, true},
      [query, today](storage::CaseReader& cache) { return cache.workload(query, today); },
      [generation](CachedCaseSource& self, const auto& lines) {
        Q_EMIT self.workloadLoaded(generation, lines);
      });
}

void CachedCaseSource::requestFigures(const core::CaseQuery& query, core::Date today, quint64 generation) {
  ask(
      m_workers.search, {this, Figures, generation, true},
      [query, today](storage::CaseReader& cache) { return cache.figures(query, today); },
      [generation](CachedCaseSource& self, const core::Figures& figures) {
        Q_EMIT self.figuresLoaded(generation, figures);
      });
}

void CachedCaseSource::requestLabels(quint64 generation) {
  ask(
      m_workers.search, {this, Labels, generation, true},
      [](storage::CaseReader& cache) { return cache.labels(); },
      [generation](CachedCaseSource& self, const auto& labels) {
        Q_EMIT self.labelsLoaded(generation, labels);
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
  if (m_ahead && m_aheadId == id) {
    Q_EMIT recordLoaded(generation, std::exchange(m_ahead, nullptr));
    m_aheadId = {};
    return;
  }
  using SharedCase = std::shared_ptr<const models::OpenedCase>;
  ask(
      m_workers.pages, {this, Record, generation, true},
      [id](storage::CaseReader& cache) { return cache.record(id).map(openedFrom); },
      [generation](CachedCaseSource& self, const SharedCase& opened) {
        Q_EMIT self.recordLoaded(generation, opened);
      },
      &CachedCaseSource::m_recordWanted);
}

void CachedCaseSource::prepareRecord(const core::CaseId& id) {
  if (id == m_aheadId) return;
  m_aheadId = id;
  m_ahead.reset();
  m_aheadWanted = nextGeneration();
  if (id.empty()) return;
  const QPointer<CachedCaseSource> self(this);
  m_workers.pages.ask(
      {this, Ahead, m_aheadWanted, true},
      [self, id, wanted = m_aheadWanted](core::Result<storage::CaseReader*> cache) -> ReaderWorker::Answer {
        auto record = cache ? (*cache)->record(id) : tl::unexpected(cache.error());
        // Whether it can be read at all is told by the request that shows it.
        if (!record) return {};
        const auto opened = openedFrom(std::move(*record));
        return [self, wanted, opened] {
          if (self && self->m_aheadWanted == wanted) self->m_ahead = opened;
        };
      });
}

void CachedCaseSource::dropStale(const core::ChangeSet& changes) {
  if (m_aheadId.empty()) return;
  const auto& ids = changes.cases;
  if (!changes.everything && std::find(ids.begin(), ids.end(), m_aheadId) == ids.end()) return;
  m_aheadId = {};
  m_aheadWanted = 0;
  m_ahead.reset();
}

void CachedCaseSource::requestStates(const std::vector<models::CaseKey>& keys, quint64 generation) {
  journalFirst(
      m_workers, this, "view", std::to_string(keys.size()),
      [this, keys, generation] { readStates(keys, generation); },
      [this, generation](const core::Error& error) { fail(generation, error); });
}

void CachedCaseSource::readStates(const std::vector<models::CaseKey>& keys, quint64 generation) {
  using SharedStates = std::vector<std::shared_ptr<const core::CaseState>>;
  ask(
      m_workers.pages, {this, States, generation, false},
      [keys](storage::CaseReader& cache) {
        return cache.states(keys).map([](auto&& states) {
          SharedStates shared;
          for (auto& state : states)
            shared.push_back(std::make_shared<const core::CaseState>(std::move(state)));
          return shared;
        });
      },
      [generation](CachedCaseSource& self, const SharedStates& states) {
        Q_EMIT self.statesLoaded(generation, states);
      });
}

} // namespace madoguchi::app
