// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/blobs/blobkeeper.h"

#include <string>
#include <utility>

namespace madoguchi::server {

BlobKeeper::BlobKeeper(BlobCollector& collector, Log& log)
    : m_collector(collector), m_log(log), m_thread([this](const std::stop_token& stop) { work(stop); }) {}

BlobKeeper::~BlobKeeper() = default;

void BlobKeeper::release(const std::vector<core::BlobId>& blobs) {
  {
    const std::lock_guard lock(m_mutex);
    m_released.insert(m_released.end(), blobs.begin(), blobs.end());
  }
  m_wake.notify_one();
}

void BlobKeeper::work(const std::stop_token& stop) {
  constexpr std::chrono::hours kDay{24};
  auto nextRun = std::chrono::steady_clock::now();
  while (!stop.stop_requested()) {
    if (std::chrono::steady_clock::now() >= nextRun) {
      report(m_collector.run(stop));
      nextRun = std::chrono::steady_clock::now() + kDay;
    }
    std::vector<core::BlobId> released;
    {
      std::unique_lock lock(m_mutex);
      m_wake.wait_until(lock, stop, nextRun, [this] { return !m_released.empty(); });
      released = std::exchange(m_released, {});
    }
    if (!released.empty()) report(m_collector.collect(released, stop));
  }
}

void BlobKeeper::report(const core::Result<BlobCollector::Collected>& collected) {
  if (!collected)
    m_log.write({Severity::Error, "blobs", {}, collected.error().detail});
  else if (collected->contents + collected->uploads > 0)
    m_log.write({Severity::Info,
                 "blobs",
                 {},
                 "removed " + std::to_string(collected->contents) + ", uploads given up " +
                     std::to_string(collected->uploads)});
}

} // namespace madoguchi::server
