// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workers/cachedsources.h"

#include "protocol/limits.h"

#include <QFile>
#include <QSaveFile>

namespace madoguchi::app {

CachedJournal::CachedJournal(const Workers& workers, QObject* parent)
    : models::DeskJournal(parent), m_workers(workers) {}

void CachedJournal::record(quint64 request, const std::string& action, const std::string& subject) {
  journalFirst(
      m_workers, this, action, subject, [this, request] { Q_EMIT recorded(request); },
      [this, request](const core::Error& error) { Q_EMIT failed(request, error); });
}

CachedBlobSource::CachedBlobSource(const Workers& workers, FileGuard& guard, QObject* parent)
    : models::BlobSource(parent), m_workers(workers), m_guard(guard) {}

void CachedBlobSource::put(quint64 request, const QByteArray& content, bool isScanned) {
  const QPointer<CachedBlobSource> self(this);
  m_workers.store.urgent(
      [&store = m_workers.store, self, request, content, isScanned](storage::Cache& cache) {
        const std::string_view bytes(content.constData(), static_cast<std::size_t>(content.size()));
        const auto entry = bytes.size() > protocol::kMaxBlobBytes
                               ? core::failure(core::ErrorCode::TooLarge, "a document")
                               : cache.blobs().put(bytes, {});
        store.reply(self, [self, request, entry, isScanned] {
          if (!entry) return Q_EMIT self->failed(request, entry.error());
          if (isScanned) self->m_scanned.insert(entry->id);
          Q_EMIT self->stored(request, entry->id, entry->size);
        });
      });
}

void CachedBlobSource::store(quint64 request, const QByteArray& content) {
  put(request, content, false);
}

void CachedBlobSource::admit(quint64 request, const QString& path, MyNumbers numbers, bool keeps) {
  m_guard.admitFile(this, path, numbers, [this, request, keeps](const core::Result<QByteArray>& content) {
    if (!content) return Q_EMIT failed(request, content.error());
    if (!keeps) return Q_EMIT loaded(request, *content);
    put(request, *content, true);
  });
}

void CachedBlobSource::storeFile(quint64 request, const QString& path) {
  admit(request, path, MyNumbers::Refuse, true);
}

void CachedBlobSource::storeMasked(quint64 request, const QString& path) {
  admit(request, path, MyNumbers::Mask, true);
}

void CachedBlobSource::readFile(quint64 request, const QString& path) {
  admit(request, path, MyNumbers::Refuse, false);
}

void CachedBlobSource::load(quint64 request, const core::BlobId& blob) {
  const QPointer<CachedBlobSource> self(this);
  m_workers.store.urgent([&store = m_workers.store, self, request, blob](storage::Cache& cache) {
    auto content = cache.blobs().read(blob);
    store.reply(self, [self, request, blob, content = std::move(content)] {
      if (content)
        self->show(request, blob, QByteArray::fromStdString(*content), false);
      else if (content.error().code == core::ErrorCode::NotFound)
        self->fetch(request, blob);
      else
        Q_EMIT self->failed(request, content.error());
    });
  });
}

void CachedBlobSource::show(quint64 request, const core::BlobId& blob, const QByteArray& content,
                            bool isNew) {
  if (m_scanned.contains(blob)) return Q_EMIT loaded(request, content);
  m_guard.admitContent(this, content, [this, request, blob, isNew](const core::Result<QByteArray>& clean) {
    if (!clean) return Q_EMIT failed(request, clean.error());
    m_scanned.insert(blob);
    if (isNew) keep(blob, clean->toStdString());
    Q_EMIT loaded(request, *clean);
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
    self->show(request, blob, QByteArray::fromStdString(*content), true);
  });
}

/// So that it can be seen offline; where there is no room, it is fetched again next time.
void CachedBlobSource::keep(const core::BlobId& blob, const std::string& content) {
  m_workers.store.background([blob, content, limit = m_limit](storage::Cache& cache) {
    bool given = false;
    static_cast<void>(cache.blobs().put(
        [&content, &given] { return std::exchange(given, true) ? std::string() : content; }, {}, blob));
    static_cast<void>(cache.blobs().evict(limit));
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
  connect(&m_workers.sync, &ServerLine::statusChanged, this, &models::SyncStatusSource::statusChanged);
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
