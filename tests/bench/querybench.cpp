// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/casequerysql.h"
#include "storage/casereader.h"
#include "storage/searchtext.h"
#include "tests/bench/benchprofile.h"
#include "tests/bench/benchsupport.h"

#include <QCoreApplication>

#include <algorithm>
#include <cstdlib>
#include <sqlite3.h>

namespace madoguchi::bench {

namespace {

constexpr int kCases = 1'000'000;
constexpr int kTimes = 5;
constexpr std::size_t kFirst = 512;
constexpr std::size_t kScreen = 40;
constexpr std::size_t kHits = 50;
constexpr double kAtOnceMillis = 50;

/// The least that can be done for a list of numbers: one statement, stepped by SQLite's own calls.
std::vector<std::int64_t> plainKeys(storage::Database& database, const std::string& sql,
                                    const std::string& text = {}) {
  std::vector<std::int64_t> keys;
  sqlite3_stmt* statement = nullptr;
  if (sqlite3_prepare_v2(database.connection().getHandle(), sql.c_str(), -1, &statement, nullptr) !=
      SQLITE_OK)
    throw std::runtime_error(sql);
  if (!text.empty())
    sqlite3_bind_text(statement, 1, text.data(), static_cast<int>(text.size()), SQLITE_STATIC);
  while (sqlite3_step(statement) == SQLITE_ROW)
    keys.push_back(sqlite3_column_int64(statement, 0));
  sqlite3_finalize(statement);
  return keys;
}

struct Case {
  const char* name;
  core::CaseQuery query;
  const char* plain;
};

std::vector<Case> cases() {
  core::CaseQuery open;
  open.allOf = core::bit(core::RowFlag::Open);
  core::CaseQuery byName = open;
  byName.sort = core::SortColumn::Applicant;
  core::CaseQuery byNumber;
  byNumber.sort = core::SortColumn::Number;
  byNumber.descending = true;
  core::CaseQuery examined = open;
  examined.statuses = {core::Status::Examining};
  core::CaseQuery examinedByName = examined;
  examinedByName.sort = core::SortColumn::Applicant;
  return {{"open cases by due day", open, "SELECT key FROM cases WHERE flags & %1 = %1 ORDER BY due_day"},
          {"open cases by name", byName, "SELECT key FROM cases WHERE flags & %1 = %1 ORDER BY name_key"},
          {"all cases by number, descending", byNumber, "SELECT key FROM cases ORDER BY number_key DESC"},
          {"cases in one status by due day", examined,
           "SELECT key FROM cases WHERE flags & %1 = %1 AND status = %2 ORDER BY due_day"},
          {"cases in one status by name", examinedByName,
           "SELECT key FROM cases WHERE flags & %1 = %1 AND +status = %2 ORDER BY name_key"}};
}

void benchKeys(storage::CaseReader& reader, storage::Database& plain) {
  for (const auto& [name, query, sql] : cases()) {
    const std::string text =
        QString::fromLatin1(sql)
            .replace(QLatin1String("%1"), QString::number(core::bit(core::RowFlag::Open)))
            .replace(QLatin1String("%2"), QString::number(static_cast<int>(core::Status::Examining)))
            .toStdString();
    std::size_t count = 0;
    const double first = millisOf(
        [&] {
          auto keys = expected(reader.firstKeys(query, kFirst));
          keys.resize(std::min(keys.size(), kScreen));
          if (expected(reader.rows(keys)).empty()) throw std::runtime_error("no rows");
        },
        kTimes);
    const double all = millisOf([&] { count = expected(reader.keys(query)).size(); }, kTimes);
    const double raw = millisOf(
        [&] {
          if (plainKeys(plain, text).size() != count) throw std::runtime_error("another number of rows");
        },
        kTimes);
    std::printf("# %s: %zu rows\n", name, count);
    report(std::string("keys: first rows, ") + name, first, kAtOnceMillis);
    report(std::string("keys: complete, ") + name, all, raw);
  }
}

/// What the index is asked for by hand. It puts names first by their weight, which takes one reading of all
/// that match, and the search does so by asking for names first: where no more match than are shown, both
/// have found the same cases, and what differs is the work of finding them. The search also reads those cases
/// and says where it found them, which no statement of SQL does.
void requireSame(std::vector<std::int64_t> plain, const std::vector<core::SearchHit>& hits) {
  if (plain.size() != hits.size()) throw std::runtime_error("another number of hits");
  if (hits.size() == kHits) return;
  std::vector<std::int64_t> keys;
  for (const core::SearchHit& hit : hits)
    keys.push_back(hit.row.key);
  std::sort(keys.begin(), keys.end());
  std::sort(plain.begin(), plain.end());
  if (keys != plain) throw std::runtime_error("other hits");
}

void benchSearch(storage::CaseReader& reader, storage::Database& plain) {
  for (const char* typed :
       {"まどぐち食堂123456", "令8窓口第777号", "食堂98765", "食堂9876", "鈴木 太郎", "西新宿", "窓口"}) {
    std::vector<core::SearchHit> hits;
    std::vector<std::int64_t> found;
    const double first = millisOf([&] { (void)expected(reader.newestHits(typed, kHits)); }, kTimes);
    const double best = millisOf([&] { hits = expected(reader.search(typed, kHits)); }, kTimes);
    const std::string expression = storage::matchExpression(typed);
    const double raw = millisOf(
        [&] {
          found = plainKeys(plain,
                            "SELECT rowid FROM search WHERE search MATCH ? ORDER BY"
                            " bm25(search, 10.0, 8.0, 10.0, 3.0, 1.0) LIMIT " +
                                std::to_string(kHits),
                            expression);
        },
        kTimes);
    requireSame(found, hits);
    std::printf("# search %s: %zu hits shown\n", typed, hits.size());
    report(std::string("search: first results, ") + typed, first, kAtOnceMillis);
    report(std::string("search: over the plain statement, ") + typed, best, raw);
  }
}

void benchQueries(int count) {
  const auto made = benchProfile(count);
  std::printf("# %d cases in the encrypted cache%s, a reader's connection, page cache 32 MB, best of %d\n",
              count, made.wasThere ? " (kept from an earlier run)" : "", kTimes);
  const auto file = storage::cacheFileOf(made.profile);
  const auto reader = expected(storage::CaseReader::open(file));
  const auto plain = expected(storage::openForReading(file));
  benchKeys(*reader, *plain);
  benchSearch(*reader, *plain);
}

} // namespace

} // namespace madoguchi::bench

/// querybench [cases]
int main(int argc, char** argv) {
  const QCoreApplication application(argc, argv);
  return madoguchi::bench::exitCodeOf("querybench", [&] {
    madoguchi::bench::benchQueries(argc > 1 ? std::atoi(argv[1]) : madoguchi::bench::kCases);
  });
}
