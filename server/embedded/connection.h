// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

namespace madoguchi::server {

/// One SQLite connection with its prepared statements. Used by one thread at a time.
class Connection {
public:
  enum class Mode { ReadOnly, ReadWrite };
  Connection(const std::string& file, Mode mode);

  /// Runs statements that give no rows and take no values.
  void run(const char* sql) { m_database.exec(sql); }
  [[nodiscard]] SQLite::Statement& prepared(std::string_view sql);
  [[nodiscard]] SQLite::Database& database() { return m_database; }

private:
  SQLite::Database m_database;
  std::unordered_map<std::string, std::unique_ptr<SQLite::Statement>> m_statements;
};

/// A prepared statement with its values bound, given back when it goes out of sight. The texts must outlive
/// it. One statement is never used twice at a time.
class Query {
public:
  template <class... Values>
  Query(Connection& connection, std::string_view sql, const Values&... values)
      : m_statement(connection.prepared(sql)) {
    int index = 0;
    (bind(++index, values), ...);
  }
  ~Query() {
    m_statement.tryReset();
    m_statement.clearBindings();
  }
  Query(const Query&) = delete;
  Query& operator=(const Query&) = delete;

  [[nodiscard]] bool next() { return m_statement.executeStep(); }
  /// For statements without rows: how many rows changed.
  int execute() { return m_statement.exec(); }

  [[nodiscard]] bool isNull(int column) const { return m_statement.getColumn(column).isNull(); }
  [[nodiscard]] std::string text(int column) const;
  [[nodiscard]] std::int64_t number(int column) const { return m_statement.getColumn(column).getInt64(); }

private:
  void bind(int index, std::int64_t value) { m_statement.bind(index, value); }
  void bind(int index, std::size_t value) { m_statement.bind(index, static_cast<std::int64_t>(value)); }
  void bind(int index, int value) { m_statement.bind(index, value); }
  void bind(int index, bool value) { m_statement.bind(index, value ? 1 : 0); }
  void bind(int index, const std::string& value) { m_statement.bindNoCopy(index, value); }

  SQLite::Statement& m_statement;
};

/// What a failure of SQLite means to the caller: see Store::write.
[[nodiscard]] core::Error errorOf(const SQLite::Exception& exception);

} // namespace madoguchi::server
