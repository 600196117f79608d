// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workers/client.h"

#include "app/profile/log.h"
#include "app/workers/stamp.h"

namespace madoguchi::app {

Client::Client(ServerLine& sync, core::UserId user, core::DeviceId device, core::AppealTexts appealTexts,
               QObject* parent)
    : QObject(parent), m_sync(sync), m_user(std::move(user)), m_device(std::move(device)),
      m_references(workers(), std::move(appealTexts)), m_drafts(m_store), m_commands(workers(), m_references),
      m_absences(workers()), m_outbox(workers()), m_journal(workers()),
      m_listExporter(workers(), m_lists, m_references), m_blobs(workers(), m_guard), m_status(workers()),
      m_rowChecker(m_store, m_sync, [this] { follow(m_followsForGood); }),
      m_fetchAhead(m_store, m_search, m_sync, kDocumentBytes), m_documentPlaces(m_store, m_fetchAhead) {}

Client::~Client() {
  // The engine first, so that nothing new is asked of the store; the store's destructor finishes the rest.
  m_sync.end();
}

void Client::open(const storage::Profile& profile, const std::function<void(core::Result<void>)>& done) {
  const QPointer<Client> self(this);
  m_store.open(profile, [self, file = storage::cacheFileOf(profile), done](const core::Result<void>& opened) {
    if (!self) return;
    if (!opened) return done(opened);
    self->m_pages.open(file);
    self->m_search.open(file);
    self->m_lists.open(file);
    connect(
        &self->m_references, &models::ReferenceSource::referencesChanged, self, [done] { done({}); },
        Qt::SingleShotConnection);
    self->m_drafts.load([self] {
      if (self) self->m_references.reload();
    });
    self->tidyUp();
    self->watchTheDay();
  });
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

void Client::watchTheDay() {
  const auto look = [this] {
    const core::Date today = core::dayInJapan(systemNow());
    if (m_today == today) return;
    m_today = today;
    m_rowChecker.checkAgain();
    m_store.background([&store = m_store, today](storage::Cache& cache) {
      if (const auto moved = cache.refreshClocks(today)) store.tell(cache, *moved);
      return true;
    });
  };
  connect(&m_dayTimer, &QTimer::timeout, this, look);
  m_dayTimer.start(std::chrono::minutes(1));
  look();
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
  m_store.urgent([texts](storage::Cache& cache) {
    for (const auto& [key, text] : texts)
      if (const auto saved = cache.saveDraft(key, text); !saved) logWarning("draft", saved.error().detail);
  });
  m_drafts.load([] {});
}

void Client::follow(bool forGood) {
  m_followsForGood = forGood;
  m_sync.begin(m_store, m_user, m_device, forGood);
}

std::unique_ptr<models::CaseSource> Client::makeCaseSource() {
  return std::make_unique<CachedCaseSource>(workers(), m_references);
}

} // namespace madoguchi::app
