// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/training/practiceserver.h"

#include "app/profile/log.h"
#include "app/workers/stamp.h"

namespace madoguchi::app {

namespace {

constexpr std::size_t kRun = 100;
constexpr std::size_t kBytes = 4UL * 1024 * 1024;

core::Result<void> bringFeed(StoreWorker& store, storage::Cache& cache, PracticeBook& book) {
  const auto fed = cache.applyFeed(book.takeFeed(), systemNow(), {storage::Removals::Allow});
  if (!fed) return tl::unexpected(fed.error());
  store.tell(cache, fed->changes);
  return {};
}

core::Result<std::size_t> answerRun(StoreWorker& store, storage::Cache& cache, PracticeBook& book) {
  const auto run = cache.nextRun(kRun, kBytes);
  if (!run) return tl::unexpected(run.error());
  if (run->empty()) return 0;
  std::vector<std::int64_t> places;
  for (const auto& entry : *run)
    places.push_back(entry.deviceSeq);
  if (const auto marked = cache.markSent(places); !marked) return tl::unexpected(marked.error());
  const auto answers = book.answer(*run, cache.surroundings(), systemNow());
  const auto changes = cache.recordAnswers(answers, systemNow());
  if (!changes) return tl::unexpected(changes.error());
  store.tell(cache, *changes);
  if (const auto fed = bringFeed(store, cache, book); !fed) return tl::unexpected(fed.error());
  return run->size();
}

} // namespace

PracticeServer::PracticeServer(std::shared_ptr<PracticeBook> book, QObject* parent)
    : ServerLine(parent), m_book(std::move(book)) {
  m_status.link = sync::Status::Link::Online;
  m_status.signedIn = true;
}

void PracticeServer::begin(StoreWorker& store, const core::UserId&, const core::DeviceId&, bool) {
  m_store = &store;
  connect(&store, &StoreWorker::outboxCounted, this, [this](const OutboxTally& tally) {
    if (tally.waiting > 0) ask();
  });
  syncNow();
}

void PracticeServer::end() {
  // The store finishes its jobs before it goes, and those hold the book.
  if (m_store != nullptr) disconnect(m_store, nullptr, this, nullptr);
  m_store = nullptr;
}

void PracticeServer::ask() {
  if (m_store == nullptr) return;
  m_store->background([&store = *m_store, book = m_book](storage::Cache& cache) {
    answer(store, cache, *book);
    return true;
  });
}

void PracticeServer::answer(StoreWorker& store, storage::Cache& cache, PracticeBook& book) {
  for (;;) {
    const auto answered = answerRun(store, cache, book);
    if (!answered) logWarning("practice", answered.error().detail);
    if (!answered || *answered < kRun) return;
  }
}

void PracticeServer::syncNow() {
  m_status.lastSync = systemNow();
  ask();
  Q_EMIT statusChanged();
}

void PracticeServer::recordAbsence(const core::AttendanceChange& change,
                                   std::function<void(core::Result<void>)> done) {
  if (m_store == nullptr)
    return done(core::failure(core::ErrorCode::Offline, "the practice office is closed"));
  const QPointer<PracticeServer> self(this);
  m_store->urgent(
      [&store = *m_store, book = m_book, self, change, done = std::move(done)](storage::Cache& cache) {
        auto recorded = book->recordAbsence(change, cache.surroundings(), systemNow());
        if (recorded) recorded = bringFeed(store, cache, *book);
        store.reply(self, [done, recorded] { done(recorded); });
      });
}

void PracticeServer::download(const core::BlobId& blob, std::function<void(core::Result<std::string>)> done) {
  QMetaObject::invokeMethod(
      this, [done = std::move(done), blob] { done(core::failure(core::ErrorCode::NotFound, blob.value)); },
      Qt::QueuedConnection);
}

} // namespace madoguchi::app
