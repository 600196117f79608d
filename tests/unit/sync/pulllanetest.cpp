// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/messages.h"
#include "tests/support/testsupport.h"
#include "tests/unit/sync/enginerig.h"

#include <QtTest>

using namespace madoguchi;
using tests::EngineRig;

namespace {

const core::ScopeName kFood = "office/food/permits/ordinary";
const core::ScopeName kRoad = "office/road/permits/ordinary";

core::FeedItem row(const core::ScopeName& scope, std::int64_t seq, const char* id) {
  return core::CaseRow{scope, seq, core::CaseId(id), 1, "d", "{}", "[]"};
}

bool asksFor(const sync::HttpRequest& request, const char* part) {
  return request.target.find(part) != std::string::npos;
}

/// Started; outbox and journal are empty, the first feed named these scopes and has been applied.
void startWith(EngineRig& rig, std::vector<core::ScopeName> scopes, core::Cursor cursor = {}) {
  rig.start(std::move(cursor));
  rig.emptyOutbox();
  rig.emptyAudit();
  rig.drainFeed(std::move(scopes));
}

void applySnapshot(EngineRig& rig, bool done, std::int64_t stamp = 5) {
  const auto apply = rig.takeStore<sync::ApplySnapshot>();
  const auto& end = std::get<core::SnapshotEnd>(apply.items.back());
  if (done) rig.cursor.scopes[end.scope] = stamp;
  rig.step(sync::SnapshotApplied{rig.cursor});
}

} // namespace

class PullLaneTest : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void shouldAskWithTheCursorAsItStands() {
    EngineRig rig;
    rig.start({"e1", 1, {{"global", 7}}});
    rig.emptyOutbox();
    rig.emptyAudit();
    const auto first = rig.takeChanges();
    QVERIFY(asksFor(first, "%22epoch%22%3A%22e1%22"));
    QVERIFY(asksFor(first, "%7B%22global%22%3A7%7D"));
    QVERIFY(asksFor(first, "&wait=0"));
    QVERIFY(rig.requests.empty());
  }

  void shouldTakeASmallScopeFromTheFeed_whenThePageBringsAllOfIt() {
    EngineRig rig;
    rig.start();
    rig.emptyOutbox();
    rig.emptyAudit();
    const std::vector<core::FeedItem> page{core::ScopeList{"e1", {kFood, kRoad}}, row(kFood, 3, "c1"),
                                           core::Checkpoint{kFood, 3, 1, "h"}, row(kRoad, 1, "r1"),
                                           core::FeedEnd{true}};
    rig.replyFeed(rig.takeChanges(), page);
    // THEN what it brings of the other is left out, and comes by snapshot
    const auto apply = rig.takeStore<sync::ApplyFeed>();
    QCOMPARE(apply.items.size(), std::size_t{4});
    rig.cursor = {"e1", 1, {{kFood, 3}, {kRoad, 0}}};
    rig.step(sync::FeedApplied{rig.cursor, {}, {}, 0});
    QVERIFY(asksFor(rig.takeSnapshot(), "road"));
  }

  void shouldNotAskWithoutEnd_whenHeldRequestsAreAnsweredAtOnce() {
    EngineRig rig;
    rig.startFollowing();
    rig.drainFeed(); // the held one, at once and with nothing
    QVERIFY(rig.requests.empty());
    QVERIFY(rig.timer == rig.now + std::chrono::seconds(1));
    rig.ring();
    QVERIFY(asksFor(rig.takeChanges(), "&wait=25"));
  }

  void shouldHoldTheRequest_onceTheFeedIsDrained() {
    EngineRig rig;
    rig.startFollowing();
    const auto held = rig.takeChanges();
    QVERIFY(asksFor(held, "&wait=25"));
    QVERIFY(held.timeout > std::chrono::seconds(25));
    QVERIFY(rig.status().settled && !rig.status().syncing);
    QVERIFY(rig.status().lastSync == rig.now);
    QVERIFY(rig.requests.empty());
    // WHEN it is answered with a change THEN it is applied, and the next is held again
    rig.replyFeed(held, {core::ScopeList{"e1", {"global"}}, row("global", 9, "g"), core::FeedEnd{}});
    (void)rig.takeStore<sync::ApplyFeed>();
    QVERIFY(rig.requests.empty()); // not before the cursor is known
    rig.step(sync::FeedApplied{rig.cursor, {}, {}, 0});
    QVERIFY(asksFor(rig.takeChanges(), "&wait=25"));
  }

  void shouldStop_whenItIsNotToFollow() {
    EngineRig rig;
    rig.start({}, false);
    rig.emptyOutbox();
    rig.emptyAudit();
    rig.drainFeed();
    QVERIFY(rig.requests.empty());
    QVERIFY(rig.status().settled);
  }

  void shouldAskAtOnce_whenThereIsMore() {
    EngineRig rig;
    rig.start();
    rig.emptyOutbox();
    rig.emptyAudit();
    rig.replyFeed(rig.takeChanges(), {core::ScopeList{"e1", {"global"}}, core::FeedEnd{true}});
    (void)rig.takeStore<sync::ApplyFeed>();
    rig.cursor = {"e1", 1, {{"global", 2000}}};
    rig.step(sync::FeedApplied{rig.cursor, {}, {}, 0});
    const auto next = rig.takeChanges();
    QVERIFY(asksFor(next, "%22global%22%3A2000"));
    QVERIFY(asksFor(next, "&wait=0"));
    QVERIFY(!rig.status().settled);
  }

  void shouldTakeMissingScopesByPages_thenTheFeed() {
    EngineRig rig;
    startWith(rig, {"global", kFood, kRoad});
    const auto first = rig.takeSnapshot();
    QCOMPARE(first.target, "/v1/snapshot/office%2Ffood%2Fpermits%2Fordinary?after=");
    rig.replyFeed(first, {row(kFood, 1, "c1"), core::SnapshotEnd{kFood, core::CaseId("c1"), 5, false}});
    // THEN the next page is already asked for while the store works
    const auto second = rig.takeSnapshot();
    QVERIFY(asksFor(second, "after=c1"));
    rig.replyFeed(second, {row(kFood, 2, "c2"), core::SnapshotEnd{kFood, core::CaseId("c2"), 6, true}});
    // AND so is the first page of the next scope
    const auto road = rig.takeSnapshot();
    QVERIFY(asksFor(road, "road"));
    applySnapshot(rig, false);
    applySnapshot(rig, true);
    QVERIFY(rig.requests.empty());
    rig.replyFeed(road, {core::SnapshotEnd{kRoad, {}, 9, true}});
    applySnapshot(rig, true, 9);
    const auto feed = rig.takeChanges();
    QVERIFY(asksFor(feed, "ordinary%22%3A5"));
    QVERIFY(asksFor(feed, "&wait=0"));
  }

  void shouldGoOnWhereItWasCut_whenRestarted() {
    EngineRig rig;
    rig.step(sync::Started{
        {"e1", 1, {}}, {{kFood, core::CaseId("c7")}}, core::UserId("tanaka"), core::DeviceId("d1"), 0, true});
    rig.step(sync::SignedIn{});
    rig.emptyOutbox();
    rig.emptyAudit();
    rig.drainFeed({"global", kFood});
    QVERIFY(asksFor(rig.takeSnapshot(), "after=c7"));
  }

  void shouldAskForTheSamePage_whenItWasLost() {
    EngineRig rig;
    startWith(rig, {kFood});
    rig.replyFeed(rig.takeSnapshot(), {core::SnapshotEnd{kFood, core::CaseId("c1"), 5, false}});
    const auto lost = rig.takeSnapshot();
    rig.lose(lost, core::ErrorCode::Timeout);
    applySnapshot(rig, false);
    QVERIFY(rig.requests.empty());
    rig.ring();
    QCOMPARE(rig.takeSnapshot().target, lost.target);
  }

  void shouldResumeFromTheStore_whenAPageCouldNotBeStored() {
    EngineRig rig;
    startWith(rig, {kFood});
    rig.replyFeed(rig.takeSnapshot(), {core::SnapshotEnd{kFood, core::CaseId("c1"), 5, false}});
    applySnapshot(rig, false);
    rig.replyFeed(rig.takeSnapshot(), {core::SnapshotEnd{kFood, core::CaseId("c2"), 5, false}});
    (void)rig.takeStore<sync::ApplySnapshot>();
    QVERIFY(asksFor(rig.takeSnapshot(), "after=c2"));
    rig.step(sync::StoreFailed{sync::LaneName::Pull, {core::ErrorCode::StorageFull, ""}});
    QVERIFY(rig.requests.empty());
    rig.ring();
    rig.drainFeed({kFood});
    QVERIFY(asksFor(rig.takeSnapshot(), "after=c1"));
  }

  void shouldBeAtMostThreePagesAheadOfTheStore() {
    EngineRig rig;
    startWith(rig, {kFood});
    core::CaseId begin;
    for (const char* last : {"c1", "c2", "c3"}) {
      rig.replyFeed(rig.takeSnapshot(), {core::SnapshotEnd{kFood, core::CaseId(last), 5, false}});
      QCOMPARE(rig.takeStore<sync::ApplySnapshot>().begin, begin);
      begin = core::CaseId(last);
    }
    QVERIFY(rig.requests.empty());
    rig.step(sync::SnapshotApplied{rig.cursor});
    QVERIFY(asksFor(rig.takeSnapshot(), "after=c3"));
  }

  void shouldPassOverTheAnswersOfPagesBehindOneThatFailed() {
    EngineRig rig;
    startWith(rig, {kFood});
    rig.replyFeed(rig.takeSnapshot(), {core::SnapshotEnd{kFood, core::CaseId("c1"), 5, false}});
    rig.replyFeed(rig.takeSnapshot(), {core::SnapshotEnd{kFood, core::CaseId("c2"), 5, false}});
    (void)rig.takeStore<sync::ApplySnapshot>();
    (void)rig.takeStore<sync::ApplySnapshot>();
    const sync::StoreFailed failed{sync::LaneName::Pull, {core::ErrorCode::StorageFailed, ""}};
    rig.step(failed);
    rig.step(failed); // the page behind it
    rig.ring();
    rig.drainFeed({kFood});
    QVERIFY(asksFor(rig.takeSnapshot(), "after="));
  }

  void shouldAskForTheListAgain_whenASnapshotIsRefused() {
    EngineRig rig;
    startWith(rig, {kFood});
    rig.reply(rig.takeSnapshot(), 404);
    QVERIFY(rig.requests.empty());
    rig.ring();
    (void)rig.takeChanges();
  }

  void shouldFetchOnlyThatScopeAnew_whenItsCheckpointDoesNotHold() {
    EngineRig rig;
    startWith(rig, {"global", kFood, kRoad}, {"e1", 1, {{kFood, 10}, {kRoad, 20}}});
    rig.replyFeed(rig.takeChanges(), {core::ScopeList{"e1", {"global", kFood, kRoad}}, core::FeedEnd{}});
    (void)rig.takeStore<sync::ApplyFeed>();
    rig.step(sync::FeedApplied{rig.cursor, {kFood}, {}, 0});
    QVERIFY(rig.requests.empty());
    QCOMPARE(rig.takeStore<sync::ResetScope>().scope, kFood);
    rig.cursor.scopes[kFood] = 0;
    rig.step(sync::ScopeReset{rig.cursor});
    const auto again = rig.takeSnapshot();
    QVERIFY(asksFor(again, "food"));
    rig.replyFeed(again, {core::SnapshotEnd{kFood, {}, 11, true}});
    applySnapshot(rig, true, 11);
    QVERIFY(asksFor(rig.takeChanges(), "&wait=0"));
    QVERIFY(!rig.hasStore<sync::ResetScope>());
  }

  void shouldStopFetchingAndSaySo_whenAScopeNeverAgrees() {
    EngineRig rig;
    startWith(rig, {"global"}, {"e1", 1, {{"global", 1}}});
    int resets = 0;
    for (int round = 0; round < 10 && !rig.status().problem; ++round) {
      rig.replyFeed(rig.takeChanges(), {core::ScopeList{"e1", {"global"}}, core::FeedEnd{}});
      (void)rig.takeStore<sync::ApplyFeed>();
      rig.step(sync::FeedApplied{rig.cursor, {"global"}, {}, 0});
      if (!rig.hasStore<sync::ResetScope>()) continue;
      (void)rig.takeStore<sync::ResetScope>();
      ++resets;
      rig.step(sync::ScopeReset{rig.cursor});
    }
    QCOMPARE(resets, 3);
    QVERIFY(rig.status().problem->code == core::ErrorCode::StorageCorrupt);
    QVERIFY(asksFor(rig.takeChanges(), "&wait=25"));
  }

  void shouldTakeTheNewEpoch_whenTheServerWasRestored() {
    EngineRig rig;
    startWith(rig, {"global", kFood}, {"e1", 1, {{"global", 50}, {kFood, 10}}});
    rig.replyFeed(rig.takeChanges(),
                  {core::ScopeList{"e2", {"global", kFood}}, row(kFood, 1, "c1"), core::FeedEnd{true}});
    // THEN the page is left alone, until what was confirmed has been sent again
    QVERIFY(!rig.hasStore<sync::ApplyFeed>());
    QCOMPARE(rig.takeStore<sync::StartAnew>().epoch, std::string("e2"));
    rig.step(sync::StartedAnew{{"e2", 1, {}}, 1});
    QVERIFY(rig.requests.empty());
    rig.emptyOutbox();
    // AND everything is fetched anew
    const auto first = rig.takeChanges();
    QVERIFY(asksFor(first, "%22epoch%22%3A%22e2%22"));
    rig.replyFeed(first,
                  {core::ScopeList{"e2", {"global", kFood}}, row(kFood, 1, "c1"), core::FeedEnd{true}});
    QCOMPARE(rig.takeStore<sync::ApplyFeed>().items.size(), std::size_t{2});
    rig.cursor = {"e2", 1, {{"global", 0}, {kFood, 0}}};
    rig.step(sync::FeedApplied{rig.cursor, {}, {}, 0});
    QVERIFY(asksFor(rig.takeSnapshot(), "food"));
  }

  void shouldBeginAnew_whenANumberComesThatWasPassed_data() {
    QTest::addColumn<bool>("row");
    QTest::newRow("a row") << true;
    QTest::newRow("a checkpoint") << false;
  }
  void shouldBeginAnew_whenANumberComesThatWasPassed() {
    QFETCH(const bool, row);
    EngineRig rig;
    startWith(rig, {"global", kFood}, {"e1", 1, {{"global", 50}, {kFood, 10}}});
    std::vector<core::FeedItem> items{core::ScopeList{"e1", {"global", kFood}}};
    if (row)
      items.emplace_back(::row(kFood, 10, "c1"));
    else
      items.emplace_back(core::Checkpoint{kFood, 9, 1, "h"});
    items.emplace_back(core::FeedEnd{});
    rig.replyFeed(rig.takeChanges(), std::move(items));
    QVERIFY(!rig.hasStore<sync::ApplyFeed>());
    QCOMPARE(rig.takeStore<sync::StartAnew>().epoch, std::string());
  }

  void shouldHoldTheRemoval_untilAPersonLetsItHappen() {
    EngineRig rig;
    rig.startFollowing();
    rig.replyFeed(rig.takeChanges(), {core::ScopeList{"e1", {}}, core::FeedEnd{}});
    QVERIFY(!rig.takeStore<sync::ApplyFeed>().allowRemoval);
    rig.step(sync::FeedApplied{rig.cursor, {}, sync::HeldRemoval{250, 1000, 2, {}}, 0});
    QVERIFY(rig.status().heldRemoval == (sync::HeldRemoval{250, 1000, 2, rig.now}));
    QVERIFY(rig.requests.empty());
    // AND nothing but the person's word asks again
    rig.step(sync::SyncAsked{});
    rig.emptyOutbox();
    QVERIFY(rig.requests.empty());
    rig.step(sync::RemovalAllowed{});
    QVERIFY(!rig.status().heldRemoval);
    rig.replyFeed(rig.takeChanges(), {core::ScopeList{"e1", {}}, core::FeedEnd{}});
    QVERIFY(rig.takeStore<sync::ApplyFeed>().allowRemoval);
    rig.step(sync::FeedApplied{rig.cursor, {}, {}, 0});
    // AND the permission was for once
    rig.replyFeed(rig.takeChanges(), {core::ScopeList{"e1", {}}, core::FeedEnd{}});
    QVERIFY(!rig.takeStore<sync::ApplyFeed>().allowRemoval);
  }

  void shouldStopPullAlone_whenTheProgramIsTooOld() {
    EngineRig rig;
    rig.startFollowing();
    rig.reply(rig.takeChanges(), 426);
    QVERIFY(rig.status().problem->code == core::ErrorCode::ProtocolTooOld);
    rig.step(sync::SyncAsked{});
    rig.step(sync::RunLoaded{{EngineRig::entry(1, "c1")}});
    rig.step(sync::RunMarked{rig.takeStore<sync::MarkSent>().deviceSeqs});
    rig.applyAll(rig.takePush());
    (void)rig.takeStore<sync::RecordAnswers>();
    rig.step(sync::AnswersRecorded{0});
    QVERIFY(rig.requests.empty());
  }

  void shouldRefuse_whenTheFeedIsNotOne_data() {
    QTest::addColumn<int>("shape");
    for (int shape = 0; shape < 5; ++shape)
      QTest::addRow("%d", shape) << shape;
  }
  void shouldRefuse_whenTheFeedIsNotOne() {
    QFETCH(const int, shape);
    const std::vector<std::vector<core::FeedItem>> feeds{
        {},
        {core::FeedEnd{}},
        {core::ScopeList{"e1", {}}},
        {core::ScopeList{"", {}}, core::FeedEnd{}},
        {row(kFood, 1, "c1"), core::ScopeList{"e1", {}}, core::FeedEnd{}},
    };
    EngineRig rig;
    rig.startFollowing();
    rig.replyFeed(rig.takeChanges(), feeds[static_cast<std::size_t>(shape)]);
    QVERIFY(!rig.hasStore<sync::ApplyFeed>());
    QVERIFY(rig.status().problem->code == core::ErrorCode::Malformed);
    rig.ring();
    (void)rig.takeChanges();
  }

  void shouldNotRunInCircles_whenSnapshotPagesDoNotAdvance() {
    EngineRig rig;
    startWith(rig, {kFood});
    rig.replyFeed(rig.takeSnapshot(), {core::SnapshotEnd{kFood, core::CaseId("c5"), 5, false}});
    applySnapshot(rig, false);
    rig.replyFeed(rig.takeSnapshot(), {core::SnapshotEnd{kFood, core::CaseId("c5"), 5, false}});
    QVERIFY(!rig.hasStore<sync::ApplySnapshot>());
    QVERIFY(rig.requests.empty());
    QVERIFY(rig.timer.has_value());
  }
};

QTEST_APPLESS_MAIN(PullLaneTest)
#include "pulllanetest.moc"
