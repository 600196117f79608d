// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/cachefile.h"

#include "core/base/hash.h"
#include "storage/durable.h"
#include "storage/migrations.h"

#include <sys/stat.h>

#include <fstream>
#include <sqlite3.h>

namespace madoguchi::storage {

namespace {

using core::ErrorCode;

// The one place that says how the file is encrypted: the SQLCipher 4 format (AES-256-CBC, HMAC-SHA512 per
// page of 4096 bytes). The raw key leaves key derivation out.
constexpr const char* kCipher = "PRAGMA cipher_compatibility = 4";

// No plain copies beside the file; a page cache of 64 MB made a bulk load four times faster.
constexpr const char* kWriter = "PRAGMA journal_mode = WAL;"
                                "PRAGMA temp_store = MEMORY;"
                                "PRAGMA mmap_size = 0;"
                                "PRAGMA secure_delete = ON;"
                                "PRAGMA foreign_keys = OFF;"
                                "PRAGMA journal_size_limit = 67108864";
constexpr const char* kReader = "PRAGMA temp_store = MEMORY;"
                                "PRAGMA mmap_size = 0;"
                                "PRAGMA query_only = ON;"
                                "PRAGMA cache_size = -32768";
constexpr int kBusyMillis = 5'000;

void refusePlainFile(const std::filesystem::path& path) {
  constexpr std::string_view kPlain = "SQLite format 3";
  std::ifstream file(path, std::ios::binary);
  std::string head(kPlain.size(), '\0');
  file.read(head.data(), static_cast<std::streamsize>(head.size()));
  if (file && head == kPlain) fail(ErrorCode::StorageNotEncrypted, "the cache is a plain SQLite database");
}

bool holdsSomething(const std::filesystem::path& path) {
  std::error_code error;
  const auto size = std::filesystem::file_size(path, error);
  return !error && size > 0;
}

/// Throws unless the key opens the file and its schema is known. Reads only.
void checkReadable(Database& database) {
  if (database.pragma("PRAGMA cipher_version").empty())
    fail(ErrorCode::StorageNotEncrypted, "this SQLite library has no cipher");
  static_cast<void>(database.pragma("SELECT count(*) FROM sqlite_master"));
  if (const auto version = schemaVersion(database); version > newestSchema())
    fail(ErrorCode::StorageNewer,
         "schema " + std::to_string(version) + ", known up to " + std::to_string(newestSchema()));
}

/// The same through a connection that cannot write. A journal that a failing disk left in the very first
/// write of a new cache, before it has a WAL, can be rolled back by a writer alone: then there is nothing
/// of anybody's in it, and the look is the writer's.
void lookAt(const CacheFile& file) {
  try {
    checkReadable(*openRaw(file, SQLITE_OPEN_READONLY));
  } catch (const SQLite::Exception& exception) {
    if (exception.getExtendedErrorCode() != SQLITE_READONLY_ROLLBACK) throw;
  }
}

} // namespace

std::unique_ptr<Database> openRaw(const CacheFile& file, int flags) {
  auto connection = std::make_unique<SQLite::Database>(file.path.string(), flags | SQLITE_OPEN_NOMUTEX,
                                                       kBusyMillis, file.vfs);
  auto database = std::make_unique<Database>(std::move(connection));
  // SQLCipher would tell a wrong key on stderr; here an error says it.
  database->script("PRAGMA cipher_log_level = NONE");
  database->script("PRAGMA key = \"x'" + core::toHex(file.key) + "'\"");
  database->script(kCipher);
  return database;
}

core::Result<std::unique_ptr<Database>> openForWriting(const CacheFile& file) {
  return guarded([&] {
    if (holdsSomething(file.path)) {
      refusePlainFile(file.path);
      // Looked at before a writer may touch it: opening for writing can move pages from the WAL.
      lookAt(file);
    }
    auto database = openRaw(file, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
    checkReadable(*database);
    database->script(kWriter);
    keepPages(*database, kPagesAtWork);
    migrate(*database);
    return database;
  });
}

void keepPages(Database& database, int megabytes) {
  constexpr int kKibibytes = 1024;
  database.script("PRAGMA cache_size = -" + std::to_string(megabytes * kKibibytes));
}

void replaceFile(const CacheFile& cache, const std::filesystem::path& by) {
  fileToDisk(by);
  const auto folder = cache.path.parent_path();
  // The log of the old one must never be read as that of the new one, so it is gone for good before.
  for (const char* beside : {"-wal", "-shm"})
    std::filesystem::remove(cache.path.string() + beside);
  folderToDisk(folder);
  std::filesystem::rename(by, cache.path);
  folderToDisk(folder);
}

bool emptyLog(Database& database) {
  constexpr int kShort = 50; // readers mostly are done by then, and the user does not wait for longer
  sqlite3* const connection = database.connection().getHandle();
  sqlite3_busy_timeout(connection, kShort);
  const bool emptied = database.pragma("PRAGMA wal_checkpoint(TRUNCATE)") == "0";
  sqlite3_busy_timeout(connection, kBusyMillis);
  return emptied;
}

std::uint64_t numberOfFile(const CacheFile& file) {
  struct stat found {};
  return ::stat(file.path.c_str(), &found) == 0 ? found.st_ino : 0;
}

core::Result<std::unique_ptr<Database>> openForReading(const CacheFile& file) {
  return guarded([&] {
    if (!holdsSomething(file.path)) fail(ErrorCode::NotFound, "no cache here");
    refusePlainFile(file.path);
    auto database = openRaw(file, SQLITE_OPEN_READONLY);
    checkReadable(*database);
    // The log may be that of another file by the time it is closed.
    sqlite3_db_config(database->connection().getHandle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
    database->script(kReader);
    return database;
  });
}

} // namespace madoguchi::storage
