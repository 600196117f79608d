// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/postgres/pool.h"

namespace madoguchi::server {

namespace {

// Longer than any statement may take: whoever waits so long is better told to come again.
constexpr std::chrono::seconds kLongestWait{40};

} // namespace

PostgresPool::Lease PostgresPool::take() {
  std::unique_ptr<PostgresConnection> connection;
  {
    std::unique_lock lock(m_mutex);
    if (!m_free.wait_for(lock, kLongestWait, [this] { return m_used < m_options.connections; }))
      throw PostgresFailure{PostgresFailure::Kind::Other,
                            {core::ErrorCode::StorageFailed, "all connections are in use"}};
    ++m_used;
    if (!m_idle.empty()) {
      connection = std::move(m_idle.back());
      m_idle.pop_back();
    }
  }
  try {
    while (connection && !connection->standing()) {
      const std::lock_guard lock(m_mutex);
      connection.reset();
      if (m_idle.empty()) break;
      connection = std::move(m_idle.back());
      m_idle.pop_back();
    }
    if (!connection) connection = std::make_unique<PostgresConnection>(m_options);
  } catch (...) {
    release(nullptr);
    throw;
  }
  return {*this, std::move(connection)};
}

void PostgresPool::release(std::unique_ptr<PostgresConnection> connection) {
  {
    const std::lock_guard lock(m_mutex);
    --m_used;
    if (connection) m_idle.push_back(std::move(connection));
  }
  m_free.notify_one();
}

} // namespace madoguchi::server
