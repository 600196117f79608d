// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/verify/tables.h"

#include <cstdlib>
#include <libpq-fe.h>

namespace madoguchi::server::verify {

namespace {

using Answer = std::unique_ptr<PGresult, decltype(&PQclear)>;

// Row by row as the server sends them, so that no table has to fit into memory.
class PostgresRows final : public Rows {
public:
  PostgresRows(PGconn* connection, const char* sql) : m_connection(connection), m_row(nullptr, &PQclear) {
    m_broken = PQsendQuery(connection, sql) != 1 || PQsetSingleRowMode(connection) != 1;
  }
  ~PostgresRows() override {
    while (PGresult* rest = PQgetResult(m_connection))
      PQclear(rest);
  }
  PostgresRows(const PostgresRows&) = delete;
  PostgresRows& operator=(const PostgresRows&) = delete;

  bool next() override {
    if (m_broken) return false;
    m_row.reset(PQgetResult(m_connection));
    const auto status = PQresultStatus(m_row.get());
    m_broken = status != PGRES_SINGLE_TUPLE && status != PGRES_TUPLES_OK;
    return status == PGRES_SINGLE_TUPLE;
  }
  [[nodiscard]] bool broken() const override { return m_broken; }
  [[nodiscard]] std::int64_t number(int column) const override {
    return std::strtoll(PQgetvalue(m_row.get(), 0, column), nullptr, 10);
  }
  [[nodiscard]] std::string text(int column) const override {
    return {PQgetvalue(m_row.get(), 0, column),
            static_cast<std::size_t>(PQgetlength(m_row.get(), 0, column))};
  }

private:
  PGconn* m_connection;
  Answer m_row;
  bool m_broken = false;
};

class PostgresTables final : public Tables {
public:
  using Connection = std::unique_ptr<PGconn, decltype(&PQfinish)>;
  explicit PostgresTables(Connection connection) : m_connection(std::move(connection)) {}
  std::unique_ptr<Rows> rows(const char* sql) override {
    return std::make_unique<PostgresRows>(m_connection.get(), sql);
  }

private:
  Connection m_connection;
};

} // namespace

core::Result<std::unique_ptr<Tables>> openPostgresTables(const std::string& database) {
  PostgresTables::Connection connection(PQconnectdb(database.c_str()), &PQfinish);
  const Answer begun(PQexec(connection.get(),
                            "SET search_path = madoguchi, pg_catalog; SET client_encoding = 'UTF8'; "
                            "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"),
                     &PQclear);
  if (PQresultStatus(begun.get()) != PGRES_COMMAND_OK)
    return core::failure(core::ErrorCode::FileUnreadable, PQerrorMessage(connection.get()));
  return std::make_unique<PostgresTables>(std::move(connection));
}

} // namespace madoguchi::server::verify
