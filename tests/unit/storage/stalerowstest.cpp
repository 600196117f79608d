// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/stalerows.h"

#include "core/base/codec.h"
#include "storage/cachefile.h"
#include "tests/support/testsupport.h"
#include "tests/unit/storage/cachedesk.h"

#include <QtTest>

#include <algorithm>
#include <numeric>

using namespace madoguchi;
using storage::StaleRows;
using tests::expected;

class StaleRowsTest : public QObject {
  Q_OBJECT

private:
  static constexpr std::int64_t kRows = 9'000;
  static constexpr std::int64_t kProcedure = 7;

  /// Rows 1 to kRows, without an odd thousand; those from 8,990 are under the procedure, of five the clock
  /// stands still.
  static std::unique_ptr<storage::Database> databaseIn(const QTemporaryDir& folder) {
    auto database = expected(
        storage::openForWriting({folder.filePath(QStringLiteral("cache.db")).toStdString(), {1}, {}}));
    database->run(
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)"
        " INSERT INTO cases SELECT i, 'id' || i, 1, '', '', iif(i >= 8990, 7, 6), 1, '', '', '', 0, 0, 0,"
        " NULL, 0, 0, 0, NULL, 0, NULL, iif(i % 2000 = 5, 9, 1), 0, '', '' FROM n"
        " WHERE i NOT BETWEEN 4000 AND 5000",
        kRows);
    return database;
  }
  static std::vector<std::int64_t> takeAll(StaleRows& stale, std::size_t limit) {
    std::vector<std::int64_t> all;
    for (StaleRows::Next next{{}, true}; next.more;) {
      next = stale.take(limit);
      if (next.keys.size() > limit) throw std::runtime_error("more than the limit");
      all.insert(all.end(), next.keys.begin(), next.keys.end());
    }
    return all;
  }
  static std::vector<std::int64_t> from(std::int64_t first, std::int64_t last) {
    std::vector<std::int64_t> keys(static_cast<std::size_t>(last - first + 1));
    std::iota(keys.begin(), keys.end(), first);
    return keys;
  }
  /// The feed's references, with one holiday more on a Monday.
  static std::vector<core::FeedItem> withAnotherHoliday(tests::TinyServer& server) {
    auto items = server.references();
    for (core::FeedItem& item : items) {
      auto* row = std::get_if<core::ReferenceRow>(&item);
      if (row == nullptr || row->entity != "holidays") continue;
      auto table = expected(core::parseJson(row->document));
      core::json::array& days = table.at("days").as_array();
      const auto next = std::find_if(days.begin(), days.end(), [](const core::json::value& day) {
        return day.at("date").as_string() > "2026-06-08";
      });
      days.insert(next, core::json::object{{"date", "2026-06-08"}, {"ja", "臨時"}, {"en", "extra"}});
      row->document = core::canonicalJson(table);
      row->digest = core::sha256Hex(row->document);
      ++row->version;
    }
    return items;
  }

private Q_SLOTS:
  void shouldTakeAll_inTheOrderOfTheirKeys() {
    const QTemporaryDir folder;
    const auto database = databaseIn(folder);
    StaleRows stale(*database);
    QVERIFY(takeAll(stale, 100).empty());
    stale.markUnder(kProcedure); // is among all
    stale.markAll();
    auto wanted = from(1, 3'999);
    const auto behind = from(5'001, kRows);
    wanted.insert(wanted.end(), behind.begin(), behind.end());
    QCOMPARE(takeAll(stale, 700), wanted);
    QVERIFY(takeAll(stale, 700).empty());
  }

  void shouldTakeThoseOfTheProcedure_howeverFarTheyAre() {
    const QTemporaryDir folder;
    const auto database = databaseIn(folder);
    StaleRows stale(*database);
    stale.markUnder(kProcedure);
    QCOMPARE(takeAll(stale, 4), from(8'990, kRows));
  }

  void shouldTakeThoseWhoseClockStandsStill() {
    const QTemporaryDir folder;
    const auto database = databaseIn(folder);
    StaleRows stale(*database);
    stale.markStopped();
    QCOMPARE(takeAll(stale, 2), (std::vector<std::int64_t>{5, 2'005, 6'005, 8'005}));
    stale.markStopped();
    QCOMPARE(takeAll(stale, 100), (std::vector<std::int64_t>{5, 2'005, 6'005, 8'005}));
  }

  void shouldBeginAnew_whenItIsMarkedAgain() {
    const QTemporaryDir folder;
    const auto database = databaseIn(folder);
    StaleRows stale(*database);
    stale.markAll();
    QCOMPARE(stale.take(10).keys, from(1, 10));
    QCOMPARE(stale.take(10).keys, from(11, 20));
    stale.markAll();
    QCOMPARE(stale.take(10).keys, from(1, 10));
  }

  void shouldMoveDueDays_someAtATime_alsoAfterARestart() {
    tests::TinyServer server;
    tests::Desk desk(server);
    const auto ids = arrive(server, desk, 5);
    const core::Date today = core::dayInJapan(server.world.now);
    desk.refreshRows(today);
    const auto dueOf = [&desk](const core::CaseId& id) { return core::toText(*desk.listRow(id).dueOn); };
    QCOMPARE(dueOf(ids.front()), std::string("2026-06-22"));
    // WHEN there is a holiday more, nobody waits for it
    QVERIFY(desk.feed(withAnotherHoliday(server)).changes.referencesChanged);
    for (const core::CaseId& id : ids)
      QCOMPARE(dueOf(id), std::string("2026-06-22"));
    const auto first = expected(desk.cache().refreshRows(today, 2));
    QVERIFY(first.more);
    QCOMPARE(first.changes.changed.size(), std::size_t(2));
    desk.close();
    desk.open();
    const auto rest = expected(desk.cache().refreshRows(today, 100));
    QVERIFY(!rest.more);
    QCOMPARE(rest.changes.changed.size(), std::size_t(3));
    for (const core::CaseId& id : ids)
      QCOMPARE(dueOf(id), std::string("2026-06-23"));
    QVERIFY(expected(desk.cache().refreshRows(today, 100)).changes.empty());
  }
};

QTEST_APPLESS_MAIN(StaleRowsTest)
#include "stalerowstest.moc"
