// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/server/postgres/postgresworld.h"

#include <filesystem>
#include <stdexcept>

namespace madoguchi::tests {

using server::PostgresStore;

PostgresWorld::PostgresWorld(PostgresRig::Disk disk) : m_rig(disk) {
  m_template = m_rig.makeDatabase();
  m_rig.run("postgres", "CREATE ROLE service LOGIN");
  const auto prepared = PostgresStore::prepare(options(m_template, "postgres"), "service");
  if (!prepared) throw std::runtime_error(prepared.error().detail);
}

std::string PostgresWorld::fresh() {
  return m_rig.makeDatabase(m_template);
}

server::PostgresOptions PostgresWorld::options(const std::string& database, const std::string& user) const {
  server::PostgresOptions options;
  options.database = m_rig.url(database, user);
  return options;
}

std::unique_ptr<PostgresStore> PostgresWorld::open(const std::string& database) {
  auto store = PostgresStore::open(options(database));
  if (!store) throw std::runtime_error(store.error().detail);
  return std::move(*store);
}

StoreFactory PostgresWorld::factory(int processes) {
  return [this, processes](const std::string& folder) -> std::unique_ptr<server::Store> {
    const std::string dump = folder + "/madoguchi.db";
    const bool restored = std::filesystem::exists(dump);
    const std::string database = restored ? m_rig.makeDatabase() : fresh();
    if (restored) m_rig.restore(database, dump);
    std::vector<std::unique_ptr<server::Store>> stores;
    for (int i = 0; i < processes; ++i)
      stores.push_back(open(database));
    if (processes == 1) return std::move(stores.front());
    return std::make_unique<TakingTurns>(std::move(stores));
  };
}

} // namespace madoguchi::tests
