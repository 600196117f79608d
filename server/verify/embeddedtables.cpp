// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/verify/tables.h"

#include <sqlite3.h>

namespace madoguchi::server::verify {

namespace {

class EmbeddedRows final : public Rows {
public:
  EmbeddedRows(sqlite3* database, const char* sql) {
    m_broken = sqlite3_prepare_v2(database, sql, -1, &m_statement, nullptr) != SQLITE_OK;
  }
  ~EmbeddedRows() override { sqlite3_finalize(m_statement); }
  EmbeddedRows(const EmbeddedRows&) = delete;
  EmbeddedRows& operator=(const EmbeddedRows&) = delete;

  bool next() override {
    if (m_broken) return false;
    const int result = sqlite3_step(m_statement);
    m_broken = result != SQLITE_ROW && result != SQLITE_DONE;
    return result == SQLITE_ROW;
  }
  [[nodiscard]] bool broken() const override { return m_broken; }
  [[nodiscard]] std::int64_t number(int column) const override {
    return sqlite3_column_int64(m_statement, column);
  }
  [[nodiscard]] std::string text(int column) const override {
    const auto* bytes = static_cast<const char*>(sqlite3_column_blob(m_statement, column));
    return bytes == nullptr
               ? std::string()
               : std::string(bytes, static_cast<std::size_t>(sqlite3_column_bytes(m_statement, column)));
  }

private:
  sqlite3_stmt* m_statement = nullptr;
  bool m_broken = false;
};

class EmbeddedTables final : public Tables {
public:
  using Database = std::unique_ptr<sqlite3, decltype(&sqlite3_close)>;
  explicit EmbeddedTables(Database database) : m_database(std::move(database)) {}
  std::unique_ptr<Rows> rows(const char* sql) override {
    return std::make_unique<EmbeddedRows>(m_database.get(), sql);
  }

private:
  Database m_database;
};

} // namespace

core::Result<std::unique_ptr<Tables>> openEmbeddedTables(const std::string& databaseFile) {
  sqlite3* opened = nullptr;
  const int result = sqlite3_open_v2(databaseFile.c_str(), &opened, SQLITE_OPEN_READWRITE, nullptr);
  EmbeddedTables::Database database(opened, &sqlite3_close);
  if (result != SQLITE_OK ||
      sqlite3_exec(opened, "PRAGMA query_only = ON; BEGIN", nullptr, nullptr, nullptr) != SQLITE_OK)
    return core::failure(core::ErrorCode::FileUnreadable, databaseFile);
  return std::make_unique<EmbeddedTables>(std::move(database));
}

} // namespace madoguchi::server::verify
