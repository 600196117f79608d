// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>
#include <SQLiteCpp/Statement.h>

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <type_traits>

namespace madoguchi::storage {

/// What went wrong inside this library. Thrown only within it; `guarded` turns it into a Result at the door.
struct Fault {
  core::Error error;
};

[[noreturn]] inline void fail(core::ErrorCode code, std::string detail) {
  throw Fault{{code, std::move(detail)}};
}

/// Takes the value out of a Result, or throws its error as a Fault.
template <class T>
T valueOrFail(core::Result<T> result) {
  if (!result) throw Fault{result.error()};
  if constexpr (!std::is_void_v<T>) return std::move(*result);
}

/// StorageFull, StorageCorrupt, Cancelled (interrupted) or StorageFailed.
[[nodiscard]] core::Error errorOf(const SQLite::Exception& exception);

template <class Work>
[[nodiscard]] auto guarded(Work&& work) -> core::Result<decltype(work())> {
  try {
    if constexpr (std::is_void_v<decltype(work())>) {
      work();
      return {};
    } else {
      return work();
    }
  } catch (const Fault& fault) {
    return tl::unexpected(fault.error);
  } catch (const SQLite::Exception& exception) {
    return tl::unexpected(errorOf(exception));
  } catch (const std::exception& exception) {
    return core::failure(core::ErrorCode::StorageFailed, exception.what());
  }
}

/// A prepared statement in use. It is reset at the end, because a statement left in the middle keeps a read
/// transaction open, and that stops the WAL from being truncated.
class Use {
public:
  explicit Use(SQLite::Statement& statement) : m_statement(&statement) {}
  Use(const Use&) = delete;
  Use& operator=(const Use&) = delete;
  Use(Use&& other) noexcept : m_statement(std::exchange(other.m_statement, nullptr)) {}
  Use& operator=(Use&&) = delete;
  ~Use() {
    if (m_statement != nullptr) m_statement->tryReset();
  }

  [[nodiscard]] bool step() { return m_statement->executeStep(); }
  [[nodiscard]] std::int64_t integer(int column) const { return m_statement->getColumn(column).getInt64(); }
  [[nodiscard]] std::string text(int column) const { return m_statement->getColumn(column).getString(); }
  [[nodiscard]] bool isNull(int column) const { return m_statement->isColumnNull(column); }

private:
  SQLite::Statement* m_statement;
};

namespace detail {

/// How a text is bound: copied, or only pointed at, where the statement runs to its end before the text goes.
enum class Texts { Copied, Lent };

template <Texts kTexts = Texts::Copied, class T>
void bindValue(SQLite::Statement& statement, int index, const T& value) {
  if constexpr (std::is_same_v<T, std::string> && kTexts == Texts::Lent)
    statement.bindNoCopy(index, value);
  else if constexpr (std::is_same_v<T, std::string>)
    statement.bind(index, value);
  else if constexpr (std::is_convertible_v<T, const char*>)
    statement.bind(index, static_cast<const char*>(value));
  else
    statement.bind(index, static_cast<std::int64_t>(value));
}

template <Texts kTexts = Texts::Copied, class T>
void bindValue(SQLite::Statement& statement, int index, const std::optional<T>& value) {
  if (value)
    bindValue<kTexts>(statement, index, *value);
  else
    statement.bind(index);
}

} // namespace detail

/// One connection with its prepared statements. For one thread; only `interrupt` may come from another.
/// Statements are named by their text, which must be a literal (it lives for ever). One statement is in use
/// at most once at a time. Everything throws SQLite::Exception.
class Database {
public:
  explicit Database(std::unique_ptr<SQLite::Database> connection);

  /// Binds the arguments (numbers, enums, std::string, optional) in order, ready to step.
  template <class... Args>
  [[nodiscard]] Use use(const char* sql, const Args&... args) {
    SQLite::Statement& statement = prepared(sql);
    int index = 0;
    (detail::bindValue(statement, ++index, args), ...);
    return Use(statement);
  }

  /// Runs to the end; returns the number of changed rows.
  template <class... Args>
  int run(const char* sql, const Args&... args) {
    SQLite::Statement& statement = prepared(sql);
    int index = 0;
    (detail::bindValue<detail::Texts::Lent>(statement, ++index, args), ...);
    Use use(statement);
    while (use.step()) {
    }
    return m_connection->getChanges();
  }

  /// The first column of the first row, or 0.
  template <class... Args>
  [[nodiscard]] std::int64_t number(const char* sql, const Args&... args) {
    Use found = use(sql, args...);
    return found.step() ? found.integer(0) : 0;
  }

  /// For statements that are not worth keeping: pragmas, definitions.
  void script(const std::string& sql) { m_connection->exec(sql); }
  [[nodiscard]] std::string pragma(const std::string& sql);
  [[nodiscard]] std::int64_t lastKey() const { return m_connection->getLastInsertRowid(); }
  /// Thread-safe: ends what runs now with Cancelled.
  void interrupt();
  [[nodiscard]] SQLite::Database& connection() { return *m_connection; }
  /// From now on every statement fails, until there is another connection.
  void close();
  /// Goes on with the connection of the other.
  void goOnWith(std::unique_ptr<Database> other);

private:
  [[nodiscard]] SQLite::Statement& prepared(const char* sql);

  std::unique_ptr<SQLite::Database> m_connection;
  std::map<const void*, std::unique_ptr<SQLite::Statement>> m_statements;
};

/// Full: what a user did, on the disk before it is acknowledged. Normal: what can be pulled again.
enum class Durability { Full, Normal };

/// A write transaction; rolled back unless committed.
class Transaction {
public:
  Transaction(Database& database, Durability durability);
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  ~Transaction();
  void commit();

private:
  Database& m_database;
  bool m_open = true;
};

} // namespace madoguchi::storage
