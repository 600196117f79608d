// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
// What clerk1 holds, compared in a real cache with what it was.
#include "app/workers/cachedheldcases.h"

#include "tests/unit/app/openedthreads.h"

#include <QSignalSpy>
#include <QtTest>

#include <algorithm>

using namespace madoguchi;

namespace {

struct Rig {
  explicit Rig(int cases) {
    ids = tests::arrive(server, desk, cases);
    std::sort(ids.begin(), ids.end());
    tests::openThreads(desk, store, reader);
    held = std::make_unique<app::CachedHeldCases>(
        app::Workers{store, reader, reader, line, core::DeviceId("device")});
  }

  [[nodiscard]] core::HeldCases ask(std::optional<std::vector<core::CaseId>> before) {
    core::HeldCases answer;
    QEventLoop loop;
    const auto request = held->nextRequest();
    const auto connection = QObject::connect(held.get(), &models::HeldCasesSource::answered, &loop,
                                             [&](quint64 answered, const core::HeldCases& found) {
                                               if (answered != request) return;
                                               answer = found;
                                               loop.quit();
                                             });
    held->ask(request, {core::UserId("clerk1"), std::move(before), dueFrom, dueUntil});
    loop.exec();
    return answer;
  }
  /// What has happened on the server comes.
  void pull() { take(server.changesAfter(cursor())); }
  [[nodiscard]] core::Cursor cursor() {
    core::Cursor found;
    QEventLoop loop;
    const QPointer<tests::QuietLine> guard(&line);
    store.urgent([&](storage::Cache& cache) {
      found = tests::expected(cache.cursor());
      store.reply(guard, [&loop] { loop.quit(); });
    });
    loop.exec();
    return found;
  }
  void take(const std::vector<core::FeedItem>& items) {
    QEventLoop loop;
    const QPointer<tests::QuietLine> guard(&line);
    store.urgent([&](storage::Cache& cache) {
      const auto result = tests::expected(
          cache.applyFeed(items, server.world.now, {storage::Removals::Allow, core::CommandId()}));
      store.tell(cache, result.changes);
      store.reply(guard, [&loop] { loop.quit(); });
    });
    loop.exec();
  }
  void onServer(const core::CaseId& id, const std::string& actor, core::CommandBody body) {
    server.run(id, actor, std::move(body));
    (void)server.row(server.record(id));
  }

  tests::TinyServer server;
  tests::Desk desk{server};
  tests::QuietLine line;
  std::vector<core::CaseId> ids;
  app::StoreWorker store;
  app::ReaderWorker reader;
  std::unique_ptr<app::CachedHeldCases> held;
  core::Date dueFrom = core::dayInJapan(server.world.now) - std::chrono::days(1);
  core::Date dueUntil = dueFrom;
};

using Ids = std::vector<core::CaseId>;

} // namespace

class CachedHeldCasesTest : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void shouldTellWhatIsHeld_andNothingOfTheTimeBefore() {
    Rig rig(3);
    const auto held = rig.ask({});
    QCOMPARE(held.cases, rig.ids);
    QVERIFY(held.given.empty() && held.takenAway.empty() && held.due.empty());
    QVERIFY(!held.isNewHere);
  }

  void shouldSayThatACacheIsNew() {
    Rig rig(0);
    QVERIFY(rig.ask({}).isNewHere);
  }

  void shouldTellWhoGaveAndTook() {
    Rig rig(4);
    const core::UserId me("clerk1");
    const core::UserId other("clerk2");
    rig.onServer(rig.ids[0], "super", core::AssignCase{other, me});
    rig.onServer(rig.ids[1], "clerk1", core::ReleaseCase{});
    rig.pull();
    const auto taken = rig.ask(rig.ids);
    QCOMPARE(taken.takenAway, Ids{rig.ids[0]});
    QCOMPARE(taken.cases, (Ids{rig.ids[2], rig.ids[3]}));
    QVERIFY(taken.given.empty());
    rig.onServer(rig.ids[0], "super", core::AssignCase{me, other});
    rig.onServer(rig.ids[1], "clerk1", core::AssignCase{me, {}});
    rig.pull();
    const auto given = rig.ask(taken.cases);
    QCOMPARE(given.given, Ids{rig.ids[0]});
    QVERIFY(given.takenAway.empty());
    QCOMPARE(given.cases, rig.ids);
  }

  void shouldCountWhatIsOutOfSightAsTaken() {
    Rig rig(2);
    QSignalSpy changed(rig.held.get(), &models::HeldCasesSource::changed);
    const auto gone = rig.server.gone(rig.ids[1]);
    rig.take({gone, rig.server.checkpoint(rig.server.east())});
    QTRY_VERIFY(!changed.isEmpty());
    QCOMPARE(rig.ask(rig.ids).takenAway, Ids{rig.ids[1]});
  }

  void shouldFindWhatIsDue() {
    Rig rig(2);
    rig.dueUntil += std::chrono::days(400);
    QCOMPARE(rig.ask({}).due.size(), 2U);
  }
};

QTEST_GUILESS_MAIN(CachedHeldCasesTest)
#include "cachedheldcasestest.moc"
