// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/admin/restoring.h"

#include "server/embedded/embeddedstore.h"
#include "server/postgres/dump.h"
#include "server/postgres/postgresstore.h"
#include "server/verify/verifier.h"

#include <filesystem>

namespace madoguchi::server {

namespace {

namespace fs = std::filesystem;

void removeWithCompanions(const std::string& file) {
  std::error_code error;
  for (const char* companion : {"", "-wal", "-shm", "-journal"})
    fs::remove(file + companion, error);
}

// The backup's own file is never opened for writing.
core::Result<void> restoreEmbedded(const DataFolder& folder, const std::string& file) {
  std::error_code error;
  if (fs::exists(folder.database(), error))
    return core::failure(core::ErrorCode::AlreadyExists, folder.root + " holds a database already");
  fs::create_directories(folder.root, error);
  const std::string copy = folder.database() + ".part";
  const std::string fresh = folder.database() + ".new";
  removeWithCompanions(copy);
  removeWithCompanions(fresh);
  if (!fs::copy_file(file, copy, error))
    return core::failure(core::ErrorCode::StorageFailed, error.message());
  auto made = [&]() -> core::Result<void> {
    auto store = EmbeddedStore::open(copy);
    if (!store) return tl::unexpected(store.error());
    return (*store)->backup(fresh); // which is what gives an epoch of its own
  }();
  removeWithCompanions(copy);
  if (!made) {
    removeWithCompanions(fresh);
    return made;
  }
  fs::rename(fresh, folder.database(), error);
  if (error) return core::failure(core::ErrorCode::StorageFailed, error.message());
  return {};
}

core::Result<void> restorePostgres(const DataFolder& folder, const std::string& file,
                                   const std::string& serviceRole) {
  PostgresOptions options;
  options.database = folder.postgres;
  const auto found = PostgresStore::open(options);
  if (found) return core::failure(core::ErrorCode::AlreadyExists, "the database is not empty");
  if (found.error().code != core::ErrorCode::NotFound) return tl::unexpected(found.error());
  if (auto restored = restoreDatabase(folder.postgres, file); !restored) return restored;
  if (auto prepared = PostgresStore::prepare(options, serviceRole); !prepared) return prepared;
  // The first look gives it its epoch.
  const auto store = PostgresStore::open(options);
  if (!store) return tl::unexpected(store.error());
  return {};
}

} // namespace

core::Result<void> restoreStore(const DataFolder& folder, const std::string& file,
                                const std::string& serviceRole) {
  std::error_code error;
  if (!fs::is_regular_file(file, error)) return core::failure(core::ErrorCode::FileUnreadable, file);
  auto restored =
      folder.postgres.empty() ? restoreEmbedded(folder, file) : restorePostgres(folder, file, serviceRole);
  if (!restored) return restored;
  const auto report = verify::check(folder.postgres.empty() ? folder.database() : folder.postgres, {});
  if (!report) return tl::unexpected(report.error());
  if (!report->firstBad.empty())
    return core::failure(core::ErrorCode::StorageCorrupt, "restored, but " + report->firstBad);
  return {};
}

} // namespace madoguchi::server
