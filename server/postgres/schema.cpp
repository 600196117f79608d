// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/postgres/schema.h"

#include "server/postgres/migrations.h"

namespace madoguchi::server {

namespace {

// Of the advisory lock under which a schema is changed: "Madg".
constexpr std::string_view kLock = "SELECT pg_advisory_xact_lock(1298228327)";
constexpr std::string_view kTable = "SELECT to_regclass('madoguchi.schema_version') IS NOT NULL";
constexpr std::string_view kVersion = "SELECT coalesce(max(version), 0) FROM madoguchi.schema_version";
constexpr std::string_view kMakeTable = "CREATE TABLE IF NOT EXISTS madoguchi.schema_version("
                                        "version integer PRIMARY KEY, at timestamptz NOT NULL DEFAULT now())";
constexpr std::string_view kEnterVersion = "INSERT INTO madoguchi.schema_version VALUES($1::bigint)";
constexpr std::string_view kEncoding = "SELECT current_setting('server_encoding')";
// The dump of `backup` leaves the row out; any other copy is another database.
constexpr std::string_view kEpoch =
    "INSERT INTO epoch(value, database) "
    "SELECT gen_random_uuid()::text, oid FROM pg_database WHERE datname = current_database() "
    "ON CONFLICT(one) DO UPDATE SET value = excluded.value, database = excluded.database "
    "WHERE epoch.database <> excluded.database";

[[noreturn]] void refuse(core::ErrorCode code, std::string why) {
  throw PostgresFailure{PostgresFailure::Kind::Other, {code, std::move(why)}};
}

std::size_t versionOf(PostgresConnection& connection) {
  if (connection.query(kTable).number(0, 0) == 0) return 0;
  const auto version = static_cast<std::size_t>(connection.query(kVersion).number(0, 0));
  if (version > postgresMigrations().size())
    refuse(core::ErrorCode::StorageNewer, "the database was made by a newer version of the server");
  return version;
}

// What the service never does it must not be able to do, whoever speaks in its name.
void allow(PostgresConnection& connection, const std::string& serviceRole) {
  const std::string role = connection.quoted(serviceRole);
  connection.runScript(
      "GRANT USAGE ON SCHEMA madoguchi TO " + role + "; GRANT SELECT ON ALL TABLES IN SCHEMA madoguchi TO " +
      role + "; GRANT SELECT ON ALL SEQUENCES IN SCHEMA madoguchi TO " + role + // for pg_dump
      "; GRANT INSERT ON applied, attempts, blob, blob_case, device, intake_key, session, audit, "
      "audit_chain, desk_row, number_directory, number_series, case_directory, case_row, gone, "
      "reference_row, account, scope, epoch, failing_command TO " +
      role +
      "; GRANT UPDATE ON applied, attempts, blob, device, intake_key, session, audit_chain, "
      "number_series, case_row, gone, reference_row, account, scope, epoch, failing_command TO " +
      role + "; GRANT DELETE ON applied, attempts, blob, blob_case, session, gone TO " + role);
}

} // namespace

SchemaState schemaState(PostgresConnection& connection) {
  const std::size_t version = versionOf(connection);
  if (version == 0) return SchemaState::Missing;
  return version == postgresMigrations().size() ? SchemaState::Current : SchemaState::Older;
}

void makeSchema(PostgresConnection& connection, const std::string& serviceRole,
                const std::function<void(PostgresConnection&)>& beforeStep) {
  if (connection.query(kEncoding).text(0, 0) != "UTF8")
    refuse(core::ErrorCode::Malformed, "the database is not in UTF-8");
  const auto step = [&](const std::string& script) {
    if (beforeStep) beforeStep(connection);
    connection.runScript(script);
  };
  (void)connection.query(kLock);
  step("CREATE SCHEMA IF NOT EXISTS madoguchi");
  step(std::string(kMakeTable));
  const auto migrations = postgresMigrations();
  for (std::size_t next = versionOf(connection); next < migrations.size(); ++next) {
    step(migrations[next]);
    (void)connection.query(kEnterVersion, next + 1);
  }
  if (!serviceRole.empty()) allow(connection, serviceRole);
}

void migratePostgres(const PostgresOptions& options, const std::string& serviceRole,
                     const std::function<void(PostgresConnection&)>& beforeStep) {
  PostgresOptions patient = options;
  patient.statementTimeout = std::chrono::milliseconds(0);
  PostgresConnection connection(patient);
  const auto step = [&](const std::string& script) {
    if (beforeStep) beforeStep(connection);
    connection.runScript(script);
  };
  step("BEGIN ISOLATION LEVEL READ COMMITTED");
  makeSchema(connection, serviceRole, beforeStep);
  step("COMMIT");
}

void ensureEpoch(PostgresConnection& connection) {
  (void)connection.query(kEpoch);
}

} // namespace madoguchi::server
