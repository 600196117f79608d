// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workers/client.h"

#include "app/profile/log.h"

namespace madoguchi::app {

Client::Client(ServerLine& sync, core::UserId user, core::DeviceId device, core::AppealTexts appealTexts,
               QObject* parent)
    : QObject(parent), m_sync(sync), m_user(std::move(user)), m_device(std::move(device)),
      m_references(workers(), std::move(appealTexts)), m_drafts(m_store, m_pages), m_heldCases(workers()),
      m_commands(workers(), m_references, m_drafts), m_absences(workers()), m_outbox(workers()),
      m_journal(workers()), m_listExporter(workers(), m_lists, m_references), m_blobs(workers(), m_guard),
      m_status(workers()), m_rowRefresher(m_store),
      m_rowChecker(m_store, m_sync, [this] { follow(m_followsForGood); }),
      m_fetchAhead(m_store, m_search, m_sync, kDocumentBytes),
      m_documentPlaces(m_store, m_fetchAhead, m_sync), m_room(m_store, m_lists, m_fetchAhead, m_blobs) {
  connect(&m_rowRefresher, &RowRefresher::dayBegan, &m_rowChecker, &RowChecker::checkAgain);
}

Client::~Client() {
  // The engine first, so that nothing new is asked of the store; the store's destructor finishes the rest.
  m_sync.end();
}

void Client::open(const storage::Profile& profile, const std::function<void(core::Result<void>)>& done) {
  const QPointer<Client> self(this);
  const auto isReadable = m_store.open(profile, [self, done](const core::Result<void>& opened) {
    if (!self) return;
    if (!opened) return done(opened);
    self->tidyUp();
    self->m_rowRefresher.begin();
  });
  for (ReaderWorker* reader : {&m_pages, &m_search, &m_lists})
    reader->open(storage::cacheFileOf(profile), isReadable);
  // Asked for at once, so that one thread after the other answers while this one has its fonts to load.
  const auto left = std::make_shared<int>(2);
  const auto there = [left, done] {
    if (--*left == 0) done({});
  };
  connect(&m_references, &models::ReferenceSource::referencesChanged, this, there, Qt::SingleShotConnection);
  m_references.reload();
  m_drafts.load(there);
}

void Client::tidyUp() {
  m_store.background([&store = m_store](storage::Cache& cache) {
    // A bulk load may have been cut by the end of the program.
    if (const auto finished = cache.finishSnapshots()) store.tell(cache, *finished);
    // What cannot be swept now is swept next time.
    static_cast<void>(cache.blobs().sweep());
    return true;
  });
}

void Client::setActor(const core::Actor& actor) {
  m_store.urgent([actor, &store = m_store](storage::Cache& cache) {
    if (!cache.setActor(actor)) return;
    core::ChangeSet changes;
    changes.referencesChanged = true;
    store.tell(cache, changes);
  });
}

void Client::setSealing(const storage::Sealing& sealing) {
  m_store.urgent([sealing](storage::Cache& cache) {
    if (const auto done = cache.setSealing(sealing); !done) logWarning("sealing", done.error().detail);
  });
}

void Client::restoreDrafts(const std::map<std::string, std::string>& texts) {
  const QPointer<Client> self(this);
  m_store.urgent([self, texts, &store = m_store](storage::Cache& cache) {
    for (const auto& [key, text] : texts)
      if (const auto saved = cache.saveDraft(key, text); !saved) logWarning("draft", saved.error().detail);
    store.reply(self, [self] { self->m_drafts.load([] {}); });
  });
}

void Client::follow(bool forGood) {
  m_followsForGood = forGood;
  m_sync.begin(m_store, m_user, m_device, forGood);
}

std::unique_ptr<models::CaseSource> Client::makeCaseSource() {
  return std::make_unique<CachedCaseSource>(workers(), m_references);
}

} // namespace madoguchi::app
