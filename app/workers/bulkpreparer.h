// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/bulkpage.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace madoguchi::app {

/// The thread that makes pages of a bulk load ready, while the store thread writes the ones before.
class BulkPreparer {
public:
  /// Called on the preparer's thread.
  using Prepared = std::function<void(core::Result<storage::BulkPage>)>;

  BulkPreparer() = default;
  BulkPreparer(const BulkPreparer&) = delete;
  BulkPreparer& operator=(const BulkPreparer&) = delete;
  /// Pages that wait are dropped; nothing is called any more when it returns.
  ~BulkPreparer();

  /// One after the other, in order, as all of it. From one thread.
  void prepare(std::vector<core::FeedItem> items, core::CaseId begin,
               std::shared_ptr<const storage::BulkBasis> basis, Prepared prepared);

  /// Other work of a first sync that would hold up the thread that asks for it.
  void work(std::function<void()> job);

private:
  void run();

  std::mutex m_mutex;
  std::condition_variable m_work;
  std::deque<std::function<void()>> m_queue;
  bool m_stop = false;
  std::thread m_thread; ///< begun with the first page
};

} // namespace madoguchi::app
