// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/blobs/blobcollector.h"
#include "server/log.h"

#include <condition_variable>
#include <mutex>
#include <stop_token>
#include <thread>
#include <vector>

namespace madoguchi::server {

/// Runs the collector in a thread of its own: when it starts, once a day, and at once for what destroyed
/// cases named. What fails is logged, and tried again the next day.
class BlobKeeper {
public:
  BlobKeeper(BlobCollector& collector, Log& log);
  /// Waits for the content that is just being removed, no longer.
  ~BlobKeeper();

  /// From any thread.
  void release(const std::vector<core::BlobId>& blobs);

private:
  void work(const std::stop_token& stop);
  void report(const core::Result<BlobCollector::Collected>& collected);

  BlobCollector& m_collector;
  Log& m_log;
  std::mutex m_mutex;
  std::condition_variable_any m_wake;
  std::vector<core::BlobId> m_released;
  std::jthread m_thread; ///< last: it uses the others
};

} // namespace madoguchi::server
