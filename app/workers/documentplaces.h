// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workers/fetchahead.h"
#include "models/ports/documentplaces.h"

#include <functional>
#include <map>
#include <optional>

namespace madoguchi::app {

/// As the cache knows it; asked again when a document has come and when the outbox moves. What is kept is in
/// the cache too. UI thread.
class CachedDocumentPlaces final : public models::DocumentPlaces {
  Q_OBJECT

public:
  CachedDocumentPlaces(StoreWorker& store, FetchAhead& ahead, ServerLine& line, QObject* parent = nullptr);

  void watch(const QObject* page, const std::vector<core::BlobId>& blobs) override;
  [[nodiscard]] models::DocumentPlace placeOf(const core::BlobId& blob) const override;
  [[nodiscard]] std::optional<models::DocumentTransfer> transferOf(const core::BlobId& blob) const override;
  [[nodiscard]] bool isKept(const core::BlobId& blob) const override;
  [[nodiscard]] bool keepsAllOf(const core::CaseId& caseId) const override;
  void keep(const core::CaseId& caseId, const core::BlobId& blob, bool kept) override;
  void keepAll(const core::CaseId& caseId, const std::vector<core::BlobId>& blobs, bool kept) override;

private:
  using Change = std::function<core::Result<void>(storage::KeptDocuments&)>;

  void look();
  void take(const sync::Transfer& transfer);
  void change(Change how);

  StoreWorker& m_store;
  FetchAhead& m_ahead;
  std::map<const QObject*, std::vector<core::BlobId>> m_watched; ///< by page
  std::map<core::BlobId, models::DocumentPlace> m_places;
  storage::KeptByCase m_kept;
  std::map<core::BlobId, models::DocumentTransfer> m_transfers; ///< under way
  bool m_isLooking = false;
  bool m_isStale = false; ///< something moved while it was looked
};

} // namespace madoguchi::app
