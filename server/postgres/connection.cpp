// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/postgres/connection.h"

#include <algorithm>
#include <array>
#include <libpq-fe.h>
#include <optional>
#include <poll.h>

namespace madoguchi::server {

namespace {

using Kind = PostgresFailure::Kind;
using core::ErrorCode;

std::string field(const PGresult* result, int code) {
  const char* text = PQresultErrorField(result, code);
  return text == nullptr ? std::string() : std::string(text);
}

// The primary message may hold values, the names of constraint and table do not.
std::string detailOf(const PGresult* result, const std::string& state) {
  std::string detail = "postgresql " + state;
  for (const int code : std::initializer_list<int>{PG_DIAG_TABLE_NAME, PG_DIAG_CONSTRAINT_NAME})
    if (const std::string name = field(result, code); !name.empty()) detail += " " + name;
  const std::string_view group = std::string_view(state).substr(0, 2);
  if (group != "22" && group != "23") detail += ": " + field(result, PG_DIAG_MESSAGE_PRIMARY);
  return detail;
}

// Appendix A of the PostgreSQL manual: the first two letters are the class of the error.
PostgresFailure failureOf(const PGresult* result) {
  const std::string state = field(result, PG_DIAG_SQLSTATE);
  const std::string group = state.substr(0, 2);
  const auto failure = [&](Kind kind, ErrorCode code) {
    return PostgresFailure{kind, {code, detailOf(result, state)}};
  };
  if (state == "40001" || state == "40P01") return failure(Kind::Clash, ErrorCode::StorageFailed);
  if (state == "23505") return failure(Kind::Duplicate, ErrorCode::Internal);
  if (state == "22021") return failure(Kind::Other, ErrorCode::InvalidArgument); // a NUL, or not UTF-8
  if (state == "53100") return failure(Kind::Other, ErrorCode::StorageFull);
  if (group == "XX") return failure(Kind::Other, ErrorCode::StorageCorrupt);
  // 25006: what was the primary is a standby now, and refuses to write.
  if (state.empty() || group == "08" || state.starts_with("57P") || state == "25006")
    return failure(Kind::Lost, ErrorCode::StorageFailed);
  if (group == "22" || group == "23" || group == "42")
    return failure(Kind::Other, state == "42501" ? ErrorCode::StorageFailed : ErrorCode::Internal);
  return failure(Kind::Other, ErrorCode::StorageFailed);
}

PostgresFailure lostFailure(const PGconn* connection) {
  std::string message = connection == nullptr ? std::string("out of memory") : PQerrorMessage(connection);
  while (!message.empty() && message.back() == '\n')
    message.pop_back();
  return {Kind::Lost, {ErrorCode::StorageFailed, "postgresql: " + message}};
}

std::shared_ptr<PGconn> connect(const PostgresOptions& options) {
  // What comes later wins, so these are only proposals to the connection string.
  const std::array keywords = {
      "connect_timeout",      "tcp_user_timeout", "keepalives_idle", "fallback_application_name",
      "target_session_attrs", "dbname",           "client_encoding", static_cast<const char*>(nullptr)};
  const char* attributes = options.writes ? "read-write" : "prefer-standby";
  const char* database = options.database.c_str();
  const std::array values = {"5",        "20000",  "10",   "madoguchi-server",
                             attributes, database, "UTF8", static_cast<const char*>(nullptr)};
  return {PQconnectdbParams(keywords.data(), values.data(), 1), &PQfinish};
}

void execute(PGconn* connection, const std::string& script) {
  const std::unique_ptr<PGresult, decltype(&PQclear)> done(PQexec(connection, script.c_str()), &PQclear);
  if (PQstatus(connection) != CONNECTION_OK) throw lostFailure(connection);
  if (PQresultStatus(done.get()) == PGRES_COMMAND_OK) return;
  (void)PQenterPipelineMode(connection);
  throw failureOf(done.get());
}

using Answer = std::unique_ptr<PGresult, decltype(&PQclear)>;

// What a COPY ran into, if anything; `count` is the number of its rows.
std::optional<PostgresFailure> loaded(PGconn* connection, const std::string& statement, std::string_view rows,
                                      std::int64_t& count) {
  constexpr std::size_t kPiece = 8UL * 1024 * 1024;
  const Answer begun(PQexec(connection, statement.c_str()), &PQclear);
  if (PQstatus(connection) != CONNECTION_OK) return lostFailure(connection);
  if (PQresultStatus(begun.get()) != PGRES_COPY_IN) return failureOf(begun.get());
  bool sent = true;
  for (; sent && !rows.empty(); rows.remove_prefix(std::min(kPiece, rows.size())))
    sent = PQputCopyData(connection, rows.data(), static_cast<int>(std::min(kPiece, rows.size()))) == 1;
  if (!sent || PQputCopyEnd(connection, nullptr) != 1) return lostFailure(connection);
  std::optional<PostgresFailure> failure;
  while (PGresult* result = PQgetResult(connection)) {
    const Answer done(result, &PQclear);
    if (PQresultStatus(result) != PGRES_COMMAND_OK && !failure) failure = failureOf(result);
    if (!failure) count = std::stoll(PQcmdTuples(result));
  }
  if (PQstatus(connection) != CONNECTION_OK) return lostFailure(connection);
  return failure;
}

} // namespace

PostgresRows::PostgresRows(pg_result* result) : m_result(result, &PQclear) {}

int PostgresRows::size() const {
  return PQntuples(m_result.get());
}

std::string PostgresRows::text(int row, int column) const {
  return {PQgetvalue(m_result.get(), row, column),
          static_cast<std::size_t>(PQgetlength(m_result.get(), row, column))};
}

std::int64_t PostgresRows::number(int row, int column) const {
  const char* bytes = PQgetvalue(m_result.get(), row, column);
  const int length = PQgetlength(m_result.get(), row, column);
  std::uint64_t number = length > 0 && (static_cast<unsigned char>(bytes[0]) & 0x80U) != 0 ? ~0ULL : 0ULL;
  for (int i = 0; i < length; ++i)
    number = (number << 8U) | static_cast<unsigned char>(bytes[i]);
  return static_cast<std::int64_t>(number);
}

std::int64_t PostgresRows::changed() const {
  const std::string count = PQcmdTuples(m_result.get());
  return count.empty() ? 0 : std::stoll(count);
}

std::string PostgresRows::command() const {
  return PQcmdStatus(m_result.get());
}

PostgresConnection::PostgresConnection(const PostgresOptions& options) : m_connection(connect(options)) {
  if (PQstatus(m_connection.get()) != CONNECTION_OK) throw lostFailure(m_connection.get());
  setUp(options);
  if (PQenterPipelineMode(m_connection.get()) != 1) throw lostFailure(m_connection.get());
}

void PostgresConnection::setUp(const PostgresOptions& options) {
  // Every statement of the service is a look-up by key, so a plan must never turn with the statistics of a
  // table that is still growing. Whoever holds locks and falls silent is thrown out.
  const std::string settings =
      "SET search_path = madoguchi, pg_catalog; SET statement_timeout = " +
      std::to_string(options.statementTimeout.count()) +
      "; SET lock_timeout = " + std::to_string(options.lockTimeout.count()) +
      "; SET idle_in_transaction_session_timeout = 60000; SET jit = off; SET enable_seqscan = off; "
      "SET enable_hashjoin = off; SET enable_mergejoin = off; SET plan_cache_mode = force_generic_plan; "
      "SET client_min_messages = error";
  execute(m_connection.get(), settings);
}

void PostgresConnection::runScript(const std::string& script) {
  if (!m_awaited.empty()) (void)collect();
  // Several statements in one text are no part of the pipeline's protocol.
  if (PQexitPipelineMode(m_connection.get()) != 1) lose();
  execute(m_connection.get(), script);
  if (PQenterPipelineMode(m_connection.get()) != 1) lose();
}

std::int64_t PostgresConnection::copy(std::string_view target, std::string_view rows) {
  if (!m_awaited.empty()) (void)sync();
  // COPY is no part of the pipeline's protocol.
  if (PQexitPipelineMode(m_connection.get()) != 1) lose();
  std::int64_t count = 0;
  auto failure = loaded(m_connection.get(), "COPY " + std::string(target) + " FROM STDIN", rows, count);
  if (failure && failure->kind == Kind::Lost) throw std::move(*failure);
  if (PQenterPipelineMode(m_connection.get()) != 1) lose();
  if (failure) throw std::move(*failure);
  return count;
}

void PostgresConnection::lose() {
  m_awaited.clear();
  throw lostFailure(m_connection.get());
}

void PostgresConnection::enqueue(std::string_view sql, const PostgresParameters& parameters) {
  auto known = m_statements.find(sql);
  if (known == m_statements.end()) {
    known = m_statements.emplace(sql, "m" + std::to_string(++m_names)).first;
    const std::string text(sql);
    if (PQsendPrepare(m_connection.get(), known->second.c_str(), text.c_str(), parameters.size(),
                      parameters.types().data()) != 1)
      lose();
    m_awaited.push_back({Expected::Prepare, sql});
  }
  std::vector<const char*> values;
  std::vector<int> lengths;
  for (const std::string& value : parameters.values()) {
    values.push_back(value.data());
    lengths.push_back(static_cast<int>(value.size()));
  }
  const std::vector<int> formats(values.size(), 1);
  if (PQsendQueryPrepared(m_connection.get(), known->second.c_str(), parameters.size(), values.data(),
                          lengths.data(), formats.data(), 1) != 1)
    lose();
  m_awaited.push_back({Expected::Execute, sql});
}

void PostgresConnection::mark() {
  if (PQpipelineSync(m_connection.get()) != 1) lose();
  m_awaited.push_back({Expected::Sync, {}});
}

void PostgresConnection::post() {
  mark();
}

std::vector<PostgresRows> PostgresConnection::sync() {
  mark();
  return collect();
}

// Reads to the last mark. The answers of groups before it were posted, and nobody asks for them.
std::vector<PostgresRows> PostgresConnection::collect() {
  std::vector<PostgresRows> answers;
  std::optional<PostgresFailure> failure;
  while (!m_awaited.empty()) {
    const Awaited awaited = m_awaited.front();
    m_awaited.pop_front();
    PGresult* result = PQgetResult(m_connection.get());
    if (result == nullptr) lose();
    PostgresRows rows(result);
    const ExecStatusType status = PQresultStatus(result);
    if (awaited.what == Expected::Sync) {
      if (status != PGRES_PIPELINE_SYNC) lose();
      if (m_awaited.empty()) break;
      answers.clear();
      failure.reset();
      continue;
    }
    const bool good = status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK;
    if (good && awaited.what == Expected::Execute) answers.push_back(std::move(rows));
    if (!good && awaited.what == Expected::Prepare) m_statements.erase(awaited.sql);
    if (status == PGRES_FATAL_ERROR && !failure) failure = failureOf(result);
    if (PQstatus(m_connection.get()) != CONNECTION_OK) {
      m_awaited.clear();
      if (failure) failure->kind = Kind::Lost;
      throw failure.value_or(lostFailure(m_connection.get()));
    }
    if (PQgetResult(m_connection.get()) != nullptr) lose();
  }
  if (failure) throw std::move(*failure);
  return answers;
}

bool PostgresConnection::standing() {
  try {
    if (!m_awaited.empty()) (void)collect();
  } catch (const PostgresFailure& failure) {
    if (failure.kind == Kind::Lost) return false;
  }
  // An idle server has nothing to say but good-bye.
  pollfd socket{PQsocket(m_connection.get()), POLLIN, 0};
  return PQstatus(m_connection.get()) == CONNECTION_OK && ::poll(&socket, 1, 0) == 0;
}

std::string PostgresConnection::quoted(const std::string& identifier) const {
  char* text = PQescapeIdentifier(m_connection.get(), identifier.data(), identifier.size());
  if (text == nullptr) throw PostgresFailure{Kind::Other, {ErrorCode::InvalidArgument, "not a name"}};
  std::string quotedName = text;
  PQfreemem(text);
  return quotedName;
}

} // namespace madoguchi::server
