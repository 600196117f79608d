// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/embedded/connection.h"

#include <sqlite3.h>

namespace madoguchi::server {

namespace {

// How long a command of the console waits for the server's transaction, and the other way round.
constexpr int kBusyMillis = 10'000;

} // namespace

Connection::Connection(const std::string& file, Mode mode)
    : m_database(file, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE | SQLite::OPEN_NOMUTEX, kBusyMillis) {
  run("PRAGMA journal_mode = WAL");
  run("PRAGMA synchronous = FULL");
  run("PRAGMA temp_store = MEMORY");
  run("PRAGMA foreign_keys = ON");
  run("PRAGMA trusted_schema = OFF");
  run("PRAGMA cache_size = -65536");
  if (mode == Mode::ReadOnly) run("PRAGMA query_only = ON");
}

SQLite::Statement& Connection::prepared(std::string_view sql) {
  auto& statement = m_statements[std::string(sql)];
  if (!statement) statement = std::make_unique<SQLite::Statement>(m_database, std::string(sql));
  return *statement;
}

std::string Query::text(int column) const {
  const SQLite::Column value = m_statement.getColumn(column);
  return {value.getText(), static_cast<std::size_t>(value.getBytes())};
}

core::Error errorOf(const SQLite::Exception& exception) {
  // SQLite's own message names tables and columns, never values.
  const std::string detail =
      "sqlite " + std::to_string(exception.getExtendedErrorCode()) + ": " + exception.what();
  switch (exception.getErrorCode()) {
  case SQLITE_FULL:
    return {core::ErrorCode::StorageFull, detail};
  case SQLITE_CORRUPT:
  case SQLITE_NOTADB:
    return {core::ErrorCode::StorageCorrupt, detail};
  case SQLITE_CONSTRAINT:
  case SQLITE_MISMATCH:
  case SQLITE_TOOBIG:
  case SQLITE_RANGE:
    return {core::ErrorCode::Internal, detail};
  default:
    return {core::ErrorCode::StorageFailed, detail};
  }
}

} // namespace madoguchi::server
