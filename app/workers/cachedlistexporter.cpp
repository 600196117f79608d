// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workers/cachedlistexporter.h"

#include "app/lists/listwriter.h"
#include "app/workers/stamp.h"

#include <algorithm>

namespace madoguchi::app {

namespace {

constexpr std::size_t kRowsAtOnce = 256;

core::Error cancelled() {
  return {core::ErrorCode::Cancelled, "the export was stopped"};
}

/// Writes all rows; `tell` hears how many are done. On the reader thread.
core::Result<void> writeAll(storage::CaseReader& cache, ListWriter& writer, const models::ListCells& cells,
                            const std::vector<models::CaseKey>& keys, const std::atomic<bool>& stop,
                            const std::function<void(std::size_t)>& tell) {
  if (auto begun = writer.begin(cells.headers()); !begun) return begun;
  for (std::size_t at = 0; at < keys.size(); at += kRowsAtOnce) {
    if (stop) return tl::unexpected(cancelled());
    const std::size_t count = std::min(kRowsAtOnce, keys.size() - at);
    const auto rows = cache.rows(std::span(keys).subspan(at, count));
    if (!rows) return tl::unexpected(rows.error());
    for (const core::CaseListRow& row : *rows) {
      // It has left the cache since the keys were read: then nothing of it is shown either.
      if (row.id.empty()) continue;
      if (auto added = writer.add(cells.cells(row)); !added) return added;
    }
    tell(at + count);
  }
  if (stop) return tl::unexpected(cancelled());
  return writer.finish();
}

} // namespace

CachedListExporter::CachedListExporter(const Workers& workers, ReaderWorker& lists,
                                       const models::ReferenceSource& references, QObject* parent)
    : models::ListExporter(parent), m_workers(workers), m_lists(lists), m_references(references) {}

CachedListExporter::~CachedListExporter() {
  if (m_stop) *m_stop = true;
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
  m_stop = std::make_shared<std::atomic<bool>>(false);
  if (job.keys)
    journal(job, job.keys);
  else
    readKeys(job);
}

void CachedListExporter::cancel(quint64 request) {
  if (m_request != request) return;
  *m_stop = true;
  m_lists.forget(this);
  fail(cancelled());
}

void CachedListExporter::fail(const core::Error& error) {
  const auto request = std::exchange(m_request, {});
  if (request) Q_EMIT failed(*request, error);
}

void CachedListExporter::readKeys(const models::ListJob& job) {
  const QPointer<CachedListExporter> self(this);
  m_lists.ask({this, 0, *m_request, false},
              [self, job, stop = m_stop](core::Result<storage::CaseReader*> cache) -> ReaderWorker::Answer {
                auto keys = cache ? (*cache)->keys(job.query) : tl::unexpected(cache.error());
                const auto error = keys ? core::Error{} : keys.error();
                const Keys shared =
                    keys ? std::make_shared<const std::vector<models::CaseKey>>(std::move(*keys)) : nullptr;
                return [self, job, stop, shared, error] {
                  if (!self || *stop) return;
                  if (shared)
                    self->journal(job, shared);
                  else
                    self->fail(error);
                };
              });
}

void CachedListExporter::journal(const models::ListJob& job, const Keys& keys) {
  const bool prints = job.format == models::ListJob::Format::Print;
  journalFirst(
      m_workers, this, prints ? "print" : "export", std::to_string(keys->size()),
      [this, job, keys, stop = m_stop] {
        if (!*stop) write(job, keys);
      },
      [this, stop = m_stop](const core::Error& error) {
        if (!*stop) fail(error);
      });
}

void CachedListExporter::write(const models::ListJob& job, const Keys& keys) {
  const QPointer<CachedListExporter> self(this);
  const quint64 request = *m_request;
  const auto references = m_references.references();
  const auto today = core::dayInJapan(systemNow());
  m_lists.ask({this, 0, request, false},
              [self, &lists = m_lists, request, references, today, job, keys,
               stop = m_stop](core::Result<storage::CaseReader*> cache) -> ReaderWorker::Answer {
                core::Result<void> done = cache ? core::Result<void>() : tl::unexpected(cache.error());
                if (done) {
                  const auto writer = makeListWriter(job);
                  const models::ListCells cells(job.columns, references, today);
                  const auto total = static_cast<qint64>(keys->size());
                  done = writeAll(**cache, *writer, cells, *keys, *stop, [&](std::size_t count) {
                    lists.publish([self, request, stop, count = static_cast<qint64>(count), total] {
                      if (self && !*stop) Q_EMIT self->progressed(request, count, total);
                    });
                  });
                }
                return [self, stop, done, request, count = static_cast<qint64>(keys->size())] {
                  if (!self || *stop) return;
                  if (!done) return self->fail(done.error());
                  self->m_request.reset();
                  Q_EMIT self->finished(request, count);
                };
              });
}

} // namespace madoguchi::app
