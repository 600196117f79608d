// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/desk/casequery.h"
#include "storage/bulkindexes.h"
#include "storage/cachefile.h"
#include "storage/casereader.h"
#include "tests/bench/benchsupport.h"
#include "tests/bench/cachebench.h"

#include <sqlite3.h>

namespace madoguchi::bench {

namespace {

constexpr int kRows = 1'000'000;
constexpr std::size_t kPage = 256;
constexpr int kTimes = 5;

/// Rows of the narrow table alone: keys and pages come from nowhere else.
void fill(storage::Database& database) {
  storage::dropIndexes(database);
  {
    storage::Transaction transaction(database, storage::Durability::Normal);
    for (int i = 1; i <= 40; ++i)
      database.run("INSERT INTO words(ix, word) VALUES (?, ?)", i, "office-" + std::to_string(i));
    database.script(
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < " + std::to_string(kRows) +
        ") INSERT INTO cases(id, shown_version, number, number_key, procedure, procedure_version, applicant,"
        " kana, name_key, arrived_day, due_day, clock_days, status, holder, office, author, flags, "
        "open_ranks,"
        " acted_by) SELECT printf('%036d', i), 1, '令8健食第' || i || '号', printf('令8健食第%09d号', i), 1, "
        "1,"
        " '窓口　花子', 'マドグチ　ハナコ', 'まとくちはなこ' || (i * 7919 % 1000), 20000 + i % 700,"
        " 20030 + i * 31 % 700, 15, i % 8, i % 40, i % 12 + 1, 0, 64 + 128 * (i % 2), 0, '' FROM n");
    transaction.commit();
  }
  storage::rebuildIndexes(database);
}

std::vector<std::int64_t> rawKeys(storage::Database& database) {
  std::vector<std::int64_t> keys;
  sqlite3_stmt* statement = nullptr;
  sqlite3_prepare_v2(database.connection().getHandle(),
                     "SELECT key FROM cases WHERE flags & 64 = 64 ORDER BY due_day", -1, &statement, nullptr);
  while (sqlite3_step(statement) == SQLITE_ROW)
    keys.push_back(sqlite3_column_int64(statement, 0));
  sqlite3_finalize(statement);
  return keys;
}

std::size_t rawPage(storage::Database& database, const std::vector<std::int64_t>& keys) {
  std::size_t bytes = 0;
  sqlite3_stmt* statement = nullptr;
  sqlite3_prepare_v2(database.connection().getHandle(), "SELECT * FROM cases WHERE key = ?", -1, &statement,
                     nullptr);
  for (const std::int64_t key : keys) {
    sqlite3_bind_int64(statement, 1, key);
    if (sqlite3_step(statement) == SQLITE_ROW)
      for (int column = 0; column < sqlite3_column_count(statement); ++column)
        bytes +=
            sqlite3_column_type(statement, column) == SQLITE_TEXT
                ? std::string(reinterpret_cast<const char*>(sqlite3_column_text(statement, column))).size()
                : static_cast<std::size_t>(sqlite3_column_int64(statement, column) & 1);
    sqlite3_reset(statement);
  }
  sqlite3_finalize(statement);
  return bytes;
}

/// Pages from all over the list, as a scroll bar asks for them.
std::vector<std::vector<std::int64_t>> pagesOf(const std::vector<std::int64_t>& keys) {
  std::vector<std::vector<std::int64_t>> pages;
  for (std::size_t at = 0; at + kPage < keys.size(); at += keys.size() / 20) {
    const auto begin = keys.begin() + static_cast<std::ptrdiff_t>(at);
    pages.emplace_back(begin, begin + static_cast<std::ptrdiff_t>(kPage));
  }
  return pages;
}

} // namespace

void benchMillionRows() {
  std::printf(
      "# 1,000,000 rows, read-only connection, page cache 32 MB; best of %d; limit: the plain statement\n",
      kTimes);
  const BenchFolder folder("million");
  const storage::CacheFile file{folder.path() / "cache.db", {}, {}};
  const auto writer = expected(storage::openForWriting(file));
  fill(*writer);
  const auto reader = expected(storage::CaseReader::open(file));
  const auto raw = expected(storage::openForReading(file));

  core::CaseQuery query;
  query.allOf = core::bit(core::RowFlag::Open);
  std::vector<std::int64_t> keys;
  const double rawKeyTime = millisOf([&] { keys = rawKeys(*raw); }, kTimes);
  const double keyTime = millisOf([&] { keys = expected(reader->keys(query)); }, kTimes);
  report("cache: key list at 1,000,000 rows", keyTime, rawKeyTime);
  const double firstTime =
      millisOf([&] { static_cast<void>(expected(reader->firstKeys(query, 512))); }, kTimes);
  report("cache: first 512 keys at 1,000,000 rows", firstTime, keyTime);

  const auto pages = pagesOf(keys);
  const auto count = static_cast<double>(pages.size());
  const double rawPageTime = millisOf(
      [&] {
        for (const auto& page : pages)
          static_cast<void>(rawPage(*raw, page));
      },
      kTimes);
  const double pageTime = millisOf(
      [&] {
        for (const auto& page : pages)
          static_cast<void>(expected(reader->rows(page)));
      },
      kTimes);
  report("cache: any page of 256 at 1,000,000 rows", pageTime / count, rawPageTime / count);

  core::Actor actor{
      core::UserId("office-1"), "staff", {{core::Role::Clerk, core::OfficeId("office-3"), {}, false}}};
  const double countTime = millisOf(
      [&] {
        static_cast<void>(expected(reader->counts(actor, core::OfficeTree(), core::makeDate(2026, 1, 1))));
      },
      kTimes);
  report("cache: counts of all queues at 1,000,000 rows", countTime, 10 * rawKeyTime);
}

} // namespace madoguchi::bench
