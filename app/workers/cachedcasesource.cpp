// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workers/cachedcasesource.h"

#include "app/workers/stamp.h"

#include <QTimer>

#include <algorithm>

namespace madoguchi::app {

namespace {

constexpr std::size_t kFirstKeys = 512;
constexpr std::chrono::milliseconds kFrame(16);

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
               return [self, isWanted, query, generation, begin] {
                 if (!isWanted()) return;
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
  const QPointer<CachedCaseSource> self(this);
  auto& reader = query.text.empty() ? m_workers.pages : m_workers.search;
  reader.ask({this, Keys, generation, true},
             [self, query, generation](core::Result<storage::CaseReader*> cache) -> ReaderWorker::Answer {
               auto all = cache ? (*cache)->keys(query) : tl::unexpected(cache.error());
               const auto error = all ? core::Error{} : all.error();
               const auto whole =
                   all ? std::make_shared<const std::vector<models::CaseKey>>(std::move(*all)) : nullptr;
               return [self, generation, whole, error] {
                 if (!self || self->m_keysWanted != generation) return;
                 if (whole)
                   Q_EMIT self->keysLoaded(generation, whole);
                 else
                   self->fail(generation, error);
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
  const QPointer<CachedCaseSource> self(this);
  const auto references = m_references.references();
  const auto today = core::dayInJapan(systemNow());
  const quint64 generation = nextGeneration();
  m_workers.search.ask({this, Counts, generation, true},
                       [self, references, today,
                        generation](core::Result<storage::CaseReader*> cache) -> ReaderWorker::Answer {
                         auto counts = cache ? (*cache)->counts(references->me, references->offices, today,
                                                                references->absences)
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

void CachedCaseSource::requestCountsOf(const std::vector<core::CaseQuery>& queries, quint64 generation) {
  const QPointer<CachedCaseSource> self(this);
  m_workers.search.ask(
      {this, CountsOf, generation, true},
      [self, queries, generation](core::Result<storage::CaseReader*> cache) -> ReaderWorker::Answer {
        std::vector<std::int64_t> counts;
        core::Result<void> done = cache ? core::Result<void>() : tl::unexpected(cache.error());
        for (std::size_t i = 0; done && i < queries.size(); ++i) {
          const auto count = (*cache)->count(queries[i]);
          if (count)
            counts.push_back(*count);
          else
            done = tl::unexpected(count.error());
        }
        return [self, generation, done, counts = std::move(counts)] {
          if (!self) return;
          if (done)
            Q_EMIT self->countsOfLoaded(generation, counts);
          else
            self->fail(generation, done.error());
        };
      });
}

void CachedCaseSource::requestWorkload(const core::CaseQuery& query, core::Date today, quint64 generation) {
  const QPointer<CachedCaseSource> self(this);
  m_workers.search.ask(
      {this, Workload, generation, true},
      [self, query, today, generation](core::Result<storage::CaseReader*> cache) -> ReaderWorker::Answer {
        auto lines = cache ? (*cache)->workload(query, today) : tl::unexpected(cache.error());
        return [self, generation, lines = std::move(lines)] {
          if (!self) return;
          if (lines)
            Q_EMIT self->workloadLoaded(generation, *lines);
          else
            self->fail(generation, lines.error());
        };
      });
}

void CachedCaseSource::requestLabels(quint64 generation) {
  const QPointer<CachedCaseSource> self(this);
  m_workers.search.ask({this, Labels, generation, true},
                       [self, generation](core::Result<storage::CaseReader*> cache) -> ReaderWorker::Answer {
                         auto labels = cache ? (*cache)->labels() : tl::unexpected(cache.error());
                         return [self, generation, labels = std::move(labels)] {
                           if (!self) return;
                           if (labels)
                             Q_EMIT self->labelsLoaded(generation, *labels);
                           else
                             self->fail(generation, labels.error());
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
  if (m_ahead && m_aheadId == id) {
    Q_EMIT recordLoaded(generation, std::exchange(m_ahead, nullptr));
    m_aheadId = {};
    return;
  }
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
