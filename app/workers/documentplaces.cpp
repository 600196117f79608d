// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workers/documentplaces.h"

#include <QPointer>

namespace madoguchi::app {

using models::DocumentPlace;

namespace {

DocumentPlace placeIn(storage::Cache& cache, const core::BlobId& blob) {
  const auto place = cache.blobs().placeOf(blob);
  if (!place) return DocumentPlace::Unknown;
  switch (*place) {
  case storage::BlobStore::Place::Here:
    return DocumentPlace::Here;
  case storage::BlobStore::Place::Unsent:
    return DocumentPlace::Unsent;
  case storage::BlobStore::Place::Elsewhere:
    break;
  }
  return DocumentPlace::Server;
}

} // namespace

CachedDocumentPlaces::CachedDocumentPlaces(StoreWorker& store, FetchAhead& ahead, QObject* parent)
    : models::DocumentPlaces(parent), m_store(store), m_ahead(ahead) {
  connect(&m_ahead, &FetchAhead::moved, this, &CachedDocumentPlaces::look);
  connect(&m_store, &StoreWorker::outboxCounted, this, &CachedDocumentPlaces::look);
}

void CachedDocumentPlaces::watch(const std::vector<core::BlobId>& blobs) {
  m_watched = blobs;
  look();
}

DocumentPlace CachedDocumentPlaces::placeOf(const core::BlobId& blob) const {
  const auto known = m_places.find(blob);
  if (known == m_places.end()) return DocumentPlace::Unknown;
  return known->second == DocumentPlace::Server && m_ahead.coming() == blob ? DocumentPlace::Coming
                                                                            : known->second;
}

void CachedDocumentPlaces::look() {
  if (m_watched.empty()) return m_places.clear();
  m_isStale = m_isLooking;
  if (m_isLooking) return;
  m_isLooking = true;
  const QPointer<CachedDocumentPlaces> self(this);
  // Behind what is just being kept, so that it is seen.
  m_store.background([&store = m_store, self, watched = m_watched](storage::Cache& cache) {
    std::map<core::BlobId, DocumentPlace> places;
    for (const core::BlobId& blob : watched)
      places.emplace(blob, placeIn(cache, blob));
    store.reply(self, [self, places = std::move(places)] {
      self->m_isLooking = false;
      self->m_places = places;
      Q_EMIT self->changed();
      if (self->m_isStale) self->look();
    });
    return true;
  });
}

} // namespace madoguchi::app
