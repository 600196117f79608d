// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/embedded/schema.h"

#include <array>

namespace madoguchi::server {

namespace {

// "Madg", so that the file of another program is not taken for ours.
constexpr std::int64_t kApplicationId = 0x4d616467;

// A released migration is never edited; the next one is added behind it.
constexpr std::array kMigrations = {R"sql(
CREATE TABLE meta(key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE scope(
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  seq INTEGER NOT NULL DEFAULT 0,
  count INTEGER NOT NULL DEFAULT 0,
  hash TEXT NOT NULL DEFAULT '');

CREATE TABLE case_row(
  id TEXT NOT NULL PRIMARY KEY,
  home_office TEXT NOT NULL,
  scope INTEGER NOT NULL REFERENCES scope(id),
  seq INTEGER NOT NULL CHECK(seq > 0),
  version INTEGER NOT NULL,
  digest TEXT NOT NULL,
  state TEXT NOT NULL,
  timeline TEXT NOT NULL);
CREATE UNIQUE INDEX case_by_seq ON case_row(scope, seq);
CREATE INDEX case_by_id ON case_row(scope, id);

CREATE TABLE gone(
  scope INTEGER NOT NULL REFERENCES scope(id),
  case_id TEXT NOT NULL,
  seq INTEGER NOT NULL CHECK(seq > 0),
  reason TEXT NOT NULL,
  PRIMARY KEY(scope, case_id)) WITHOUT ROWID;
CREATE UNIQUE INDEX gone_by_seq ON gone(scope, seq);

CREATE TABLE reference_row(
  scope INTEGER NOT NULL REFERENCES scope(id),
  entity TEXT NOT NULL,
  key TEXT NOT NULL,
  seq INTEGER NOT NULL CHECK(seq > 0),
  version INTEGER NOT NULL,
  digest TEXT NOT NULL,
  document TEXT NOT NULL,
  PRIMARY KEY(scope, entity, key));
CREATE UNIQUE INDEX reference_by_seq ON reference_row(scope, seq);

CREATE TABLE applied(
  command TEXT NOT NULL PRIMARY KEY,
  user TEXT NOT NULL,
  device TEXT NOT NULL,
  device_seq INTEGER NOT NULL,
  payload_hash TEXT NOT NULL,
  answer TEXT NOT NULL,
  at TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE number_series(name TEXT PRIMARY KEY, last INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE number_directory(number TEXT PRIMARY KEY, case_id TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE audit_chain(chain TEXT PRIMARY KEY, number INTEGER NOT NULL, hash TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE audit(
  chain TEXT NOT NULL,
  number INTEGER NOT NULL CHECK(number > 0),
  record TEXT NOT NULL,
  hash TEXT NOT NULL,
  PRIMARY KEY(chain, number)) WITHOUT ROWID;
CREATE TABLE desk_row(
  id TEXT PRIMARY KEY, chain TEXT NOT NULL, number INTEGER NOT NULL) WITHOUT ROWID;

CREATE TABLE account(
  id TEXT PRIMARY KEY,
  login TEXT NOT NULL UNIQUE,
  person TEXT NOT NULL,
  grants TEXT NOT NULL,
  password_hash TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE session(
  token_hash TEXT PRIMARY KEY,
  user TEXT NOT NULL REFERENCES account(id),
  device TEXT NOT NULL,
  expires_at INTEGER NOT NULL) WITHOUT ROWID;
CREATE INDEX session_by_user ON session(user);
CREATE INDEX session_by_expiry ON session(expires_at);
CREATE TABLE device(
  id TEXT NOT NULL,
  user TEXT NOT NULL REFERENCES account(id),
  name TEXT NOT NULL,
  client TEXT NOT NULL,
  first_seen INTEGER NOT NULL,
  last_seen INTEGER NOT NULL,
  revoked INTEGER NOT NULL,
  PRIMARY KEY(id, user)) WITHOUT ROWID;
CREATE TABLE attempts(
  login_hash TEXT PRIMARY KEY, failures INTEGER NOT NULL, until INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE intake_key(
  key_hash TEXT PRIMARY KEY, name TEXT NOT NULL, office TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE blob(
  id TEXT PRIMARY KEY,
  size INTEGER NOT NULL,
  uploaded_by TEXT NOT NULL,
  at INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE blob_case(
  blob TEXT NOT NULL, case_id TEXT NOT NULL, PRIMARY KEY(blob, case_id)) WITHOUT ROWID;
)sql",
                                    R"sql(
ALTER TABLE device ADD COLUMN lease_secret TEXT NOT NULL DEFAULT '';
ALTER TABLE device ADD COLUMN lease_next TEXT NOT NULL DEFAULT '';
ALTER TABLE device ADD COLUMN lease_until INTEGER NOT NULL DEFAULT 0;
ALTER TABLE device ADD COLUMN granted_until INTEGER NOT NULL DEFAULT 0;
ALTER TABLE device ADD COLUMN seal_key TEXT NOT NULL DEFAULT '';
ALTER TABLE device ADD COLUMN scopes TEXT NOT NULL DEFAULT '[]';
)sql",
                                    // How often a command failed inside the server.
                                    R"sql(
CREATE TABLE failing_command(command TEXT PRIMARY KEY, times INTEGER NOT NULL) WITHOUT ROWID;
)sql",
                                    // The contents that a case names, for when it is destroyed.
                                    R"sql(
CREATE INDEX blob_case_by_case ON blob_case(case_id);
)sql"};

std::int64_t pragma(Connection& connection, const char* sql) {
  return connection.database().execAndGet(sql).getInt64();
}

} // namespace

core::Result<void> migrate(Connection& connection, const std::string& freshEpoch) {
  connection.run("BEGIN IMMEDIATE");
  const std::int64_t application = pragma(connection, "PRAGMA application_id");
  const std::int64_t version = pragma(connection, "PRAGMA user_version");
  const auto refuse = [&](core::ErrorCode code, std::string why) {
    connection.run("ROLLBACK");
    return core::failure(code, std::move(why));
  };
  if (application != kApplicationId) {
    if (pragma(connection, "SELECT count(*) FROM sqlite_schema") != 0)
      return refuse(core::ErrorCode::Malformed, "the database belongs to another program");
    connection.run(("PRAGMA application_id = " + std::to_string(kApplicationId)).c_str());
  }
  if (version > static_cast<std::int64_t>(kMigrations.size()))
    return refuse(core::ErrorCode::StorageNewer, "the database was made by a newer version of the server");
  for (auto next = static_cast<std::size_t>(version); next < kMigrations.size(); ++next)
    connection.run(kMigrations[next]);
  connection.run(("PRAGMA user_version = " + std::to_string(kMigrations.size())).c_str());
  if (version == 0) Query(connection, "INSERT INTO meta VALUES('epoch', ?)", freshEpoch).execute();
  connection.run("COMMIT");
  return {};
}

} // namespace madoguchi::server
