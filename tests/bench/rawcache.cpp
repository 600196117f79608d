// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/rawcache.h"

#include "storage/bulkindexes.h"
#include "storage/cachefile.h"
#include "storage/migrations.h"

#include <cstdio>
#include <sqlite3.h>
#include <stdexcept>

namespace madoguchi::bench {

namespace {

constexpr const char* kSettings = "PRAGMA journal_mode = WAL; PRAGMA temp_store = MEMORY;"
                                  "PRAGMA mmap_size = 0; PRAGMA secure_delete = ON;"
                                  "PRAGMA foreign_keys = OFF; PRAGMA synchronous = NORMAL";

/// A statement by SQLite's own calls; texts are not copied.
class Plain {
public:
  Plain(storage::Database& database, const char* sql) {
    if (sqlite3_prepare_v2(database.connection().getHandle(), sql, -1, &m_statement, nullptr) != SQLITE_OK)
      throw std::runtime_error(sql);
  }
  Plain(const Plain&) = delete;
  Plain& operator=(const Plain&) = delete;
  ~Plain() { sqlite3_finalize(m_statement); }

  Plain& bind(std::int64_t value) {
    sqlite3_bind_int64(m_statement, ++m_index, value);
    return *this;
  }
  Plain& bind(const std::string& text) {
    sqlite3_bind_text(m_statement, ++m_index, text.data(), static_cast<int>(text.size()), SQLITE_STATIC);
    return *this;
  }
  void run() {
    const int result = sqlite3_step(m_statement);
    sqlite3_reset(m_statement);
    m_index = 0;
    if (result != SQLITE_DONE) throw std::runtime_error("the raw insert failed");
  }

private:
  sqlite3_stmt* m_statement = nullptr;
  int m_index = 0;
};

std::unique_ptr<storage::Database> opened(const std::filesystem::path& file) {
  auto database = storage::openRaw({file, {}, {}}, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
  database->script(kSettings);
  storage::keepPages(*database, storage::kPagesInBulk);
  return database;
}

class RawInserter {
public:
  explicit RawInserter(storage::Database& database)
      : m_case(database,
               "INSERT INTO cases(key, id, shown_version, number, number_key, procedure, procedure_version,"
               " applicant, kana, name_key, arrived_day, due_day, clock_days, status, holder, office, author,"
               " flags, open_ranks, acted_by)"
               " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
        m_document(database, "INSERT INTO case_documents(key, scope, seq, version, digest, indexed, state,"
                             " timeline) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"),
        m_search(database, "INSERT INTO search(rowid, name, kana, number, address, form)"
                           " VALUES (?, ?, ?, ?, ?, ?)") {}

  void insert(std::int64_t key, const RawRow& raw) {
    const auto& line = raw.summary.row;
    const std::int64_t due = line.dueOn ? line.dueOn->time_since_epoch().count() : 2'147'483'647;
    m_case.bind(key).bind(line.id.value).bind(line.version).bind(line.number).bind(raw.summary.numberKey);
    m_case.bind(1).bind(line.procedureVersion).bind(line.applicant).bind(line.kana);
    m_case.bind(raw.summary.nameKey).bind(line.arrivedOn.time_since_epoch().count()).bind(due);
    m_case.bind(line.clockDays).bind(static_cast<std::int64_t>(line.status)).bind(key % 40).bind(key % 6);
    m_case.bind(0).bind(line.flags).bind(raw.summary.openRanks).bind(m_none).run();
    m_document.bind(key).bind(key % 6).bind(raw.row.seq).bind(raw.row.version).bind(raw.row.digest);
    m_document.bind(key * 7'919).bind(raw.row.state).bind(raw.row.timeline).run();
    m_search.bind(key);
    for (const std::string& form : raw.search)
      m_search.bind(form);
    m_search.run();
  }

private:
  Plain m_case;
  Plain m_document;
  Plain m_search;
  std::string m_none;
};

/// The same columns, but for the id.
class RawUpdateStatements {
public:
  explicit RawUpdateStatements(storage::Database& database)
      : m_case(database, "UPDATE cases SET shown_version = ?, number = ?, number_key = ?,"
                         " procedure_version = ?, applicant = ?, kana = ?, name_key = ?, arrived_day = ?,"
                         " due_day = ?, clock_days = ?, status = ?, holder = ?, flags = ?, open_ranks = ?"
                         " WHERE key = ?"),
        m_document(database, "UPDATE case_documents SET seq = ?, version = ?, digest = ?, indexed = ?,"
                             " state = ?, timeline = ? WHERE key = ?"),
        m_forget(database, "DELETE FROM search WHERE rowid = ?"),
        m_search(database, "INSERT INTO search(rowid, name, kana, number, address, form)"
                           " VALUES (?, ?, ?, ?, ?, ?)") {}

  void update(std::int64_t key, const RawRow& raw) {
    const auto& line = raw.summary.row;
    const std::int64_t due = line.dueOn ? line.dueOn->time_since_epoch().count() : 2'147'483'647;
    m_case.bind(line.version).bind(line.number).bind(raw.summary.numberKey).bind(line.procedureVersion);
    m_case.bind(line.applicant).bind(line.kana).bind(raw.summary.nameKey);
    m_case.bind(line.arrivedOn.time_since_epoch().count()).bind(due).bind(line.clockDays);
    m_case.bind(static_cast<std::int64_t>(line.status)).bind((key + raw.row.version) % 40).bind(line.flags);
    m_case.bind(raw.summary.openRanks).bind(key).run();
    m_document.bind(key * 31).bind(raw.row.version).bind(raw.row.digest).bind(key * 7'919);
    m_document.bind(raw.row.state).bind(raw.row.timeline).bind(key).run();
    m_forget.bind(key).run();
    m_search.bind(key);
    for (const std::string& form : raw.search)
      m_search.bind(form);
    m_search.run();
  }

private:
  Plain m_case;
  Plain m_document;
  Plain m_forget;
  Plain m_search;
};

} // namespace

RawUpdater::RawUpdater(const std::filesystem::path& file) : m_database(opened(file)) {
  m_database->script("INSERT INTO search(search, rank) VALUES ('automerge', 4), ('crisismerge', 16)");
  storage::keepPages(*m_database, storage::kPagesAtWork);
}

RawUpdater::~RawUpdater() = default;

void RawUpdater::update(const std::vector<RawUpdate>& updates) {
  RawUpdateStatements statements(*m_database);
  m_database->script("BEGIN IMMEDIATE");
  for (const auto& each : updates)
    statements.update(each.key, each.row);
  m_database->script("COMMIT");
}

RawRow rawRow(core::CaseRow row, const core::CaseState& state, const core::Procedure* procedure,
              core::CaseSummarizer& summarizer) {
  RawRow raw{std::move(row), summarizer.summarize(state, procedure), {}};
  const auto texts = storage::searchTexts(state);
  for (std::size_t field = 0; field < texts.size(); ++field)
    raw.search[field] = storage::indexedForm(texts[field]);
  return raw;
}

void printRawSettings() {
  std::printf(
      "# both sides: SQLCipher 4 format, WAL, synchronous NORMAL, page cache %d MB, temp_store MEMORY,\n"
      "# secure_delete ON, FTS5 contentless without merges, the tables and all indexes of the cache,\n"
      "# secondary indexes of all rows built last; limit: %d prepared rows a transaction, one thread\n",
      storage::kPagesInBulk, kRawPerTransaction);
}

void makeRawFile(const std::filesystem::path& file) {
  const auto database = opened(file);
  storage::migrate(*database);
  storage::dropIndexes(*database);
}

void loadRaw(const std::filesystem::path& file, const std::vector<RawRow>& rows) {
  const auto database = opened(file);
  {
    RawInserter inserter(*database);
    for (std::size_t i = 0; i < rows.size();) {
      database->script("BEGIN IMMEDIATE");
      for (const std::size_t end = std::min(rows.size(), i + kRawPerTransaction); i < end; ++i)
        inserter.insert(static_cast<std::int64_t>(i) + 1, rows[i]);
      database->script("COMMIT");
    }
  }
  std::vector<std::string> definitions;
  {
    storage::Use kept = database->use("SELECT definition FROM dropped_indexes");
    while (kept.step())
      definitions.push_back(kept.text(0));
  }
  database->script("BEGIN IMMEDIATE");
  for (const auto& definition : definitions)
    database->script(definition);
  database->script("COMMIT");
}

} // namespace madoguchi::bench
