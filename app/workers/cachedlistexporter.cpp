// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workers/cachedlistexporter.h"

#include "app/lists/listwriter.h"
#include "app/workers/stamp.h"

#include <algorithm>

namespace madoguchi::app {

namespace {

constexpr std::size_t kRowsAtOnce = 256;

/// What a job asks while it is written.
struct Ask {
  std::function<bool()> isStopped;
  ListWriter::Keep keep;
  std::function<void(std::size_t)> tell; ///< how many rows are done
};

/// Writes the rows of these cases. On the reader thread.
core::Result<void> writeCases(storage::CaseReader& cache, ListWriter& writer, const models::ListCells& cells,
                              const std::vector<models::CaseKey>& keys, const Ask& ask) {
  if (auto begun = writer.begin(cells.headers(), keys.size()); !begun) return begun;
  for (std::size_t at = 0; at < keys.size(); at += kRowsAtOnce) {
    if (ask.isStopped()) return tl::unexpected(listStopped());
    const std::size_t count = std::min(kRowsAtOnce, keys.size() - at);
    const auto rows = cache.rows(std::span(keys).subspan(at, count));
    if (!rows) return tl::unexpected(rows.error());
    for (const core::CaseListRow& row : *rows) {
      // It has left the cache since the keys were read: then nothing of it is shown either.
      if (row.id.empty()) {
        writer.skip();
        continue;
      }
      if (auto added = writer.add(cells.cells(row)); !added) return added;
    }
    ask.tell(at + count);
  }
  if (ask.isStopped()) return tl::unexpected(listStopped());
  return writer.finish(ask.keep);
}

/// Writes rows that somebody has put together. On the reader thread.
core::Result<void> writeRows(ListWriter& writer, const models::ListRows& list, const Ask& ask) {
  if (auto begun = writer.begin(list.headers, list.rows.size()); !begun) return begun;
  for (std::size_t at = 0; at < list.rows.size(); ++at) {
    if (ask.isStopped()) return tl::unexpected(listStopped());
    if (auto added = writer.add(list.rows[at]); !added) return added;
    if ((at + 1) % kRowsAtOnce == 0) ask.tell(at + 1);
  }
  ask.tell(list.rows.size());
  return writer.finish(ask.keep);
}

std::size_t countOf(const models::ListJob& job) {
  return job.rows ? job.rows->rows.size() : job.keys->size();
}

} // namespace

CachedListExporter::CachedListExporter(const Workers& workers, ReaderWorker& lists,
                                       const models::ReferenceSource& references, QObject* parent)
    : models::ListExporter(parent), m_workers(workers), m_lists(lists), m_references(references) {}

CachedListExporter::~CachedListExporter() {
  (void)stop();
  m_lists.forget(this);
}

void CachedListExporter::start(quint64 request, const models::ListJob& job) {
  if (m_request) {
    const QPointer<CachedListExporter> self(this);
    QMetaObject::invokeMethod(
        this,
        [self, request] {
          if (self) Q_EMIT self->failed(request, {core::ErrorCode::AlreadyExists, "another list is written"});
        },
        Qt::QueuedConnection);
    return;
  }
  m_request = request;
  m_fate = std::make_shared<std::atomic<Fate>>(Fate::Open);
  if (job.keys || job.rows)
    journal(job);
  else
    readKeys(job);
}

void CachedListExporter::cancel(quint64 request) {
  // What is kept already will be told as finished.
  if (m_request != request || !stop()) return;
  m_lists.forget(this);
  fail(listStopped());
}

bool CachedListExporter::stop() {
  auto open = Fate::Open;
  return m_fate && m_fate->compare_exchange_strong(open, Fate::Stopped);
}

void CachedListExporter::fail(const core::Error& error) {
  const auto request = std::exchange(m_request, {});
  if (request) Q_EMIT failed(*request, error);
}

void CachedListExporter::readKeys(const models::ListJob& job) {
  const QPointer<CachedListExporter> self(this);
  m_lists.ask({this, 0, *m_request, false},
              [self, job, fate = m_fate](core::Result<storage::CaseReader*> cache) -> ReaderWorker::Answer {
                auto keys = cache ? (*cache)->keys(job.query) : tl::unexpected(cache.error());
                const auto error = keys ? core::Error{} : keys.error();
                models::ListJob found = job;
                if (keys) found.keys = std::make_shared<const std::vector<models::CaseKey>>(std::move(*keys));
                return [self, fate, found, error] {
                  if (!self || *fate == Fate::Stopped) return;
                  if (found.keys)
                    self->journal(found);
                  else
                    self->fail(error);
                };
              });
}

void CachedListExporter::journal(const models::ListJob& job) {
  const bool prints = job.format == models::ListJob::Format::Print;
  journalFirst(
      m_workers, this, prints ? "print" : "export",
      job.caseId.empty() ? std::to_string(countOf(job)) : job.caseId.value,
      [this, job, fate = m_fate] {
        if (*fate != Fate::Stopped) write(job);
      },
      [this, fate = m_fate](const core::Error& error) {
        if (*fate != Fate::Stopped) fail(error);
      });
}

void CachedListExporter::write(const models::ListJob& job) {
  const QPointer<CachedListExporter> self(this);
  const quint64 request = *m_request;
  const auto references = m_references.references();
  const auto today = core::dayInJapan(systemNow());
  Ask ask;
  ask.isStopped = [fate = m_fate] { return *fate == Fate::Stopped; };
  ask.keep = [fate = m_fate] {
    auto open = Fate::Open;
    return fate->compare_exchange_strong(open, Fate::Kept);
  };
  const auto total = static_cast<qint64>(countOf(job));
  ask.tell = [self, &lists = m_lists, request, total, isStopped = ask.isStopped](std::size_t count) {
    lists.publish([self, request, total, isStopped, done = static_cast<qint64>(count)] {
      if (self && !isStopped()) Q_EMIT self->progressed(request, done, total);
    });
  };
  m_lists.ask({this, 0, request, false},
              [self, request, references, today, job, ask,
               total](core::Result<storage::CaseReader*> cache) -> ReaderWorker::Answer {
                core::Result<void> done = cache ? core::Result<void>() : tl::unexpected(cache.error());
                if (done) {
                  const auto writer = makeListWriter(job);
                  const models::ListCells cells(job.columns, references, today);
                  done = job.rows ? writeRows(*writer, *job.rows, ask)
                                  : writeCases(**cache, *writer, cells, *job.keys, ask);
                }
                return [self, isStopped = ask.isStopped, done, request, total] {
                  if (!self || isStopped()) return;
                  if (!done) return self->fail(done.error());
                  self->m_request.reset();
                  Q_EMIT self->finished(request, total);
                };
              });
}

} // namespace madoguchi::app
