// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workers/fileguard.h"
#include "app/workers/workers.h"
#include "models/ports/blobsource.h"
#include "models/ports/deskjournal.h"
#include "models/ports/referencesource.h"
#include "models/ports/syncstatussource.h"

#include <set>

namespace madoguchi::app {

/// The desk's journal, in the cache. UI thread.
class CachedJournal final : public models::DeskJournal {
  Q_OBJECT

public:
  explicit CachedJournal(const Workers& workers, QObject* parent = nullptr);

  void record(quint64 request, const std::string& action, const std::string& subject) override;

private:
  Workers m_workers;
};

/// Bytes of documents that are kept here to be seen offline, where nobody has chosen another limit.
inline constexpr std::int64_t kDocumentBytes = 1024L * 1024 * 1024;

/// Contents of documents: kept beside the cache, fetched from the server when they are not there. UI thread.
class CachedBlobSource final : public models::BlobSource {
  Q_OBJECT

public:
  /// The guard outlives this.
  CachedBlobSource(const Workers& workers, FileGuard& guard, QObject* parent = nullptr);

  void store(quint64 request, const QByteArray& content) override;
  void storeFile(quint64 request, const QString& path) override;
  void storeMasked(quint64 request, const QString& path) override;
  void readFile(quint64 request, const QString& path) override;
  void load(quint64 request, const core::BlobId& blob) override;
  void writeFile(quint64 request, const QString& path, const QByteArray& content) override;
  /// Of what is kept, from now on.
  void setLimit(std::int64_t bytes) { m_limit = bytes; }

private:
  void put(quint64 request, const QByteArray& content, bool isScanned);
  void admit(quint64 request, const QString& path, MyNumbers numbers, bool keeps);
  /// Content of a document, shown once it is scanned.
  void show(quint64 request, const core::BlobId& blob, const QByteArray& content, bool isNew);
  void fetch(quint64 request, const core::BlobId& blob);
  void keep(const core::BlobId& blob, const std::string& content);

  Workers m_workers;
  FileGuard& m_guard;
  std::int64_t m_limit = kDocumentBytes;
  std::set<core::BlobId> m_scanned; ///< since this was made: the scanner learns, so each day asks it anew
};

/// What cases refer to, read anew when the server has sent other ones. UI thread.
class CachedReferences final : public models::ReferenceSource {
  Q_OBJECT

public:
  CachedReferences(const Workers& workers, core::AppealTexts appealTexts, QObject* parent = nullptr);
  ~CachedReferences() override;

  [[nodiscard]] std::shared_ptr<const models::References> references() const override { return m_references; }
  /// Reads them; referencesChanged follows.
  void reload();

private:
  Workers m_workers;
  core::AppealTexts m_appealTexts;
  std::shared_ptr<const models::References> m_references;
  std::shared_ptr<const storage::Surroundings> m_known; ///< lends its procedures to the next reading
  quint64 m_wanted = 0;
};

/// What the engine reports, with the outbox counted. UI thread.
class ReportedStatus final : public models::SyncStatusSource {
  Q_OBJECT

public:
  explicit ReportedStatus(const Workers& workers, QObject* parent = nullptr);

  [[nodiscard]] models::SyncStatus status() const override;
  void syncNow() override;
  void allowRemoval() override;

private:
  Workers m_workers;
  OutboxTally m_tally;
};

} // namespace madoguchi::app
