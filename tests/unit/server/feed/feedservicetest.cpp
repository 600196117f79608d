// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/attendance.h"
#include "tests/support/testsupport.h"
#include "tests/unit/server/serverworld.h"

#include <QtTest>

using namespace madoguchi;
using namespace madoguchi::core;
using namespace madoguchi::server;
using namespace madoguchi::tests;

class FeedServiceTest : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void shouldSayIdle_whenNothingIsNew() {
    ServerWorld world;
    (void)world.arrived();
    const auto first = world.feed("clerk1");
    QVERIFY(std::holds_alternative<ScopeList>(first.front()));
    QVERIFY(std::holds_alternative<FeedEnd>(first.back()));
    const Cursor cursor = world.cursorOf(first);
    QVERIFY(world.feeds.changes(world.actor("clerk1"), cursor)->idle);
    (void)world.arrived("west"); // of no concern here
    QVERIFY(world.feeds.changes(world.actor("clerk1"), cursor)->idle);
    (void)world.arrived("east");
    QVERIFY(!world.feeds.changes(world.actor("clerk1"), cursor)->idle);
    QCOMPARE(only<CaseRow>(world.feed("clerk1", cursor)).size(), 1U);
  }

  void shouldWaitForAScopeThatIsYetToBeMade() {
    ServerWorld world;
    const auto answer = world.feeds.changes(world.actor("clerk1"), world.cursorOf(world.feed("clerk1")));
    QVERIFY(answer->idle);
    std::map<ScopeName, std::int64_t> heard;
    world.store->setListener([&](const auto& seqs) { heard.insert(seqs.begin(), seqs.end()); });
    (void)world.arrived();
    QVERIFY(heard.at(kScopeCount) > answer->hold.seen.at(kScopeCount));
  }

  void shouldBeginAnew_whenTheEpochIsAnother() {
    ServerWorld world;
    (void)world.arrived();
    Cursor cursor = world.cursorOf(world.feed("clerk1"));
    cursor.epoch = "of another database";
    QCOMPARE(only<CaseRow>(world.feed("clerk1", cursor)).size(), 1U);
  }

  void shouldReadTheCatalogAnew_whenTheHistoryWasPutBack() {
    ServerWorld world;
    const auto seqOf = [](ServerWorld& of) {
      std::int64_t seq = 0;
      (void)of.store->read([&](Reading& reading) -> Result<void> {
        seq = reading.counter(globalScope())->seq;
        return {};
      });
      return seq;
    };
    const auto isAway = [&](ServerWorld& of, const char* who) {
      bool away = false;
      (void)of.store->read([&](Reading& reading) -> Result<void> {
        away = world.catalogs.current(reading)->absences.contains(UserId(who));
        return {};
      });
      return away;
    };
    const auto sendAway = [](ServerWorld& of, const char* who) {
      const Date today = dayInJapan(of.now);
      AttendanceService service(*of.store, [&of] { return of.now; });
      return service.record(of.caller(who), {UserId(who), today, today, true}).has_value();
    };
    // GIVEN two histories that part behind the same number
    ServerWorld other;
    QCOMPARE(seqOf(other), seqOf(world));
    QVERIFY(sendAway(world, "super") && sendAway(other, "clerk1"));
    QCOMPARE(seqOf(other), seqOf(world));
    QVERIFY(isAway(world, "super"));
    // THEN what the one said is forgotten with it
    QVERIFY(isAway(other, "clerk1") && !isAway(other, "super"));
    // AND where the number is a smaller one
    ServerWorld earlier;
    QVERIFY(!isAway(earlier, "clerk1") && !isAway(earlier, "super"));
  }

  void shouldLoseTheScope_whenTheGrantEnds() {
    ServerWorld world;
    (void)world.arrived();
    const auto scopes = only<ScopeList>(world.feed("clerk1")).front().scopes;
    QVERIFY(std::find(scopes.begin(), scopes.end(), officeScope(OfficeId("east"), "permit", false)) !=
            scopes.end());
    QVERIFY(world.accounts.disable("clerk1").has_value());
    const auto after = only<ScopeList>(world.feed("clerk1")).front().scopes;
    QVERIFY((after == std::vector<ScopeName>{globalScope(), userScope(UserId("clerk1"))}));
  }

  void shouldOpenAScopeOnlyAsAWhole_whenAGrantNamesAProcedure() {
    ServerWorld world;
    (void)world.arrived();
    Actor actor = world.actor("clerk1");
    actor.grants = {{Role::Clerk, OfficeId("east"), ProcedureId("outdoor-advertisement-permit"), false}};
    QCOMPARE(only<CaseRow>(itemsOf(world.feeds.changes(actor, {})->body)).size(), 0U);
  }

  void shouldCutPages_andLoseNothing_whenThereIsMuch() {
    ServerWorld world;
    std::set<CaseId> all;
    for (int i = 0; i < 40; ++i)
      all.insert(world.arrived());
    // The port itself is asked for tiny pages.
    std::set<CaseId> seen;
    std::int64_t seq = 0;
    const auto read = world.store->read([&](Reading& reading) -> Result<void> {
      for (;;) {
        const auto page =
            reading.changesAfter(officeScope(OfficeId("east"), "permit", false), seq, {7, 1U << 20U});
        if (page.empty()) return {};
        for (const auto& row : only<CaseRow>(page)) {
          if (row.seq <= seq) return failure(ErrorCode::Internal, "not in order");
          seq = row.seq;
          seen.insert(row.id);
        }
      }
    });
    QVERIFY(read.has_value());
    QVERIFY(seen == all);
  }

  void shouldGiveCasesInOrderOfIds_whenASnapshotIsTaken() {
    ServerWorld world;
    for (int i = 0; i < 5; ++i)
      (void)world.arrived();
    const ScopeName scope = officeScope(OfficeId("east"), "permit", false);
    const auto page = world.feeds.snapshot(world.actor("clerk1"), scope, {});
    QVERIFY(page.has_value());
    const auto items = itemsOf(*page);
    const auto rows = only<CaseRow>(items);
    QCOMPARE(rows.size(), 5U);
    QVERIFY(
        std::is_sorted(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.id < b.id; }));
    const auto end = std::get<SnapshotEnd>(items.back());
    QVERIFY(end.done);
    QCOMPARE(end.stamp, 5);
    QVERIFY(end.after == rows.back().id);
    const auto rest = itemsOf(*world.feeds.snapshot(world.actor("clerk1"), scope, rows[2].id));
    QCOMPARE(only<CaseRow>(rest).size(), 2U);
  }

  void shouldRefuseTheSnapshot_whenTheScopeIsNotTheUsers() {
    ServerWorld world;
    (void)world.arrived("west");
    for (const ScopeName& scope :
         {officeScope(OfficeId("west"), "permit", false), ScopeName("no such scope")}) {
      const auto refused = world.feeds.snapshot(world.actor("clerk1"), scope, {});
      QVERIFY(!refused.has_value() && refused.error().code == ErrorCode::NotPermitted);
    }
  }
};

QTEST_APPLESS_MAIN(FeedServiceTest)
#include "feedservicetest.moc"
