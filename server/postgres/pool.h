// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/postgres/connection.h"

#include <condition_variable>
#include <memory>
#include <mutex>
#include <vector>

namespace madoguchi::server {

/// A few connections shared by all threads. Thread-safe.
class PostgresPool {
public:
  explicit PostgresPool(PostgresOptions options) : m_options(std::move(options)) {}

  /// A connection for as long as this lives. It goes back to the pool only where `giveBack` was called.
  class Lease {
  public:
    Lease(PostgresPool& pool, std::unique_ptr<PostgresConnection> connection)
        : m_pool(pool), m_connection(std::move(connection)) {}
    ~Lease() { m_pool.release(m_good ? std::move(m_connection) : nullptr); }
    Lease(const Lease&) = delete;
    Lease& operator=(const Lease&) = delete;

    [[nodiscard]] PostgresConnection& operator*() const { return *m_connection; }
    /// The connection stands outside of any transaction.
    void giveBack() { m_good = true; }

  private:
    PostgresPool& m_pool;
    std::unique_ptr<PostgresConnection> m_connection;
    bool m_good = false;
  };

  /// Waits while all are in use, but not for ever; makes a new one where idle ones have fallen. Throws
  /// PostgresFailure.
  [[nodiscard]] Lease take();

private:
  void release(std::unique_ptr<PostgresConnection> connection);

  PostgresOptions m_options;
  std::mutex m_mutex;
  std::condition_variable m_free;
  std::vector<std::unique_ptr<PostgresConnection>> m_idle;
  std::size_t m_used = 0;
};

} // namespace madoguchi::server
