// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/casereader.h"

#include "core/cases/casecodec.h"
#include "storage/casefigures.h"
#include "storage/casequerysql.h"
#include "storage/casesearch.h"
#include "storage/casetable.h"
#include "storage/outboxtable.h"
#include "storage/settings.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <sqlite3.h>

namespace madoguchi::storage {

namespace {

constexpr std::int64_t kNoDay = 2'147'483'647;

core::Date dateFrom(std::int64_t day) {
  return core::Date(std::chrono::days(day));
}

/// One snapshot for several statements.
class ReadTransaction {
public:
  explicit ReadTransaction(Database& database) : m_database(database) { database.script("BEGIN"); }
  ReadTransaction(const ReadTransaction&) = delete;
  ReadTransaction& operator=(const ReadTransaction&) = delete;
  // An interrupt may have ended it already.
  ~ReadTransaction() { m_database.connection().tryExec("ROLLBACK"); }

private:
  Database& m_database;
};

core::CaseState stateFrom(const std::string& text) {
  return valueOrFail(core::caseStateFrom(valueOrFail(core::parseJson(text))));
}

} // namespace

core::Result<std::unique_ptr<CaseReader>> CaseReader::open(const CacheFile& file) {
  for (;;) {
    const auto number = numberOfFile(file);
    auto database = openForReading(file);
    // Replaced in between: the log beside it may have been that of the other.
    if (number != numberOfFile(file)) continue;
    if (!database) return tl::unexpected(database.error());
    return std::unique_ptr<CaseReader>(new CaseReader(file, std::move(*database), number));
  }
}

CaseReader::CaseReader(CacheFile file, std::unique_ptr<Database> database, std::uint64_t number)
    : m_file(std::move(file)), m_database(std::move(database)), m_number(number), m_words(*m_database) {}

core::Result<void> CaseReader::follow() {
  if (m_number == numberOfFile(m_file)) return {};
  auto anew = open(m_file);
  if (!anew) return tl::unexpected(anew.error());
  m_database->goOnWith(std::move((*anew)->m_database));
  m_number = (*anew)->m_number;
  m_words.forget();
  return {};
}

std::vector<std::int64_t> CaseReader::select(const core::CaseQuery& query, const std::string& limit) {
  std::vector<std::int64_t> keys;
  const auto sql = sqlFor(query, m_words);
  if (!sql) return keys;
  SQLite::Statement statement(m_database->connection(), "SELECT c.key FROM " + sql->from + " WHERE " +
                                                            sql->where + " ORDER BY " + sql->orderBy + limit);
  bind(statement, *sql);
  while (statement.executeStep())
    keys.push_back(statement.getColumn(0).getInt64());
  return keys;
}

core::Result<std::vector<std::int64_t>> CaseReader::keys(const core::CaseQuery& query) {
  return guarded([&] { return select(query, {}); });
}

core::Result<std::vector<std::int64_t>> CaseReader::firstKeys(const core::CaseQuery& query,
                                                              std::size_t count) {
  return guarded([&] { return select(query, " LIMIT " + std::to_string(count)); });
}

std::int64_t CaseReader::countNow(const core::CaseQuery& query) {
  const auto sql = sqlFor(query, m_words);
  if (!sql) return 0;
  SQLite::Statement statement(m_database->connection(), "SELECT count(*) FROM cases c WHERE " + sql->where);
  bind(statement, *sql);
  return statement.executeStep() ? statement.getColumn(0).getInt64() : 0;
}

core::Result<std::int64_t> CaseReader::count(const core::CaseQuery& query) {
  return guarded([&] { return countNow(query); });
}

core::Result<core::QueueCounts> CaseReader::counts(const core::Actor& actor, const core::OfficeTree& offices,
                                                   core::Date today, const core::AbsenceBook& absences) {
  return guarded([&] {
    const ReadTransaction transaction(*m_database);
    core::QueueCounts counts;
    for (std::size_t i = 0; i < core::kQueueCount; ++i)
      counts.of[i] = countNow(core::queryFor(static_cast<core::Queue>(i), actor, offices, today, absences));
    return counts;
  });
}

core::Result<std::map<std::string, std::string>> CaseReader::drafts(const std::string& keyPrefix) {
  return guarded([&] { return draftsOf(*m_database, keyPrefix); });
}

core::Result<core::RoomUse> CaseReader::room() {
  return guarded([&] {
    const ReadTransaction transaction(*m_database);
    core::RoomUse use;
    const std::int64_t file =
        m_database->number("PRAGMA page_count") * m_database->number("PRAGMA page_size");
    use.search = m_database->number("SELECT coalesce(sum(length(block)), 0) FROM search_data");
    use.cases = file - use.search;
    use.documents = m_database->number("SELECT coalesce(sum(size), 0) FROM blobs");
    return use;
  });
}

core::Result<std::vector<std::string>> CaseReader::labels() {
  return guarded([&] {
    std::map<std::string, std::int64_t> counts;
    SQLite::Statement rows(m_database->connection(),
                           "SELECT labels, count(*) FROM cases WHERE labels <> '' GROUP BY labels");
    while (rows.executeStep())
      for (std::string& label : labelsFrom(rows.getColumn(0).getString()))
        counts[std::move(label)] += rows.getColumn(1).getInt64();
    std::vector<std::string> labels;
    labels.reserve(counts.size());
    for (const auto& [label, count] : counts)
      labels.push_back(label);
    std::stable_sort(
        labels.begin(), labels.end(),
        [&counts](const std::string& one, const std::string& other) { return counts[one] > counts[other]; });
    return labels;
  });
}

core::Result<std::vector<core::WorkloadLine>> CaseReader::workload(const core::CaseQuery& query,
                                                                   core::Date today) {
  return guarded([&] {
    const ReadTransaction transaction(*m_database);
    return workloadOf(*m_database, m_words, query, today);
  });
}

core::Result<core::Figures> CaseReader::figures(const core::CaseQuery& query, core::Date today) {
  return guarded([&] {
    const ReadTransaction transaction(*m_database);
    return figuresOf(*m_database, m_words, query, today);
  });
}

core::CaseListRow CaseReader::rowNow(std::int64_t key) {
  core::CaseListRow row;
  row.key = key;
  Use found = m_database->use("SELECT id, shown_version, number, procedure, procedure_version, applicant,"
                              " kana, arrived_day, due_day, clock_days, stopped_days_left, status, holder,"
                              " office, outcome, author, closed_day, flags, labels FROM cases WHERE key = ?",
                              key);
  if (!found.step()) return row;
  row.id = core::CaseId(found.text(0));
  row.version = found.integer(1);
  row.number = found.text(2);
  row.procedure = core::ProcedureId(m_words.word(found.integer(3)));
  row.procedureVersion = static_cast<int>(found.integer(4));
  row.applicant = found.text(5);
  row.kana = found.text(6);
  row.arrivedOn = dateFrom(found.integer(7));
  if (const std::int64_t due = found.integer(8); due != kNoDay) row.dueOn = dateFrom(due);
  row.clockDays = static_cast<int>(found.integer(9));
  if (!found.isNull(10)) row.stoppedDaysLeft = static_cast<int>(found.integer(10));
  row.status = static_cast<core::Status>(found.integer(11));
  row.holder = core::UserId(m_words.word(found.integer(12)));
  row.office = core::OfficeId(m_words.word(found.integer(13)));
  if (!found.isNull(14)) row.outcome = static_cast<core::Outcome>(found.integer(14));
  row.author = core::UserId(m_words.word(found.integer(15)));
  if (!found.isNull(16)) row.closedOn = dateFrom(found.integer(16));
  row.flags = static_cast<core::RowFlags>(found.integer(17));
  row.labels = labelsFrom(found.text(18));
  return row;
}

core::Result<std::vector<core::CaseListRow>> CaseReader::rows(std::span<const std::int64_t> keys) {
  return guarded([&] {
    const ReadTransaction transaction(*m_database);
    std::vector<core::CaseListRow> rows;
    rows.reserve(keys.size());
    for (const std::int64_t key : keys)
      rows.push_back(rowNow(key));
    return rows;
  });
}

core::Result<OpenedRecord> CaseReader::record(const core::CaseId& id) {
  return guarded([&] {
    const ReadTransaction transaction(*m_database);
    OpenedRecord opened;
    std::optional<std::string> base;
    {
      Use row = m_database->use("SELECT d.key, d.state, d.timeline, b.state FROM cases c"
                                " JOIN case_documents d ON d.key = c.key"
                                " LEFT JOIN base_rows b ON b.key = c.key WHERE c.id = ?",
                                id.value);
      if (!row.step()) fail(core::ErrorCode::NoSuchCase, "the case is not in the cache");
      opened.key = row.integer(0);
      opened.record = valueOrFail(core::caseRecordFrom(row.text(1), row.text(2)));
      if (!row.isNull(3)) base = row.text(3);
    }
    if (base) opened.base = stateFrom(*base);
    opened.entries = OutboxTable(*m_database).ofCase(id);
    return opened;
  });
}

core::Result<std::vector<core::CaseState>> CaseReader::states(std::span<const std::int64_t> keys) {
  return guarded([&] {
    const ReadTransaction transaction(*m_database);
    std::vector<core::CaseState> states;
    for (const std::int64_t key : keys) {
      Use row = m_database->use("SELECT state FROM case_documents WHERE key = ?", key);
      if (row.step()) states.push_back(stateFrom(row.text(0)));
    }
    return states;
  });
}

core::Result<std::vector<std::pair<core::CaseState, KeptOfCase>>> CaseReader::kept() {
  return guarded([&] {
    const ReadTransaction transaction(*m_database);
    std::vector<std::pair<core::CaseState, KeptOfCase>> kept;
    for (auto& [id, of] : keptIn(*m_database)) {
      Use row = m_database->use("SELECT d.state FROM cases c JOIN case_documents d ON d.key = c.key"
                                " WHERE c.id = ?",
                                id.value);
      if (row.step()) kept.emplace_back(stateFrom(row.text(0)), std::move(of));
    }
    return kept;
  });
}

core::Result<Surroundings> CaseReader::surroundings(const Surroundings* known) {
  return guarded([&] {
    const ReadTransaction transaction(*m_database);
    return readSurroundings(*m_database, known);
  });
}

std::vector<core::SearchHit> CaseReader::hitsOf(const CaseSearch& search,
                                                const std::vector<std::int64_t>& keys) {
  std::vector<core::SearchHit> hits;
  std::vector<core::SearchHit> others;
  for (const std::int64_t key : keys) {
    core::SearchHit hit;
    hit.row = rowNow(key);
    Use row = m_database->use("SELECT state FROM case_documents WHERE key = ?", key);
    if (!row.step()) continue;
    const core::CaseState state = stateFrom(row.text(0));
    if (search.explain(state, hit)) (search.isInNames(state) ? hits : others).push_back(std::move(hit));
  }
  std::move(others.begin(), others.end(), std::back_inserter(hits));
  std::stable_sort(hits.begin(), hits.end(),
                   [](const core::SearchHit& a, const core::SearchHit& b) { return a.field < b.field; });
  return hits;
}

core::Result<std::vector<core::SearchHit>> CaseReader::newestHits(const std::string& text,
                                                                  std::size_t limit) {
  return guarded([&] {
    const ReadTransaction transaction(*m_database);
    const CaseSearch search(text);
    return hitsOf(search, search.newest(*m_database, limit));
  });
}

core::Result<std::vector<core::SearchHit>> CaseReader::search(const std::string& text, std::size_t limit) {
  return guarded([&] {
    const ReadTransaction transaction(*m_database);
    const CaseSearch search(text);
    return hitsOf(search, search.best(*m_database, limit));
  });
}

} // namespace madoguchi::storage
