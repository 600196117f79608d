// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workers/cachedsources.h"

#include "protocol/limits.h"

#include <QFile>
#include <QSaveFile>

namespace madoguchi::app {

namespace {

/// Of documents that are kept here to be seen offline.
constexpr std::int64_t kDocumentBytes = 1024L * 1024 * 1024;

} // namespace

CachedJournal::CachedJournal(const Workers& workers, QObject* parent)
    : models::DeskJournal(parent), m_workers(workers) {}

void CachedJournal::record(quint64 request, const std::string& action, const std::string& subject) {
  journalFirst(
      m_workers, this, action, subject, [this, request] { Q_EMIT recorded(request); },
      [this, request](const core::Error& error) { Q_EMIT failed(request, error); });
}

CachedBlobSource::CachedBlobSource(const Workers& workers, QObject* parent)
    : models::BlobSource(parent), m_workers(workers) {}

void CachedBlobSource::put(quint64 request, Put put) {
  const QPointer<CachedBlobSource> self(this);
  m_workers.store.urgent(
      [&store = m_workers.store, self, request, put = std::move(put)](storage::Cache& cache) {
        const auto entry = put(cache.blobs());
        store.reply(self, [self, request, entry] {
          if (entry)
            Q_EMIT self->stored(request, entry->id, entry->size);
          else
            Q_EMIT self->failed(request, entry.error());
        });
      });
}

void CachedBlobSource::store(quint64 request, const QByteArray& content) {
  put(request, [content](storage::BlobStore& blobs) -> core::Result<storage::BlobStore::Entry> {
    const std::string_view bytes(content.constData(), static_cast<std::size_t>(content.size()));
    if (bytes.size() > protocol::kMaxBlobBytes) return core::failure(core::ErrorCode::TooLarge, "a document");
    return blobs.put(bytes, {});
  });
}

void CachedBlobSource::storeFile(quint64 request, const QString& path) {
  put(request, [path](storage::BlobStore& blobs) -> core::Result<storage::BlobStore::Entry> {
    constexpr qint64 kPiece = 1024L * 1024;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
      return core::failure(core::ErrorCode::FileUnreadable, "a chosen file");
    if (static_cast<std::size_t>(file.size()) > protocol::kMaxBlobBytes)
      return core::failure(core::ErrorCode::TooLarge, "a document");
    bool failed = false;
    auto entry = blobs.put(
        [&file, &failed] {
          const QByteArray piece = file.read(kPiece);
          failed = failed || (piece.isEmpty() && file.error() != QFile::NoError);
          return piece.toStdString();
        },
        {});
    if (failed) return core::failure(core::ErrorCode::FileUnreadable, "a chosen file broke off");
    return entry;
  });
}

void CachedBlobSource::load(quint64 request, const core::BlobId& blob) {
  const QPointer<CachedBlobSource> self(this);
  m_workers.store.urgent([&store = m_workers.store, self, request, blob](storage::Cache& cache) {
    auto content = cache.blobs().read(blob);
    store.reply(self, [self, request, blob, content = std::move(content)] {
      if (content)
        Q_EMIT self->loaded(request, QByteArray::fromStdString(*content));
      else if (content.error().code == core::ErrorCode::NotFound)
        self->fetch(request, blob);
      else
        Q_EMIT self->failed(request, content.error());
    });
  });
}

void CachedBlobSource::fetch(quint64 request, const core::BlobId& blob) {
  const QPointer<CachedBlobSource> self(this);
  m_workers.sync.download(blob, [self, request, blob](const core::Result<std::string>& content) {
    if (!self) return;
    if (!content) {
      Q_EMIT self->failed(request, content.error());
      return;
    }
    self->keep(blob, *content);
    Q_EMIT self->loaded(request, QByteArray::fromStdString(*content));
  });
}

/// So that it can be seen offline; where there is no room, it is fetched again next time.
void CachedBlobSource::keep(const core::BlobId& blob, const std::string& content) {
  m_workers.store.background([blob, content](storage::Cache& cache) {
    bool given = false;
    static_cast<void>(cache.blobs().put(
        [&content, &given] { return std::exchange(given, true) ? std::string() : content; }, {}, blob));
    static_cast<void>(cache.blobs().evict(kDocumentBytes));
    return true;
  });
}

void CachedBlobSource::writeFile(quint64 request, const QString& path, const QByteArray& content) {
  const QPointer<CachedBlobSource> self(this);
  m_workers.store.urgent([&store = m_workers.store, self, request, path, content](storage::Cache&) {
    QSaveFile file(path);
    const bool written =
        file.open(QIODevice::WriteOnly) && file.write(content) == content.size() && file.commit();
    const bool isFull = file.error() == QFile::ResourceError;
    store.reply(self, [self, request, written, isFull] {
      if (written)
        Q_EMIT self->written(request);
      else
        Q_EMIT self->failed(request, {isFull ? core::ErrorCode::StorageFull : core::ErrorCode::StorageFailed,
                                      "a chosen file"});
    });
  });
}

CachedReferences::CachedReferences(const Workers& workers, core::AppealTexts appealTexts, QObject* parent)
    : models::ReferenceSource(parent), m_workers(workers), m_appealTexts(std::move(appealTexts)),
      m_references(std::make_shared<models::References>()) {
  connect(&m_workers.store, &StoreWorker::changed, this, [this](const core::ChangeSet& changes) {
    if (changes.referencesChanged || changes.everything) reload();
  });
}

CachedReferences::~CachedReferences() {
  m_workers.search.forget(this);
}

void CachedReferences::reload() {
  const QPointer<CachedReferences> self(this);
  const quint64 wanted = ++m_wanted;
  m_workers.search.ask(
      {this, 0, wanted, true},
      [self, wanted, known = m_known](core::Result<storage::CaseReader*> cache) -> ReaderWorker::Answer {
        if (!cache) return {};
        auto read = (*cache)->surroundings(known.get());
        if (!read) return {};
        const auto around = std::make_shared<const storage::Surroundings>(std::move(*read));
        const auto fresh = std::make_shared<models::References>();
        fresh->me = around->me;
        fresh->offices = around->offices;
        for (const auto& [id, person] : around->people)
          fresh->people[id] = {person.id, person.nameJa, person.nameEn, person.rank, person.office};
        fresh->procedures = around->procedures;
        fresh->holidays = around->holidays;
        fresh->absences = around->absences;
        return [self, wanted, around, fresh] {
          if (!self || self->m_wanted != wanted) return;
          fresh->appealTexts = self->m_appealTexts;
          self->m_known = around;
          self->m_references = fresh;
          Q_EMIT self->referencesChanged();
        };
      });
}

ReportedStatus::ReportedStatus(const Workers& workers, QObject* parent)
    : models::SyncStatusSource(parent), m_workers(workers) {
  connect(&m_workers.sync, &SyncWorker::statusChanged, this, &models::SyncStatusSource::statusChanged);
  connect(&m_workers.store, &StoreWorker::outboxCounted, this, [this](const OutboxTally& tally) {
    if (m_tally == tally) return;
    m_tally = tally;
    Q_EMIT statusChanged();
  });
}

models::SyncStatus ReportedStatus::status() const {
  using Link = models::SyncStatus::Link;
  const auto& engine = m_workers.sync.status();
  models::SyncStatus status;
  switch (engine.link) {
  case sync::Status::Link::Offline:
    status.link = Link::Offline;
    break;
  case sync::Status::Link::Connecting:
    status.link = Link::Connecting;
    break;
  case sync::Status::Link::Online:
    status.link = Link::Online;
    break;
  }
  status.syncing = engine.syncing;
  status.done = engine.rowsDone;
  status.waiting = m_tally.waiting;
  status.needsAttention = m_tally.needsAttention;
  status.lastSync = engine.lastSync;
  if (engine.problem) status.problem = engine.problem->code;
  if (const auto& held = engine.heldRemoval)
    status.heldRemoval = {held->removed, held->total, held->unsent, held->since};
  return status;
}

void ReportedStatus::syncNow() {
  m_workers.sync.syncNow();
}

void ReportedStatus::allowRemoval() {
  m_workers.sync.allowRemoval();
}

} // namespace madoguchi::app
