// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/schema1.h"

#include <iterator>

namespace madoguchi::storage {

namespace {

const char* const kStatements[] = {
    // Ids of offices, users, procedures and scopes as small numbers; label: what lists sort by.
    "CREATE TABLE words(ix INTEGER PRIMARY KEY, word TEXT NOT NULL UNIQUE, label TEXT NOT NULL DEFAULT '')",
    "INSERT INTO words(ix, word) VALUES (0, '')",
    "CREATE INDEX words_by_label ON words(label, ix)",

    // What queues and lists need, and no more: a page of the table is read from here. Days are counted from
    // 1970-01-01; due_day 2147483647 stands for "none" and sorts last. Keys are never given twice, because
    // models hold them for a while.
    "CREATE TABLE cases(key INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, shown_version "
    "INTEGER NOT NULL,"
    " number TEXT NOT NULL, number_key TEXT NOT NULL, procedure INTEGER NOT NULL,"
    " procedure_version INTEGER NOT NULL, applicant TEXT NOT NULL, kana TEXT NOT NULL,"
    " name_key TEXT NOT NULL, arrived_day INTEGER NOT NULL, due_day INTEGER NOT NULL,"
    " clock_days INTEGER NOT NULL, stopped_days_left INTEGER, status INTEGER NOT NULL,"
    " holder INTEGER NOT NULL, office INTEGER NOT NULL, outcome INTEGER, author INTEGER NOT NULL,"
    " closed_day INTEGER, flags INTEGER NOT NULL, open_ranks INTEGER NOT NULL, acted_by TEXT NOT NULL)",
    // Each sort has an index that also covers what queues filter by, so that keys come from it alone.
    "CREATE INDEX cases_by_number ON cases(number_key, flags, status, office, holder, procedure)",
    "CREATE INDEX cases_by_applicant ON cases(name_key, flags, status, office, holder, procedure)",
    "CREATE INDEX cases_by_arrived ON cases(arrived_day, flags, status, office, holder, procedure)",
    "CREATE INDEX cases_by_due ON cases(due_day, flags, status, office, holder, procedure)",
    "CREATE INDEX cases_by_status ON cases(status, due_day, flags, office, holder, procedure)",
    "CREATE INDEX cases_by_holder ON cases(holder, due_day, flags, status, office, procedure)",
    "CREATE INDEX cases_by_procedure ON cases(procedure, due_day, flags, status, office, holder)",
    "CREATE INDEX cases_by_closing ON cases(closed_day, office) WHERE closed_day IS NOT NULL",
    "CREATE INDEX cases_in_route ON cases(open_ranks) WHERE open_ranks <> 0",
    "CREATE INDEX cases_for_attention ON cases(key) WHERE (flags & 2) <> 0",

    // The case as it is shown, and the stamps of the server's row: version 0 means "not on the server yet".
    // seq 0: not seen again since the scope was started anew.
    "CREATE TABLE case_documents(key INTEGER PRIMARY KEY, scope INTEGER NOT NULL, seq INTEGER NOT NULL,"
    " version INTEGER NOT NULL, digest TEXT NOT NULL, indexed INTEGER NOT NULL, state TEXT NOT NULL,"
    " timeline TEXT NOT NULL)",
    "CREATE INDEX case_documents_by_scope ON case_documents(scope, seq)",
    // The server's own texts, while the shown ones hold pending commands; null where it has none yet.
    "CREATE TABLE base_rows(key INTEGER PRIMARY KEY, state TEXT, timeline TEXT)",

    "CREATE VIRTUAL TABLE search USING fts5(name, kana, number, address, form, content='',"
    " contentless_delete=1, tokenize='ascii')",

    "CREATE TABLE outbox(device_seq INTEGER PRIMARY KEY AUTOINCREMENT, command_id TEXT NOT NULL UNIQUE,"
    " case_id TEXT NOT NULL, kind TEXT NOT NULL, payload TEXT NOT NULL, status TEXT NOT NULL,"
    " attempts INTEGER NOT NULL, made_at TEXT NOT NULL, code TEXT NOT NULL, detail TEXT NOT NULL,"
    " conflicts TEXT NOT NULL, answer_seq INTEGER NOT NULL, answer_scope TEXT NOT NULL,"
    " request_id TEXT NOT NULL, blob TEXT NOT NULL)",
    "CREATE INDEX outbox_by_case ON outbox(case_id, device_seq)",
    "CREATE INDEX outbox_by_status ON outbox(status, device_seq)",

    "CREATE TABLE refs(entity TEXT NOT NULL, key TEXT NOT NULL, scope INTEGER NOT NULL,"
    " seq INTEGER NOT NULL, version INTEGER NOT NULL, digest TEXT NOT NULL, document TEXT NOT NULL,"
    " PRIMARY KEY(entity, key)) WITHOUT ROWID",
    // count and hash are of all rows held under the scope. fresh 0: being fetched anew; followed: it
    // stands in the cursor; snapshot_after not null: a bulk load is under way.
    "CREATE TABLE scopes(scope INTEGER PRIMARY KEY, seq INTEGER NOT NULL, count INTEGER NOT NULL,"
    " hash TEXT NOT NULL, fresh INTEGER NOT NULL, followed INTEGER NOT NULL, snapshot_after TEXT, "
    "snapshot_stamp INTEGER NOT NULL)",

    "CREATE TABLE desk_audit(device_seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE,"
    " at TEXT NOT NULL, actor TEXT NOT NULL, action TEXT NOT NULL, subject TEXT NOT NULL)",
    "CREATE TABLE drafts(key TEXT PRIMARY KEY, text TEXT NOT NULL) WITHOUT ROWID",
    "CREATE TABLE settings(key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
    "CREATE TABLE blobs(id TEXT PRIMARY KEY, case_id TEXT NOT NULL, file TEXT NOT NULL,"
    " size INTEGER NOT NULL) WITHOUT ROWID",
    "CREATE INDEX blobs_by_case ON blobs(case_id)",
    // Definitions of indexes that a bulk load has dropped; made again from here, also after a crash.
    "CREATE TABLE dropped_indexes(name TEXT PRIMARY KEY, definition TEXT NOT NULL) WITHOUT ROWID",
};

} // namespace

std::vector<const char*> schema1() {
  return {std::begin(kStatements), std::end(kStatements)};
}

} // namespace madoguchi::storage
