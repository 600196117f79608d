// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/readymade.h"

#include "core/base/hash.h"
#include "storage/bulkindexes.h"
#include "storage/composer.h"
#include "storage/migrations.h"
#include "storage/settings.h"

#include <sqlite3.h>

namespace madoguchi::storage {

namespace {

constexpr std::int64_t kFewCases = 20'000; // a page or two of rows, and scopes that came with the feed
constexpr int kManyPages = 10'000;         // of the search index, merged in one transaction
// Keys of a cache are never given twice (models hold them), so those of the file begin far behind.
constexpr std::int64_t kFirstKey = 1'000'000'000;

constexpr const char* kScopeSetting = "readyMadeScope";
constexpr const char* kDaySetting = "readyMadeDay";
constexpr const char* kReferencesSetting = "readyMadeReferences";

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
    "DELETE FROM remembered; INSERT INTO remembered SELECT * FROM live.remembered;"
    "DELETE FROM desk_audit; INSERT INTO desk_audit SELECT * FROM live.desk_audit;"
    "DELETE FROM drafts; INSERT INTO drafts SELECT * FROM live.drafts;"
    "DELETE FROM blobs; INSERT INTO blobs SELECT * FROM live.blobs;"
    "DELETE FROM kept_documents; INSERT INTO kept_documents SELECT * FROM live.kept_documents;"
    "DELETE FROM settings WHERE key NOT LIKE 'readyMade%';"
    "INSERT OR IGNORE INTO settings SELECT * FROM live.settings;"
    "DELETE FROM sqlite_sequence WHERE name IN ('outbox', 'desk_audit');"
    "INSERT INTO sqlite_sequence SELECT name, seq FROM live.sqlite_sequence"
    " WHERE name IN ('outbox', 'desk_audit')";

// The server's rows in the cache that are not in the file as they are.
constexpr const char* kOtherRows =
    "SELECT c.id, l.word, d.seq, d.version, d.digest, coalesce(b.state, d.state),"
    " coalesce(b.timeline, d.timeline) FROM live.case_documents d JOIN live.cases c ON c.key = d.key"
    " JOIN live.words l ON l.ix = d.scope LEFT JOIN live.base_rows b ON b.key = d.key"
    " WHERE d.version > 0 AND NOT EXISTS (SELECT 1 FROM main.cases m"
    " JOIN main.case_documents n ON n.key = m.key JOIN main.words w ON w.ix = n.scope"
    " WHERE m.id = c.id AND n.version = d.version AND w.word = l.word)";

std::string attachment(const CacheFile& live) {
  std::string path;
  for (const char c : live.path.string())
    path.append(c == '\'' ? 2 : 1, c);
  return "ATTACH '" + path + "' AS live KEY \"x'" + core::toHex(live.key) + "'\"";
}

std::string digestOfReferences(Database& database) {
  std::map<std::string, std::string> digests;
  Use rows = database.use("SELECT entity, key, digest FROM refs WHERE entity IN ('procedure', 'holidays')");
  while (rows.step())
    digests.emplace(rows.text(0) + '/' + rows.text(1), rows.text(2));
  return storage::digestOfReferences(digests);
}

struct HeldRow {
  core::CaseId id;
  ServerRow row;
};

std::vector<HeldRow> otherRows(Database& database) {
  std::vector<HeldRow> held;
  Use rows = database.use(kOtherRows);
  while (rows.step())
    held.push_back(
        {core::CaseId(rows.text(0)),
         {{rows.text(1), rows.integer(2), rows.integer(3), rows.text(4)}, {rows.text(5), rows.text(6)}}});
  return held;
}

/// Of a case that both know, the newer form stays. The sums of scopes are those of the cache for its own, and
/// the file's for the file's.
void mergeCases(Workbench& bench, Composer& composer) {
  const std::string ready = settingOf(bench.database, kScopeSetting);
  for (const HeldRow& held : otherRows(bench.database)) {
    const Stamp& mine = held.row.stamp;
    const auto stored = bench.cases.find(held.id);
    if (stored && stored->stamp.version >= mine.version) {
      if (mine.scope != ready) bench.scopes.take(mine.scope, held.id.value, mine.version, mine.digest);
      continue;
    }
    if (stored)
      bench.scopes.take(stored->stamp.scope, held.id.value, stored->stamp.version, stored->stamp.digest);
    if (mine.scope == ready) bench.scopes.add(ready, held.id.value, mine.version, mine.digest);
    composer.put(held.id, held.row, stored);
  }
  bench.scopes.save();
}

} // namespace

std::string digestOfReferences(const std::map<std::string, std::string>& digests) {
  std::string text;
  for (const auto& [name, digest] : digests)
    text += name + ' ' + digest + '\n';
  return core::sha256Hex(text);
}

core::Result<std::unique_ptr<ReadyMadeMaker>> ReadyMadeMaker::begin(const CacheFile& file,
                                                                    std::shared_ptr<const BulkBasis> basis,
                                                                    const std::string& references) {
  auto database = openForWriting(file);
  if (!database) return tl::unexpected(database.error());
  return guarded([&] {
    dropIndexes(**database);
    (*database)->run("INSERT INTO sqlite_sequence(name, seq) VALUES ('cases', ?)", kFirstKey);
    setSetting(**database, kDaySetting, core::toText(basis->today));
    setSetting(**database, kReferencesSetting, references);
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
    if (m_bench.scopes.all().size() != 1 || !m_bench.scopes.all().begin()->second.followed)
      fail(core::ErrorCode::WrongState, "a ready-made cache holds one whole scope");
    rebuildIndexes(*m_database);
    // Here nobody waits; on each of the desks somebody would.
    while (mergeSearchIndex(*m_database, kManyPages)) {
    }
    setSetting(*m_database, kScopeSetting, m_bench.scopes.all().begin()->first);
    // One file without a log beside it.
    static_cast<void>(m_database->pragma("PRAGMA journal_mode = DELETE"));
    m_database.reset();
  });
}

bool canAdopt(Database& live) {
  // What came from the server has a seq; their index is a tenth of the documents, and this is asked at every
  // start.
  return live.number("SELECT count(*) FROM (SELECT 1 FROM case_documents INDEXED BY case_documents_by_scope"
                     " WHERE seq > 0 LIMIT ?)",
                     kFewCases + 1) <= kFewCases &&
         live.number("SELECT EXISTS (SELECT 1 FROM case_documents WHERE version > 0 AND seq = 0)"
                     " OR EXISTS (SELECT 1 FROM scopes WHERE NOT fresh)") == 0;
}

core::Result<std::unique_ptr<Database>> mergeForAdoption(const CacheFile& file, const CacheFile& live,
                                                         core::Date today) {
  return guarded([&] {
    auto database = openRaw(file, SQLITE_OPEN_READWRITE);
    if (schemaVersion(*database) != newestSchema())
      fail(core::ErrorCode::StorageCorrupt, "a ready-made cache of another schema");
    // It is thrown away after a fault, so nothing of it has to reach the disk.
    database->script("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA temp_store = MEMORY");
    keepPages(*database, kPagesAtWork);
    database->script(attachment(live));
    Workbench bench(*database);
    auto withCommands = bench.outbox.cases(); // of a merge before: what was taken back since is undone
    database->script("BEGIN");
    database->script(kMerge);
    if (settingOf(*database, kReferencesSetting) != digestOfReferences(*database))
      fail(core::ErrorCode::WrongState, "a ready-made cache that was made with other references");
    bench.reload();
    Changes changes;
    Composer composer(bench, changes, today);
    mergeCases(bench, composer);
    withCommands.merge(bench.outbox.cases());
    for (const core::CaseId& id : withCommands)
      composer.compose(id);
    // Due days of stopped clocks are of the day of the making.
    if (settingOf(*database, kDaySetting) != core::toText(today)) {
      bench.stale.markStopped();
      setSetting(*database, kDaySetting, core::toText(today));
    }
    database->script("COMMIT; DETACH live");
    // As the cache works with it, so that its writer need not ask readers for leave to change that.
    static_cast<void>(database->pragma("PRAGMA journal_mode = WAL"));
    return database;
  });
}

} // namespace madoguchi::storage
