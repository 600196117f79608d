// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/migrations.h"

#include "storage/schema1.h"

namespace madoguchi::storage {

const std::vector<Migration>& migrations() {
  static const std::vector<Migration> all{
      {1, schema1()},
      // When a document was last looked at, counted up; 0: made here, and perhaps not sent yet.
      {2, {"ALTER TABLE blobs ADD COLUMN used INTEGER NOT NULL DEFAULT 0"}},
      // Labels of a case, each between two unit separators, which no label holds. Few cases bear any.
      {3,
       {"ALTER TABLE cases ADD COLUMN labels TEXT NOT NULL DEFAULT ''",
        "CREATE INDEX cases_with_labels ON cases(labels) WHERE labels <> ''"}},
      // The newest commands that the server has confirmed, should its database be put back.
      {4,
       {"CREATE TABLE remembered(device_seq INTEGER PRIMARY KEY, command_id TEXT NOT NULL,"
        " case_id TEXT NOT NULL, kind TEXT NOT NULL, payload TEXT NOT NULL, made_at TEXT NOT NULL,"
        " blob TEXT NOT NULL)",
        "CREATE INDEX remembered_by_case ON remembered(case_id)"}},
      // What is to be derived again, and how far that has come (stalerows.h); 8: the clock stands still.
      {5,
       {"CREATE TABLE stale_rows(which INTEGER PRIMARY KEY, after INTEGER NOT NULL)",
        "CREATE INDEX cases_with_stopped_clock ON cases(key) WHERE (flags & 8) <> 0"}},
      // What the user wants on this PC; a blob without a name: all of the case, also later.
      {6,
       {"CREATE TABLE kept_documents(case_id TEXT NOT NULL, blob TEXT NOT NULL, PRIMARY KEY (case_id, blob))"
        " WITHOUT ROWID",
        "CREATE INDEX kept_documents_by_blob ON kept_documents(blob)"}},
  };
  return all;
}

int newestSchema() {
  return migrations().back().version;
}

int schemaVersion(Database& database) {
  return std::stoi(database.pragma("PRAGMA user_version"));
}

void migrate(Database& database) {
  const int present = schemaVersion(database);
  for (const Migration& migration : migrations()) {
    if (migration.version <= present) continue;
    Transaction transaction(database, Durability::Full);
    for (const char* statement : migration.statements)
      database.script(statement);
    database.script("PRAGMA user_version = " + std::to_string(migration.version));
    transaction.commit();
  }
}

} // namespace madoguchi::storage
