// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/database.h"

#include <sqlite3.h>

namespace madoguchi::storage {

core::Error errorOf(const SQLite::Exception& exception) {
  using core::ErrorCode;
  const int primary = exception.getErrorCode() & 0xff;
  const std::string detail =
      std::string(exception.what()) + " (" + std::to_string(exception.getExtendedErrorCode()) + ")";
  switch (primary) {
  case SQLITE_FULL:
    return {ErrorCode::StorageFull, detail};
  case SQLITE_CORRUPT:
  case SQLITE_NOTADB:
    return {ErrorCode::StorageCorrupt, detail};
  case SQLITE_INTERRUPT:
    return {ErrorCode::Cancelled, detail};
  default:
    return {ErrorCode::StorageFailed, detail};
  }
}

Database::Database(std::unique_ptr<SQLite::Database> connection) : m_connection(std::move(connection)) {}

SQLite::Statement& Database::prepared(const char* sql) {
  auto& statement = m_statements[sql];
  if (!statement) {
    statement = std::make_unique<SQLite::Statement>(*m_connection, sql);
  } else {
    statement->tryReset();
    statement->clearBindings();
  }
  return *statement;
}

std::string Database::pragma(const std::string& sql) {
  SQLite::Statement statement(*m_connection, sql);
  return statement.executeStep() ? statement.getColumn(0).getString() : std::string();
}

void Database::interrupt() {
  sqlite3_interrupt(m_connection->getHandle());
}

void Database::close() {
  m_statements.clear();
  m_connection.reset();
  // Empty, so that nothing is found in it.
  m_connection = std::make_unique<SQLite::Database>(":memory:", SQLite::OPEN_READWRITE);
}

void Database::goOnWith(std::unique_ptr<Database> other) {
  m_statements.clear();
  other->m_statements.clear();
  m_connection = std::move(other->m_connection);
}

Transaction::Transaction(Database& database, Durability durability) : m_database(database) {
  // A pragma, so it must stand before the transaction begins; it costs no disk access.
  m_database.script(durability == Durability::Full ? "PRAGMA synchronous = FULL"
                                                   : "PRAGMA synchronous = NORMAL");
  m_database.script("BEGIN IMMEDIATE");
}

Transaction::~Transaction() {
  if (!m_open) return;
  // SQLite may have rolled back by itself (disk full, I/O error); then there is nothing to do.
  if (sqlite3_get_autocommit(m_database.connection().getHandle()) == 0)
    m_database.connection().tryExec("ROLLBACK");
}

void Transaction::commit() {
  m_database.script("COMMIT");
  m_open = false;
}

} // namespace madoguchi::storage
