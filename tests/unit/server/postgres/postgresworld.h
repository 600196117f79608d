// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/postgres/postgresstore.h"
#include "tests/support/postgresrig.h"
#include "tests/unit/server/serverworld.h"

namespace madoguchi::tests {

/// Databases for tests, each a copy of one with tables in it. The server connects as the role `service`,
/// which owns nothing.
class PostgresWorld {
public:
  explicit PostgresWorld(PostgresRig::Disk disk = PostgresRig::Disk::Careless);

  /// An empty database with tables; its name.
  [[nodiscard]] std::string fresh();
  [[nodiscard]] std::unique_ptr<server::PostgresStore> open(const std::string& database);
  [[nodiscard]] server::PostgresOptions options(const std::string& database,
                                                const std::string& user = "service") const;
  /// For the contract: a folder that holds a file of `backup` gives a store with what is in it, any other a
  /// fresh one. `processes` of them stand on the database and take turns.
  [[nodiscard]] StoreFactory factory(int processes);
  [[nodiscard]] PostgresRig& rig() { return m_rig; }

private:
  PostgresRig m_rig;
  std::string m_template;
};

/// Several stores on one database, as server processes behind a load balancer: each call goes to the next.
class TakingTurns final : public server::Store {
public:
  explicit TakingTurns(std::vector<std::unique_ptr<server::Store>> stores) : m_stores(std::move(stores)) {}

  core::Result<void> read(const std::function<core::Result<void>(server::Reading&)>& work) override {
    return next().read(work);
  }
  core::Result<void> write(const std::function<core::Result<void>(server::Writing&)>& work) override {
    return next().write(work);
  }
  void setListener(Listener listener) override {
    for (auto& store : m_stores)
      store->setListener(listener);
  }
  void poll() override {
    for (auto& store : m_stores)
      store->poll();
  }
  core::Result<void> backup(const std::string& file) override { return next().backup(file); }

private:
  server::Store& next() { return *m_stores[m_turn++ % m_stores.size()]; }

  std::vector<std::unique_ptr<server::Store>> m_stores;
  std::atomic<std::size_t> m_turn = 0;
};

} // namespace madoguchi::tests
