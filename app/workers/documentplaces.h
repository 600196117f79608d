// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workers/fetchahead.h"
#include "models/ports/documentplaces.h"

#include <map>

namespace madoguchi::app {

/// As the cache knows it; asked again when a document has come and when the outbox moves. UI thread.
class CachedDocumentPlaces final : public models::DocumentPlaces {
  Q_OBJECT

public:
  CachedDocumentPlaces(StoreWorker& store, FetchAhead& ahead, QObject* parent = nullptr);

  void watch(const std::vector<core::BlobId>& blobs) override;
  [[nodiscard]] models::DocumentPlace placeOf(const core::BlobId& blob) const override;

private:
  void look();

  StoreWorker& m_store;
  FetchAhead& m_ahead;
  std::vector<core::BlobId> m_watched;
  std::map<core::BlobId, models::DocumentPlace> m_places;
  bool m_isLooking = false;
  bool m_isStale = false; ///< something moved while it was looked
};

} // namespace madoguchi::app
