// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/readymade.h"
#include "tests/support/testsupport.h"
#include "tests/unit/sync/enginerig.h"

#include <QtTest>

#include <limits>

using namespace madoguchi;
using tests::EngineRig;

namespace {

const core::ScopeName kFood = "office/food/permits/ordinary";
const core::ScopeName kRoad = "office/road/permits/ordinary";

bool asksFor(const sync::HttpRequest& request, const char* part) {
  return request.target.find(part) != std::string::npos;
}

void applySnapshot(EngineRig& rig, bool done) {
  const auto apply = rig.takeStore<sync::ApplySnapshot>();
  const auto& end = std::get<core::SnapshotEnd>(apply.items.back());
  if (done) rig.cursor.scopes[end.scope] = end.stamp;
  rig.step(sync::SnapshotApplied{rig.cursor});
}

protocol::ReadyMade file(const core::ScopeName& scope, int schema, std::int64_t count) {
  return {scope, "e1", 20, "name", "key", schema, 1, 1, count};
}

/// The same with an empty cache of schema 3, which can take over a ready-made one.
void startReadyMade(EngineRig& rig, std::vector<core::ScopeName> scopes) {
  rig.step(sync::Started{{}, {}, core::UserId("tanaka"), core::DeviceId("d1"), 0, true, 3});
  rig.step(sync::SignedIn{});
  rig.emptyOutbox();
  rig.emptyAudit();
  rig.drainFeed(std::move(scopes));
}

} // namespace

/// The part of the pull that takes a ready-made cache.
class ReadyMadeLaneTest : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void shouldTakeTheLargestReadyMadeCacheBehindItsFirstPage() {
    EngineRig rig;
    startReadyMade(rig, {"global", kFood, kRoad});
    const auto asked = rig.takeRequest();
    QCOMPARE(asked.target, std::string("/v1/ready-made"));
    rig.reply(asked, 200,
              protocol::encode(protocol::ReadyMadeList{{file(kFood, 3, 10), file(kRoad, 3, 20),
                                                        file("office/other", 3, 90), file(kFood, 2, 80)}}));
    // THEN the first rows come, and no more
    const auto page = rig.takeSnapshot();
    QVERIFY(asksFor(page, "road"));
    rig.replyFeed(page, {core::SnapshotEnd{kRoad, core::CaseId("c9"), 20, false}});
    QVERIFY(rig.requests.empty());
    QVERIFY(!rig.hasStore<sync::TakeReadyMade>());
    applySnapshot(rig, false);
    QCOMPARE(rig.takeStore<sync::TakeReadyMade>().file.scope, kRoad);
    QVERIFY(rig.requests.empty());
    QVERIFY(!rig.status().settled);
    // WHEN it has been taken over, the other comes by its pages
    rig.cursor.scopes[kRoad] = 20;
    rig.step(sync::SnapshotApplied{rig.cursor});
    QVERIFY(rig.status().rowsDone >= 20);
    QVERIFY(asksFor(rig.takeSnapshot(), "food"));
  }

  void shouldGoOnWithPages_whereTheListSaysWhatCannotBe_data() {
    QTest::addColumn<qint64>("count");
    QTest::newRow("more than can be counted") << std::numeric_limits<qint64>::max();
    QTest::newRow("too many for one scope") << qint64{3'000'000'000};
    QTest::newRow("fewer than none") << qint64{-1};
  }
  void shouldGoOnWithPages_whereTheListSaysWhatCannotBe() {
    QFETCH(const qint64, count);
    EngineRig rig;
    startReadyMade(rig, {kFood});
    rig.reply(rig.takeRequest(), 200, protocol::encode(protocol::ReadyMadeList{{file(kFood, 3, count)}}));
    rig.replyFeed(rig.takeSnapshot(), {core::SnapshotEnd{kFood, core::CaseId("c9"), 20, false}});
    applySnapshot(rig, false);
    QVERIFY(!rig.hasStore<sync::TakeReadyMade>());
    QVERIFY(asksFor(rig.takeSnapshot(), "food"));
  }

  void shouldNeedNoReadyMadeCache_whereOnePageBringsAll() {
    EngineRig rig;
    startReadyMade(rig, {kFood});
    rig.reply(rig.takeRequest(), 200, protocol::encode(protocol::ReadyMadeList{{file(kFood, 3, 10)}}));
    rig.replyFeed(rig.takeSnapshot(), {core::SnapshotEnd{kFood, core::CaseId("c9"), 20, true}});
    applySnapshot(rig, true);
    QVERIFY(!rig.hasStore<sync::TakeReadyMade>());
    (void)rig.takeChanges();
  }

  void shouldTakePages_whereTheReadyMadeCacheIsOfAnotherDatabase() {
    EngineRig rig;
    startReadyMade(rig, {kFood});
    auto old = file(kFood, 3, 10);
    old.epoch = "e0";
    rig.reply(rig.takeRequest(), 200, protocol::encode(protocol::ReadyMadeList{{old}}));
    rig.replyFeed(rig.takeSnapshot(), {core::SnapshotEnd{kFood, core::CaseId("c9"), 20, false}});
    QVERIFY(asksFor(rig.takeSnapshot(), "after=c9"));
  }

  void shouldTakePages_whereThereIsNoReadyMadeCache() {
    EngineRig rig;
    startReadyMade(rig, {kFood});
    rig.reply(rig.takeRequest(), 404);
    QVERIFY(asksFor(rig.takeSnapshot(), "food"));
    QVERIFY(!rig.hasStore<sync::TakeReadyMade>());
  }

  void shouldTakePages_whereTheReadyMadeCacheIsBroken_butTryAgainWhereItWasCut() {
    EngineRig rig;
    startReadyMade(rig, {kFood});
    const auto list = protocol::encode(protocol::ReadyMadeList{{file(kFood, 3, 10)}});
    rig.reply(rig.takeRequest(), 200, list);
    rig.replyFeed(rig.takeSnapshot(), {core::SnapshotEnd{kFood, core::CaseId("c9"), 20, false}});
    applySnapshot(rig, false);
    (void)rig.takeStore<sync::TakeReadyMade>();
    rig.step(sync::ReadyMadeFailed{{core::ErrorCode::Offline, ""}, true});
    QVERIFY(rig.requests.empty());
    rig.ring();
    rig.reply(rig.takeRequest(), 200, list);
    (void)rig.takeStore<sync::TakeReadyMade>();
    rig.step(sync::ReadyMadeFailed{{core::ErrorCode::FileBroken, ""}, false});
    // THEN the pages go on behind the first
    QVERIFY(asksFor(rig.takeSnapshot(), "after=c9"));
  }
};

QTEST_APPLESS_MAIN(ReadyMadeLaneTest)
#include "readymadelanetest.moc"
