// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workers/bulkpreparer.h"

namespace madoguchi::app {

BulkPreparer::~BulkPreparer() {
  {
    const std::lock_guard lock(m_mutex);
    m_stop = true;
    m_queue.clear();
    m_work.notify_all();
  }
  if (m_thread.joinable()) m_thread.join();
}

void BulkPreparer::prepare(std::vector<core::FeedItem> items, core::CaseId begin,
                           std::shared_ptr<const storage::BulkBasis> basis, Prepared prepared) {
  if (!basis) basis = std::make_shared<const storage::BulkBasis>();
  auto shared = std::make_shared<std::vector<core::FeedItem>>(std::move(items));
  work([shared, begin = std::move(begin), basis = std::move(basis), prepared = std::move(prepared)] {
    prepared(storage::prepareBulk(std::move(*shared), begin, basis));
  });
}

void BulkPreparer::work(std::function<void()> job) {
  const std::lock_guard lock(m_mutex);
  m_queue.push_back(std::move(job));
  m_work.notify_all();
  if (!m_thread.joinable()) m_thread = std::thread([this] { run(); });
}

void BulkPreparer::run() {
  for (;;) {
    std::function<void()> work;
    {
      std::unique_lock lock(m_mutex);
      m_work.wait(lock, [this] { return m_stop || !m_queue.empty(); });
      if (m_stop) return;
      work = std::move(m_queue.front());
      m_queue.pop_front();
    }
    work();
  }
}

} // namespace madoguchi::app
