// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/readymade/keeper.h"

#include "server/catalog.h"
#include "storage/migrations.h"

#include <sys/resource.h>

#include <algorithm>
#include <chrono>

namespace madoguchi::server {

namespace {

constexpr std::chrono::seconds kBetweenLooks{60};
constexpr int kRest = 10; // times as long as it worked
constexpr std::int64_t kFewChanges = 1'000;
constexpr std::int64_t kRenewShare = 10; // a tenth of the scope
/// Whoever began to fetch one that was renewed meanwhile can finish.
constexpr std::chrono::hours kAfterlife{1};

} // namespace

ReadyMadeKeeper::~ReadyMadeKeeper() {
  stop();
}

void ReadyMadeKeeper::start() {
  if (m_from > 0 && !m_thread.joinable()) m_thread = std::thread([this] { run(); });
}

void ReadyMadeKeeper::stop() {
  {
    const std::lock_guard lock(m_mutex);
    m_stop = true;
    m_changed.notify_all();
  }
  if (m_thread.joinable()) m_thread.join();
}

bool ReadyMadeKeeper::isStopped() {
  const std::lock_guard lock(m_mutex);
  return m_stop;
}

void ReadyMadeKeeper::run() {
  // On Linux this is of the calling thread alone (setpriority(2)).
  constexpr int kLeastUrgent = 19;
  static_cast<void>(::setpriority(PRIO_PROCESS, 0, kLeastUrgent));
  while (!isStopped()) {
    const auto began = std::chrono::steady_clock::now();
    const int made = look();
    const auto took = std::chrono::steady_clock::now() - began;
    const auto rest =
        made == 0 ? kBetweenLooks : std::max<std::chrono::nanoseconds>(kBetweenLooks, took * kRest);
    std::unique_lock lock(m_mutex);
    m_changed.wait_for(lock, rest, [this] { return m_stop; });
  }
}

bool ReadyMadeKeeper::mustMake(const std::vector<ShelvedCache>& shelved, const ShelfBasis& basis,
                               const ScopeCounter& counter) const {
  if (m_from <= 0 || counter.count < m_from || !caseScopeFrom(counter.scope)) return false;
  return std::none_of(shelved.begin(), shelved.end(), [&](const ShelvedCache& cache) {
    return cache.file.scope == counter.scope && cache.file.schema == storage::newestSchema() &&
           isWorthTaking(cache, basis, counter) &&
           counter.seq - cache.file.stamp <= std::max(kFewChanges, counter.count / kRenewShare);
  });
}

int ReadyMadeKeeper::look() {
  ShelfBasis basis;
  std::vector<ScopeCounter> counters;
  const auto read = m_parts.store.read([&](Reading& reading) -> core::Result<void> {
    basis = shelfBasis(reading);
    counters = reading.counters();
    return {};
  });
  if (!read) {
    m_parts.log.write({Severity::Warning, "readyMadeFailed", {}, read.error().detail});
    return 0;
  }
  int made = 0;
  const auto shelved = m_parts.shelf.all();
  for (const ScopeCounter& counter : counters) {
    if (isStopped()) return made;
    if (!mustMake(shelved, basis, counter)) continue;
    const auto cache =
        m_parts.shelf.make(m_parts.store, counter.scope, m_parts.clock(), [this] { return isStopped(); });
    if (cache) ++made;
    const bool expectedFailure = !cache && (cache.error().code == core::ErrorCode::Cancelled ||
                                            cache.error().code == core::ErrorCode::ProfileInUse);
    if (!expectedFailure)
      m_parts.log.write({cache ? Severity::Info : Severity::Warning,
                         cache ? "readyMade" : "readyMadeFailed",
                         {},
                         counter.scope + ' ' +
                             (cache ? std::to_string(cache->file.packed) + " bytes" : cache.error().detail)});
  }
  sweep(basis, counters);
  return made;
}

/// What nobody can take any more, and what a newer one has followed for a while.
void ReadyMadeKeeper::sweep(const ShelfBasis& basis, const std::vector<ScopeCounter>& counters) const {
  const auto shelved = m_parts.shelf.all();
  for (const ShelvedCache& cache : shelved) {
    const auto counter = std::find_if(counters.begin(), counters.end(), [&](const ScopeCounter& each) {
      return each.scope == cache.file.scope;
    });
    const bool large = counter != counters.end() && counter->count >= m_from;
    const bool followed = std::any_of(shelved.begin(), shelved.end(), [&](const ShelvedCache& other) {
      return other.file.scope == cache.file.scope && other.madeAt > cache.madeAt;
    });
    const bool old = m_parts.clock() - cache.madeAt > kAfterlife;
    if (cache.file.epoch != basis.epoch || !large || (followed && old)) m_parts.shelf.remove(cache.file.name);
  }
}

} // namespace madoguchi::server
