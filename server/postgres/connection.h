// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "server/postgres/parameters.h"

#include <chrono>
#include <cstdint>
#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

struct pg_conn;
struct pg_result;

namespace madoguchi::server {

struct PostgresOptions {
  /// A connection string of libpq (URI or keywords). A password may also come from its environment or
  /// password file, as libpq says.
  std::string database;
  /// Of standbys that may answer what can wait for them (Store::readReplayed); empty: there are none.
  std::string standby = {};
  bool writes = true;          ///< false: any server will do, a standby rather than the primary
  std::size_t connections = 8; ///< at most, for commands and feeds together; as many again of standbys
  std::chrono::milliseconds statementTimeout{30'000};
  std::chrono::milliseconds lockTimeout{10'000};
};

/// Thrown when the database does not do what it was told. Never leaves PostgresStore.
struct PostgresFailure {
  enum class Kind {
    Clash,     ///< 40001, 40P01: the same transaction may succeed when it is run again
    Duplicate, ///< 23505: somebody else was faster; run again, the other's row will be seen
    Lost,      ///< the connection is gone
    Other
  };
  Kind kind = Kind::Other;
  core::Error error;
};

/// The answer to one statement, in binary form.
class PostgresRows {
public:
  explicit PostgresRows(pg_result* result);

  [[nodiscard]] int size() const;
  [[nodiscard]] bool empty() const { return size() == 0; }
  [[nodiscard]] std::string text(int row, int column) const;
  /// Of any integer type, or a bool.
  [[nodiscard]] std::int64_t number(int row, int column) const;
  /// Rows that an INSERT, UPDATE or DELETE changed.
  [[nodiscard]] std::int64_t changed() const;
  [[nodiscard]] std::string command() const; ///< "COMMIT", "INSERT 0 1"

private:
  std::shared_ptr<pg_result> m_result;
};

/// One connection with its prepared statements, always in libpq's pipeline mode: `send` costs no round trip,
/// `query` and `sync` cost one for all that was sent before. Used by one thread at a time. The text of a
/// statement must outlive the connection.
class PostgresConnection {
public:
  /// Connects. Throws PostgresFailure.
  explicit PostgresConnection(const PostgresOptions& options);

  template <class... Values>
  void send(std::string_view sql, const Values&... values) {
    enqueue(sql, PostgresParameters(values...));
  }
  /// The rows of this statement; throws what it or one sent before it ran into.
  template <class... Values>
  PostgresRows query(std::string_view sql, const Values&... values) {
    send(sql, values...);
    return std::move(sync().back());
  }
  /// Sends the rest and gives the answers to all since the last time.
  std::vector<PostgresRows> sync();
  /// Sends the rest without waiting; the answers are thrown away.
  void post();

  /// Sends the rest, then loads rows in COPY's text form (CopyText) into "table(columns)"; how many.
  std::int64_t copy(std::string_view target, std::string_view rows);
  /// Runs statements that take no values and give no rows, as one text; nothing may be under way.
  void runScript(const std::string& script);
  /// Whether an idle connection still stands; looks at the socket only.
  [[nodiscard]] bool standing();
  [[nodiscard]] std::string quoted(const std::string& identifier) const;

private:
  enum class Expected { Prepare, Execute, Sync };
  struct Awaited {
    Expected what;
    std::string_view sql;
  };

  void setUp(const PostgresOptions& options);
  void enqueue(std::string_view sql, const PostgresParameters& parameters);
  void mark();
  std::vector<PostgresRows> collect();
  [[noreturn]] void lose();

  std::shared_ptr<pg_conn> m_connection;
  std::unordered_map<std::string_view, std::string> m_statements;
  std::deque<Awaited> m_awaited;
  std::int64_t m_names = 0;
};

} // namespace madoguchi::server
