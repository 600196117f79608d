// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/readymade.h"

#include "core/base/hash.h"
#include "storage/bulkindexes.h"
#include "storage/migrations.h"

#include <sqlite3.h>

namespace madoguchi::storage {

namespace {

constexpr int kPagesAtOnce = 512;

// Everything but cases, as often as it takes. Words have numbers of their own in each file, so what names
// them is translated. Numbers of the outbox and the journal are never given twice.
constexpr const char* kMerge =
    "INSERT OR IGNORE INTO words(word, label) SELECT word, label FROM live.words ORDER BY ix;"
    "UPDATE words SET label = coalesce((SELECT l.label FROM live.words l WHERE l.word = words.word), label);"
    "DELETE FROM refs;"
    "INSERT INTO refs SELECT r.entity, r.key, w.ix, r.seq, r.version, r.digest, r.document FROM live.refs r"
    " JOIN live.words l ON l.ix = r.scope JOIN words w ON w.word = l.word;"
    "DELETE FROM scopes WHERE scope NOT IN"
    " (SELECT w.ix FROM words w JOIN settings s ON s.value = w.word WHERE s.key = 'readyMadeScope');"
    "INSERT OR IGNORE INTO scopes SELECT w.ix, s.seq, s.count, s.hash, s.fresh, s.followed, s.snapshot_after,"
    " s.snapshot_stamp FROM live.scopes s JOIN live.words l ON l.ix = s.scope JOIN words w ON w.word = "
    "l.word;"
    "DELETE FROM outbox; INSERT INTO outbox SELECT * FROM live.outbox;"
    "DELETE FROM desk_audit; INSERT INTO desk_audit SELECT * FROM live.desk_audit;"
    "DELETE FROM drafts; INSERT INTO drafts SELECT * FROM live.drafts;"
    "DELETE FROM blobs; INSERT INTO blobs SELECT * FROM live.blobs;"
    "DELETE FROM settings WHERE key <> 'readyMadeScope';"
    "INSERT OR IGNORE INTO settings SELECT * FROM live.settings;"
    "DELETE FROM sqlite_sequence WHERE name IN ('outbox', 'desk_audit');"
    "INSERT INTO sqlite_sequence SELECT name, seq FROM live.sqlite_sequence"
    " WHERE name IN ('outbox', 'desk_audit')";

std::string attachment(const CacheFile& live) {
  std::string path;
  for (const char c : live.path.string())
    path.append(c == '\'' ? 2 : 1, c);
  return "ATTACH '" + path + "' AS live KEY \"x'" + core::toHex(live.key) + "'\"";
}

} // namespace

core::Result<std::unique_ptr<ReadyMadeMaker>> ReadyMadeMaker::begin(const CacheFile& file,
                                                                    std::shared_ptr<const BulkBasis> basis) {
  auto database = openForWriting(file);
  if (!database) return tl::unexpected(database.error());
  return guarded([&] {
    dropIndexes(**database);
    return std::unique_ptr<ReadyMadeMaker>(new ReadyMadeMaker(std::move(*database), std::move(basis)));
  });
}

ReadyMadeMaker::ReadyMadeMaker(std::unique_ptr<Database> database, std::shared_ptr<const BulkBasis> basis)
    : m_database(std::move(database)), m_bench(*m_database) {
  m_bench.reload();
  m_bench.basis = std::move(basis);
}

core::Result<void> ReadyMadeMaker::add(std::vector<core::FeedItem> items) {
  const auto basis = m_bench.basis;
  auto page = prepareBulk(std::move(items), m_after, basis);
  if (!page) return tl::unexpected(page.error());
  m_after = page->end.after;
  return guarded([&] {
    Transaction transaction(*m_database, Durability::Normal);
    static_cast<void>(writeBulk(m_bench, *page, 0, basis->today, [] { return false; }));
    transaction.commit();
  });
}

core::Result<void> ReadyMadeMaker::finish() {
  return guarded([&] {
    rebuildIndexes(*m_database);
    for (const auto& [name, scope] : m_bench.scopes.all())
      m_database->run("INSERT OR REPLACE INTO settings(key, value) VALUES ('readyMadeScope', ?)", name);
    // One file without a log beside it.
    static_cast<void>(m_database->pragma("PRAGMA journal_mode = DELETE"));
    m_database.reset();
  });
}

core::Result<std::unique_ptr<Database>> mergeForAdoption(const CacheFile& file, const CacheFile& live) {
  return guarded([&] {
    auto database = openRaw(file, SQLITE_OPEN_READWRITE);
    if (schemaVersion(*database) != newestSchema())
      fail(core::ErrorCode::StorageCorrupt, "a ready-made cache of another schema");
    database->script("PRAGMA journal_mode = OFF; PRAGMA temp_store = MEMORY");
    database->script(attachment(live));
    Transaction transaction(*database, Durability::Normal);
    database->script(kMerge);
    transaction.commit();
    database->script("DETACH live");
    return database;
  });
}

bool copyOver(Database& from, Database& to, const Enough& enough) {
  to.script("PRAGMA synchronous = FULL");
  sqlite3* const target = to.connection().getHandle();
  sqlite3_backup* const backup = sqlite3_backup_init(target, "main", from.connection().getHandle(), "main");
  if (backup == nullptr) fail(core::ErrorCode::StorageFailed, sqlite3_errmsg(target));
  int step = SQLITE_OK;
  while (step == SQLITE_OK && !enough())
    step = sqlite3_backup_step(backup, kPagesAtOnce);
  const int end = sqlite3_backup_finish(backup);
  if (step == SQLITE_DONE && end == SQLITE_OK) return true;
  if (step == SQLITE_OK && end == SQLITE_OK) return false;
  if (step == SQLITE_FULL) fail(core::ErrorCode::StorageFull, "no room for the ready-made cache");
  fail(core::ErrorCode::StorageFailed, "the ready-made cache was not copied: " + std::to_string(step));
}

} // namespace madoguchi::storage
