// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/profile/sitesettings.h"
#include "app/workers/cachedsources.h"
#include "app/workers/fetchahead.h"
#include "models/ports/offlineroom.h"

namespace madoguchi::app {

/// Keeps the documents of one cache within the user's choice and the site's. UI thread; measures on a reader
/// thread, removes on the store's.
class DocumentRoom final : public models::OfflineRoom {
  Q_OBJECT

public:
  /// All of them outlive this.
  DocumentRoom(StoreWorker& store, ReaderWorker& reader, FetchAhead& ahead, CachedBlobSource& blobs,
               const QString& siteFile = siteSettingsFile(), QObject* parent = nullptr);
  ~DocumentRoom() override;

  [[nodiscard]] qint64 limit() const override;
  [[nodiscard]] std::optional<qint64> mostAllowed() const override { return m_most; }
  void setLimit(qint64 bytes) override;
  void measure(quint64 request) override;
  void freeNow(quint64 request) override;

private:
  void apply();
  void evict(quint64 request, const std::set<core::BlobId>& spared);

  StoreWorker& m_store;
  ReaderWorker& m_reader;
  FetchAhead& m_ahead;
  CachedBlobSource& m_blobs;
  qint64 m_wanted = kDocumentBytes;
  std::optional<qint64> m_most;
};

} // namespace madoguchi::app
