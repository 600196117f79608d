// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workers/documentroom.h"

#include "app/workers/stamp.h"

#include <QPointer>

#include <algorithm>

namespace madoguchi::app {

namespace {

enum Kind { Measure, Spare };
constexpr qint64 kMegabyte = 1024L * 1024;

} // namespace

DocumentRoom::DocumentRoom(StoreWorker& store, ReaderWorker& reader, FetchAhead& ahead,
                           CachedBlobSource& blobs, const QString& siteFile, QObject* parent)
    : models::OfflineRoom(parent), m_store(store), m_reader(reader), m_ahead(ahead), m_blobs(blobs) {
  connect(&m_ahead, &FetchAhead::moved, this, &models::OfflineRoom::changed);
  const QPointer<DocumentRoom> self(this);
  m_store.background([&store, self, siteFile](storage::Cache&) {
    const auto most = readSiteSettings(siteFile).keepMegabytes;
    store.reply(self, [self, most] {
      if (!most) return;
      self->m_most = *most * kMegabyte;
      self->apply();
    });
    return true;
  });
}

DocumentRoom::~DocumentRoom() {
  m_reader.forget(this);
}

qint64 DocumentRoom::limit() const {
  return m_most ? std::min(m_wanted, *m_most) : m_wanted;
}

void DocumentRoom::setLimit(qint64 bytes) {
  if (std::exchange(m_wanted, bytes) != bytes) apply();
}

void DocumentRoom::apply() {
  m_ahead.setLimit(limit());
  m_blobs.setLimit(limit());
  const QPointer<DocumentRoom> self(this);
  m_store.background([&store = m_store, self, most = limit()](storage::Cache& cache) {
    // What cannot go now goes when the next document comes.
    static_cast<void>(cache.blobs().evict(most));
    store.reply(self, [self] { Q_EMIT self->changed(); });
    return true;
  });
}

void DocumentRoom::measure(quint64 request) {
  const QPointer<DocumentRoom> self(this);
  m_reader.ask({this, Measure, request, false},
               [self, request](core::Result<storage::CaseReader*> cache) -> ReaderWorker::Answer {
                 const auto use = cache ? (*cache)->room() : tl::unexpected(cache.error());
                 return [self, request, use] {
                   if (!self) return;
                   if (use)
                     Q_EMIT self->measured(request, *use);
                   else
                     Q_EMIT self->failed(request, use.error());
                 };
               });
}

void DocumentRoom::freeNow(quint64 request) {
  const QPointer<DocumentRoom> self(this);
  m_reader.ask({this, Spare, request, false},
               [self, request, today = core::dayInJapan(systemNow())](
                   core::Result<storage::CaseReader*> cache) -> ReaderWorker::Answer {
                 if (!cache)
                   return [self, request, error = cache.error()] {
                     if (self) Q_EMIT self->failed(request, error);
                   };
                 const auto spared = FetchAhead::blobsWanted(**cache, today);
                 return [self, request, spared] {
                   if (self) self->evict(request, spared);
                 };
               });
}

void DocumentRoom::evict(quint64 request, const std::set<core::BlobId>& spared) {
  const QPointer<DocumentRoom> self(this);
  m_store.urgent([&store = m_store, self, request, spared](storage::Cache& cache) {
    const auto gone = cache.blobs().evict(0, spared);
    store.reply(self, [self, request, gone] {
      if (!gone) return Q_EMIT self->failed(request, gone.error());
      Q_EMIT self->freed(request, *gone);
      Q_EMIT self->changed();
    });
  });
}

} // namespace madoguchi::app
