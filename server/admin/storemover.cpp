// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/admin/storemover.h"

#include "core/calendar/date.h"
#include "core/cases/casecodec.h"
#include "server/embedded/connection.h"
#include "server/embedded/embeddedstore.h"
#include "server/postgres/copytext.h"
#include "server/postgres/schema.h"
#include "server/store.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <filesystem>

namespace madoguchi::server {

namespace {

constexpr std::size_t kPieceBytes = 16UL * 1024 * 1024;
constexpr std::int64_t kPageRows = 1000;

// The triggers of a row look at these tables, so they come first.
constexpr std::array<std::string_view, 5> kFirst = {"scope", "account", "reference_row", "number_series",
                                                    "number_directory"};

constexpr std::string_view kColumns =
    "SELECT column_name::text, data_type::text FROM information_schema.columns "
    "WHERE table_schema = 'madoguchi' AND table_name = $1 AND is_generated = 'NEVER'";
constexpr std::string_view kCases = "SELECT id, version, digest, state, timeline FROM case_row "
                                    "WHERE scope = $1 AND id > $2 ORDER BY id LIMIT $3";
constexpr std::string_view kReferences =
    "SELECT entity, key, version, digest, document FROM reference_row WHERE scope = $1 ORDER BY entity, key";
constexpr std::string_view kFetch = "FETCH 1000 FROM moved";
constexpr std::string_view kDirectory =
    "INSERT INTO case_directory(id, home_office) SELECT id, home_office FROM case_row";
constexpr std::string_view kNextScope =
    "SELECT setval(pg_get_serial_sequence('madoguchi.scope', 'id'), greatest(max(id), 1)) FROM scope";
constexpr std::string_view kEpoch = "INSERT INTO epoch(value, database) SELECT $1::text, oid FROM "
                                    "pg_database WHERE datname = current_database()";

[[noreturn]] void refuse(core::ErrorCode code, std::string why) {
  throw StoreFailure{{code, std::move(why)}};
}

struct Column {
  std::string source;
  std::string target;
  bool isNumber = false;
  bool isBoolean = false; ///< the file has 0 and 1
};

class Mover {
public:
  Mover(Connection& source, PostgresConnection& target) : m_source(source), m_target(target) {}

  MovedStore move() {
    for (const std::string& table : tables())
      moveTable(table);
    m_target.send(kDirectory);
    (void)m_target.query(kNextScope);
    compareScopes();
    Query epoch(m_source, "SELECT value FROM meta WHERE key = 'epoch'");
    if (!epoch.next()) refuse(core::ErrorCode::StorageCorrupt, "a store without an epoch");
    m_target.send(kEpoch, epoch.text(0));
    return m_moved;
  }

private:
  std::vector<std::string> tables() {
    std::vector<std::string> names(kFirst.begin(), kFirst.end());
    Query query(m_source, "SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> 'meta' "
                          "AND name NOT LIKE 'sqlite_%' ORDER BY name");
    while (query.next())
      if (std::find(names.begin(), names.end(), query.text(0)) == names.end()) names.push_back(query.text(0));
    return names;
  }

  // The tables are named alike; "user" is a word of SQL's own there.
  std::vector<Column> columnsOf(const std::string& table) {
    std::map<std::string, std::string> types;
    const auto rows = m_target.query(kColumns, table);
    for (int row = 0; row < rows.size(); ++row)
      types.emplace(rows.text(row, 0), rows.text(row, 1));
    std::vector<Column> columns;
    const std::string sql = "PRAGMA table_info(" + table + ")";
    Query query(m_source, sql);
    while (query.next()) {
      Column column{query.text(1), query.text(1) == "user" ? "user_id" : query.text(1)};
      const auto type = types.find(column.target);
      if (type == types.end())
        refuse(core::ErrorCode::Internal, "no place for " + table + "." + column.source);
      column.isNumber = type->second == "bigint" || type->second == "integer" || type->second == "boolean";
      column.isBoolean = type->second == "boolean";
      columns.push_back(std::move(column));
    }
    return columns;
  }

  void moveTable(const std::string& table) {
    const auto columns = columnsOf(table);
    std::string from;
    std::string to;
    for (const Column& column : columns) {
      from += (from.empty() ? "\"" : ", \"") + column.source + "\"";
      to += (to.empty() ? "" : ", ") + column.target;
    }
    const std::string target = table + "(" + to + ")";
    const std::string sql = "SELECT " + from + " FROM " + table;
    std::int64_t rows = 0;
    std::int64_t moved = 0;
    core::RowSum sum;
    CopyText text;
    const auto send = [&] {
      if (!text.empty()) moved += m_target.copy(target, text.text());
      text.clear();
    };
    Query query(m_source, sql);
    while (query.next()) {
      std::string whole;
      for (std::size_t i = 0; i < columns.size(); ++i)
        add(text, whole, query, static_cast<int>(i), columns[i]);
      text.endRow();
      sum.add(whole, 0, {});
      ++rows;
      if (text.text().size() >= kPieceBytes) send();
    }
    send();
    if (moved != rows || !(sumThere(table, columns) == sum))
      refuse(core::ErrorCode::StorageCorrupt, "table " + table + " differs");
    ++m_moved.tables;
    m_moved.rows += rows;
  }

  /// A column's part of the text whose sum is compared: no two rows give the same.
  static void addPart(std::string& whole, const std::string* value) {
    whole += value == nullptr ? "-" : std::to_string(value->size()) + ':' + *value;
  }

  /// Of what the table holds there now, read back.
  core::RowSum sumThere(const std::string& table, const std::vector<Column>& columns) {
    std::string whole;
    for (const Column& column : columns) {
      const std::string value = column.target + (column.isBoolean ? "::integer::text" : "::text");
      whole += (whole.empty() ? "" : " || ") +
               ("coalesce(octet_length(" + value + ") || ':' || " + value + ", '-')");
    }
    m_target.runScript("DECLARE moved NO SCROLL CURSOR FOR SELECT " + whole + " FROM " + table);
    core::RowSum sum;
    for (bool more = true; more;) {
      const auto rows = m_target.query(kFetch);
      for (int row = 0; row < rows.size(); ++row)
        sum.add(rows.text(row, 0), 0, {});
      more = !rows.empty();
    }
    m_target.runScript("CLOSE moved");
    return sum;
  }

  static void add(CopyText& text, std::string& whole, const Query& query, int index, const Column& column) {
    if (query.isNull(index)) {
      text.addNull();
      addPart(whole, nullptr);
      return;
    }
    const std::string value = query.text(index);
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
    if (!column.isNumber || (error == std::errc() && end == value.data() + value.size())) {
      text.add(value);
      addPart(whole, &value);
      return;
    }
    // A moment that the file keeps as a text.
    const auto moment = core::parseInstant(value);
    if (!moment) refuse(core::ErrorCode::StorageCorrupt, column.source + " is neither number nor moment");
    const std::string millis = std::to_string(moment->time_since_epoch().count());
    text.add(millis);
    addPart(whole, &millis);
  }

  void compareScopes() {
    Query query(m_source, "SELECT id, name, count, hash FROM scope ORDER BY name");
    while (query.next()) {
      std::int64_t count = 0;
      core::RowSum sum;
      addCases(query.number(0), count, sum);
      m_moved.cases += count;
      addReferences(query.number(0), count, sum);
      if (count != query.number(2) || !(sum == core::RowSum(query.text(3))))
        refuse(core::ErrorCode::StorageCorrupt, "scope " + query.text(1) + " differs");
      ++m_moved.scopes;
    }
  }

  void addCases(std::int64_t scope, std::int64_t& count, core::RowSum& sum) {
    for (std::string after;;) {
      const auto rows = m_target.query(kCases, scope, after, kPageRows);
      for (int row = 0; row < rows.size(); ++row) {
        const std::string digest = rows.text(row, 2);
        if (core::digestOf({rows.text(row, 3), rows.text(row, 4)}) != digest)
          refuse(core::ErrorCode::StorageCorrupt, "case " + rows.text(row, 0) + " differs from its digest");
        sum.add(rows.text(row, 0), rows.number(row, 1), digest);
      }
      count += rows.size();
      if (rows.size() < kPageRows) return;
      after = rows.text(rows.size() - 1, 0);
    }
  }

  void addReferences(std::int64_t scope, std::int64_t& count, core::RowSum& sum) {
    const auto rows = m_target.query(kReferences, scope);
    for (int row = 0; row < rows.size(); ++row) {
      const std::string document = rows.text(row, 4);
      const std::string id = rows.text(row, 0) + "/" + rows.text(row, 1);
      if (core::sha256Hex(document) != rows.text(row, 3))
        refuse(core::ErrorCode::StorageCorrupt, id + " differs from its digest");
      if (document.empty()) continue; // gone
      ++count;
      sum.add(id, rows.number(row, 2), rows.text(row, 3));
    }
  }

  Connection& m_source;
  PostgresConnection& m_target;
  MovedStore m_moved;
};

MovedStore moveAll(const std::string& file, PostgresConnection& target, const std::string& serviceRole) {
  if (schemaState(target) != SchemaState::Missing)
    refuse(core::ErrorCode::AlreadyExists, "the database is not empty");
  Connection source(file, Connection::Mode::ReadWrite);
  source.run("BEGIN IMMEDIATE"); // others may read, and nobody writes
  target.runScript("BEGIN ISOLATION LEVEL READ COMMITTED");
  makeSchema(target, serviceRole);
  // Checked statement by statement, or the checks of all rows would wait in memory for the commit.
  // Who holds a case was decided when it changed hands, and may have moved to another office since.
  target.runScript("SET CONSTRAINTS ALL IMMEDIATE; "
                   "ALTER TABLE case_row DISABLE TRIGGER new_holder_is_of_the_office");
  Mover mover(source, target);
  const MovedStore moved = mover.move();
  (void)target.sync();
  target.runScript("ALTER TABLE case_row ENABLE TRIGGER new_holder_is_of_the_office; COMMIT");
  source.run("ROLLBACK");
  return moved;
}

} // namespace

core::Result<MovedStore> moveStore(const std::string& file, const PostgresOptions& target,
                                   const std::string& serviceRole) {
  std::error_code error;
  if (!std::filesystem::is_regular_file(file, error))
    return core::failure(core::ErrorCode::FileUnreadable, file);
  // Brings an older file up to date.
  if (const auto store = EmbeddedStore::open(file); !store) return tl::unexpected(store.error());
  PostgresOptions patient = target;
  patient.statementTimeout = std::chrono::milliseconds(0);
  try {
    PostgresConnection connection(patient);
    return moveAll(file, connection, serviceRole);
  } catch (const PostgresFailure& failure) {
    return tl::unexpected(failure.error);
  } catch (const StoreFailure& failure) {
    return tl::unexpected(failure.error);
  } catch (const SQLite::Exception& exception) {
    return tl::unexpected(errorOf(exception));
  } catch (const std::exception& exception) {
    return core::failure(core::ErrorCode::Internal, exception.what());
  }
}

} // namespace madoguchi::server
