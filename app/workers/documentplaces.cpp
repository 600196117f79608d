// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workers/documentplaces.h"

#include <QPointer>

#include <algorithm>
#include <set>

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

CachedDocumentPlaces::CachedDocumentPlaces(StoreWorker& store, FetchAhead& ahead, ServerLine& line,
                                           QObject* parent)
    : models::DocumentPlaces(parent), m_store(store), m_ahead(ahead) {
  connect(&m_ahead, &FetchAhead::moved, this, &CachedDocumentPlaces::look);
  connect(&m_store, &StoreWorker::outboxCounted, this, &CachedDocumentPlaces::look);
  connect(&line, &ServerLine::transferred, this, &CachedDocumentPlaces::take);
}

void CachedDocumentPlaces::watch(const QObject* page, const std::vector<core::BlobId>& blobs) {
  const auto [watched, isNew] = m_watched.insert_or_assign(page, blobs);
  if (isNew) connect(page, &QObject::destroyed, this, [this, page] { m_watched.erase(page); });
  look();
}

DocumentPlace CachedDocumentPlaces::placeOf(const core::BlobId& blob) const {
  const auto known = m_places.find(blob);
  if (known == m_places.end()) return DocumentPlace::Unknown;
  const bool isComing = m_ahead.coming() == blob || m_transfers.count(blob) > 0;
  return known->second == DocumentPlace::Server && isComing ? DocumentPlace::Coming : known->second;
}

std::optional<models::DocumentTransfer> CachedDocumentPlaces::transferOf(const core::BlobId& blob) const {
  const auto transfer = m_transfers.find(blob);
  return transfer == m_transfers.end() ? std::nullopt : std::optional(transfer->second);
}

void CachedDocumentPlaces::take(const sync::Transfer& transfer) {
  if (transfer.ended)
    m_transfers.erase(transfer.blob);
  else
    m_transfers[transfer.blob] = {transfer.done, transfer.total};
  Q_EMIT transferred(transfer.blob);
}

bool CachedDocumentPlaces::isKept(const core::BlobId& blob) const {
  return std::any_of(m_kept.begin(), m_kept.end(),
                     [&](const auto& of) { return of.second.blobs.count(blob) > 0; });
}

bool CachedDocumentPlaces::keepsAllOf(const core::CaseId& caseId) const {
  const auto kept = m_kept.find(caseId);
  return kept != m_kept.end() && kept->second.all;
}

void CachedDocumentPlaces::keep(const core::CaseId& caseId, const core::BlobId& blob, bool kept) {
  change([=](storage::KeptDocuments& documents) {
    return kept ? documents.keep(caseId, {blob}) : documents.release(caseId, blob);
  });
}

void CachedDocumentPlaces::keepAll(const core::CaseId& caseId, const std::vector<core::BlobId>& blobs,
                                   bool kept) {
  change([=](storage::KeptDocuments& documents) {
    return kept ? documents.keepAll(caseId, blobs) : documents.releaseAll(caseId);
  });
}

void CachedDocumentPlaces::change(Change how) {
  const QPointer<CachedDocumentPlaces> self(this);
  m_store.urgent([&store = m_store, self, how = std::move(how)](storage::Cache& cache) {
    const auto done = how(cache.kept());
    store.reply(self, [self, done] {
      if (!done) return Q_EMIT self->failed(done.error());
      self->look();
      self->m_ahead.fetchKept();
    });
  });
}

void CachedDocumentPlaces::look() {
  if (m_watched.empty()) return m_places.clear();
  std::set<core::BlobId> watched;
  for (const auto& [page, blobs] : m_watched)
    watched.insert(blobs.begin(), blobs.end());
  m_isStale = m_isLooking;
  if (m_isLooking) return;
  m_isLooking = true;
  const QPointer<CachedDocumentPlaces> self(this);
  // Behind what is just being kept, so that it is seen.
  m_store.background([&store = m_store, self, watched = std::move(watched)](storage::Cache& cache) {
    std::map<core::BlobId, DocumentPlace> places;
    for (const core::BlobId& blob : watched)
      places.emplace(blob, placeIn(cache, blob));
    store.reply(self, [self, places = std::move(places), kept = cache.kept().all()] {
      self->m_isLooking = false;
      self->m_places = places;
      if (kept) self->m_kept = *kept;
      Q_EMIT self->changed();
      if (self->m_isStale) self->look();
    });
    return true;
  });
}

} // namespace madoguchi::app
