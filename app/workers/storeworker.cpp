// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workers/storeworker.h"

#include "app/profile/log.h"

namespace madoguchi::app {

StoreWorker::StoreWorker(QObject* parent) : QObject(parent) {}

StoreWorker::~StoreWorker() {
  {
    const QMutexLocker lock(&m_mutex);
    m_stop = true;
    m_work.wakeAll();
  }
  if (m_thread.joinable()) m_thread.join();
}

std::shared_future<bool> StoreWorker::open(storage::Profile profile,
                                           std::function<void(core::Result<void>)> done) {
  m_profile = std::move(profile);
  m_opened = std::move(done);
  std::promise<bool> known;
  auto isReadable = known.get_future().share();
  m_thread = std::thread([this, known = std::move(known)]() mutable { run(std::move(known)); });
  return isReadable;
}

void StoreWorker::urgent(Job job) {
  const QMutexLocker lock(&m_mutex);
  m_urgent.push_back(std::move(job));
  m_work.wakeAll();
}

void StoreWorker::add(std::deque<Slices>& queue, Slices slices) {
  const QMutexLocker lock(&m_mutex);
  queue.push_back(std::move(slices));
  m_work.wakeAll();
}

void StoreWorker::background(Slices slices) {
  add(m_background, std::move(slices));
}

void StoreWorker::idle(Slices slices) {
  add(m_idle, std::move(slices));
}

bool StoreWorker::userWaits() {
  const QMutexLocker lock(&m_mutex);
  return m_stop || !m_urgent.empty();
}

void StoreWorker::onUi(std::function<void()> work) {
  QMetaObject::invokeMethod(this, std::move(work), Qt::QueuedConnection);
}

/// The next thing to do; false when it is time to end.
bool StoreWorker::waitFor(Work& work) {
  const QMutexLocker lock(&m_mutex);
  while (m_urgent.empty() && m_background.empty() && m_idle.empty() && !m_stop)
    m_work.wait(&m_mutex);
  if (!m_urgent.empty()) {
    work.job = std::move(m_urgent.front());
    m_urgent.pop_front();
    return true;
  }
  if (m_stop) return false;
  work.queue = m_background.empty() ? &m_idle : &m_background;
  work.slices = std::move(work.queue->front());
  work.queue->pop_front();
  return true;
}

void StoreWorker::run(std::promise<bool> isReadable) {
  bool isSaid = false;
  const auto say = [&](bool readable) {
    if (!std::exchange(isSaid, true)) isReadable.set_value(readable);
  };
  auto cache = storage::Cache::open(m_profile, [&] { say(true); });
  say(cache.has_value());
  const core::Result<void> opened =
      cache ? core::Result<void>() : core::Result<void>(tl::unexpected(cache.error()));
  if (!cache) logWarning("cacheNotOpened", core::toText(cache.error().code));
  onUi([done = m_opened, opened] { done(opened); });
  if (!cache) return;
  tellOutbox(**cache);
  for (Work work; waitFor(work); work = {}) {
    if (work.job) {
      work.job(**cache);
    } else if (!work.slices(**cache)) {
      const QMutexLocker lock(&m_mutex);
      work.queue->push_front(std::move(work.slices));
    }
  }
}

void StoreWorker::tell(storage::Cache& cache, const core::ChangeSet& changes) {
  if (changes.empty()) return;
  Q_EMIT changed(changes);
  if (changes.outboxChanged) tellOutbox(cache);
}

OutboxTally StoreWorker::tallyOf(storage::Cache& cache) {
  using core::OutboxStatus;
  OutboxTally tally;
  const auto counts = cache.outboxCounts();
  if (!counts) return tally;
  for (const auto& [status, count] : *counts) {
    const bool waits =
        status == OutboxStatus::Waiting || status == OutboxStatus::Sent || status == OutboxStatus::Confirmed;
    (waits ? tally.waiting : tally.needsAttention) += static_cast<int>(count);
  }
  return tally;
}

void StoreWorker::tellOutbox(storage::Cache& cache) {
  Q_EMIT outboxCounted(tallyOf(cache));
}

} // namespace madoguchi::app
