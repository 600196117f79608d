// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/limits.h"
#include "protocol/messages.h"
#include "tests/support/testsupport.h"
#include "tests/unit/sync/enginerig.h"

#include <QtTest>

using namespace madoguchi;
using tests::EngineRig;

namespace {

std::vector<std::int64_t> seqsOf(const sync::HttpRequest& push) {
  std::vector<std::int64_t> seqs;
  const auto run = protocol::decode<protocol::CommandRun>(push.body);
  for (const auto& item : run->items)
    seqs.push_back(item.deviceSeq);
  return seqs;
}

using Seqs = std::vector<std::int64_t>;

/// Following; then these entries are waiting, loaded and marked, and their run is out.
sync::HttpRequest pushOut(EngineRig& rig, const std::vector<core::OutboxEntry>& entries) {
  rig.step(sync::LocalWork{static_cast<int>(entries.size())});
  (void)rig.takeStore<sync::LoadRun>();
  rig.requests.clear(); // the held request
  rig.step(sync::RunLoaded{entries});
  rig.step(sync::RunMarked{rig.takeStore<sync::MarkSent>().deviceSeqs});
  return rig.takePush();
}

/// Nobody listens where the server should be.
void refuse(EngineRig& rig, const sync::HttpRequest& request) {
  sync::HttpReply reply;
  reply.request = request.request;
  reply.error = core::Error{core::ErrorCode::Offline, "refused"};
  reply.neverLeft = true;
  rig.step(std::move(reply));
}

std::string problem(const char* code) {
  return protocol::encode(protocol::Problem{code, "", ""});
}

} // namespace

class PushLaneTest : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void shouldMarkBeforeItSends_andKeepOrderAndBytes() {
    EngineRig rig;
    rig.startFollowing();
    rig.requests.clear();
    auto odd = EngineRig::entry(2, "c2");
    odd.payload = "{ \"z\":1, \"a\":\"\\u3042\" }";
    rig.step(sync::LocalWork{2});
    const auto load = rig.takeStore<sync::LoadRun>();
    QCOMPARE(load.maxCommands, protocol::kMaxCommandsPerRun);
    QCOMPARE(load.maxBytes, protocol::kMaxRunBytes);
    rig.step(sync::RunLoaded{{EngineRig::entry(1, "c1"), odd}});
    QVERIFY(rig.requests.empty()); // nothing is sent before it is marked
    const auto mark = rig.takeStore<sync::MarkSent>();
    QCOMPARE(mark.deviceSeqs, (Seqs{1, 2}));
    rig.step(sync::RunMarked{mark.deviceSeqs});
    const auto push = rig.takePush();
    const auto run = protocol::decode<protocol::CommandRun>(push.body);
    QCOMPARE(run->device.value, std::string("d1"));
    QCOMPARE(run->items[1].payload, odd.payload);
    QVERIFY(rig.requests.empty());
  }

  void shouldNotSend_whatTheUserTookBackMeanwhile() {
    EngineRig rig;
    rig.startFollowing();
    rig.requests.clear();
    rig.step(sync::LocalWork{2});
    (void)rig.takeStore<sync::LoadRun>();
    rig.step(sync::RunLoaded{{EngineRig::entry(1, "c1"), EngineRig::entry(2, "c2")}});
    (void)rig.takeStore<sync::MarkSent>();
    rig.step(sync::RunMarked{{2}});
    QCOMPARE(seqsOf(rig.takePush()), (Seqs{2}));
  }

  void shouldAskTheStoreAgain_untilNothingWaits() {
    EngineRig rig;
    rig.startFollowing();
    rig.applyAll(pushOut(rig, {EngineRig::entry(1, "c1")}));
    const auto record = rig.takeStore<sync::RecordAnswers>();
    QCOMPARE(record.answers.size(), std::size_t{1});
    QVERIFY(!rig.hasStore<sync::LoadRun>());
    rig.step(sync::AnswersRecorded{0});
    rig.emptyOutbox();
    QVERIFY(!rig.hasStore<sync::LoadRun>());
  }

  void shouldSendTheSameRunAgain_whenTheAcknowledgementIsLost() {
    EngineRig rig;
    rig.startFollowing();
    const auto first = pushOut(rig, {EngineRig::entry(1, "c1"), EngineRig::entry(2, "c1")});
    rig.lose(first);
    QVERIFY(rig.status().link == sync::Status::Link::Offline);
    rig.requests.clear(); // the feed is asked meanwhile: a push that waits stops no pull
    QVERIFY(!rig.hasStore<sync::MarkSent>());
    rig.ring();
    const auto again = rig.takePush();
    QCOMPARE(again.body, first.body);
    rig.applyAll(again);
    QCOMPARE(rig.takeStore<sync::RecordAnswers>().answers.size(), std::size_t{2});
  }

  void shouldGiveTheRunBack_whenNoConnectionWasMade() {
    EngineRig rig;
    rig.startFollowing();
    refuse(rig, pushOut(rig, {EngineRig::entry(1, "c1"), EngineRig::entry(2, "c2")}));
    QCOMPARE(rig.takeStore<sync::MarkUnsent>().deviceSeqs, (Seqs{1, 2}));
    rig.requests.clear(); // the feed is asked meanwhile
    rig.step(sync::RunMarked{{1, 2}});
    QVERIFY(!rig.hasStore<sync::LoadRun>()); // not before its time
    rig.ring();
    (void)rig.takeStore<sync::LoadRun>();
    // Somebody has taken the first one back.
    rig.requests.clear();
    rig.step(sync::RunLoaded{{EngineRig::entry(2, "c2")}});
    rig.step(sync::RunMarked{rig.takeStore<sync::MarkSent>().deviceSeqs});
    QCOMPARE(seqsOf(rig.takePush()), (Seqs{2}));
  }

  void shouldNotGiveTheRunBack_onceItMayHaveArrived() {
    EngineRig rig;
    rig.startFollowing();
    const auto first = pushOut(rig, {EngineRig::entry(1, "c1")});
    rig.lose(first);
    rig.requests.clear();
    rig.ring();
    refuse(rig, rig.takePush());
    QVERIFY(!rig.hasStore<sync::MarkUnsent>());
    rig.requests.clear();
    rig.ring();
    QCOMPARE(rig.takePush().body, first.body);
  }

  void shouldRecordRejectionsAndGoOn_whenOneItemIsBad() {
    EngineRig rig;
    rig.startFollowing();
    const auto push = pushOut(rig, {EngineRig::entry(1, "c1"), EngineRig::entry(2, "c2")});
    core::CommandAnswer bad;
    bad.command = core::CommandId("cmd1");
    bad.kind = core::AnswerKind::Rejected;
    bad.code = "WrongState";
    core::CommandAnswer good;
    good.command = core::CommandId("cmd2");
    rig.reply(push, 200, protocol::encode(protocol::CommandAnswers{{bad, good}}));
    const auto record = rig.takeStore<sync::RecordAnswers>();
    QVERIFY(record.answers == (std::vector<core::CommandAnswer>{bad, good}));
    rig.step(sync::AnswersRecorded{1});
    rig.step(sync::RunLoaded{{EngineRig::entry(3, "c3")}});
    rig.step(sync::RunMarked{rig.takeStore<sync::MarkSent>().deviceSeqs});
    QCOMPARE(seqsOf(rig.takePush()), (Seqs{3})); // nothing of the first run was sent again
  }

  void shouldIgnoreAnswers_toWhatItNeverAsked() {
    EngineRig rig;
    rig.startFollowing();
    const auto push = pushOut(rig, {EngineRig::entry(1, "c1")});
    core::CommandAnswer foreign;
    foreign.command = core::CommandId("someone else's");
    rig.reply(push, 200, protocol::encode(protocol::CommandAnswers{{foreign, foreign}}));
    QVERIFY(!rig.hasStore<sync::RecordAnswers>());
    QVERIFY(rig.status().problem->code == core::ErrorCode::Malformed);
    rig.requests.clear();
    rig.ring();
    QCOMPARE(rig.takePush().body, push.body);
  }

  void shouldRecordWhatWasAnswered_whenSomeAnswersAreMissing() {
    EngineRig rig;
    rig.startFollowing();
    const auto push = pushOut(rig, {EngineRig::entry(1, "c1"), EngineRig::entry(2, "c2")});
    core::CommandAnswer one;
    one.command = core::CommandId("cmd2");
    rig.reply(push, 200, protocol::encode(protocol::CommandAnswers{{one, one}}));
    QCOMPARE(rig.takeStore<sync::RecordAnswers>().answers.size(), std::size_t{1});
    rig.step(sync::AnswersRecorded{1});
    QVERIFY(rig.hasStore<sync::LoadRun>()); // the other is loaded anew
  }

  void shouldHalveTheRun_whenTheServerBreaksOnIt_untilTheBadOneIsAside() {
    EngineRig rig;
    rig.startFollowing();
    std::vector<core::OutboxEntry> entries;
    for (int i = 1; i <= 4; ++i)
      entries.push_back(EngineRig::entry(i, "c" + std::to_string(i)));
    rig.reply(pushOut(rig, entries), 500);
    rig.requests.clear();
    rig.ring();
    auto half = rig.takePush();
    QCOMPARE(seqsOf(half), (Seqs{1, 2}));
    rig.reply(half, 500);
    rig.requests.clear();
    rig.ring();
    auto single = rig.takePush();
    QCOMPARE(seqsOf(single), (Seqs{1}));
    // WHEN it alone breaks the server THEN its case is left out and the others go
    rig.reply(single, 500);
    rig.requests.clear();
    rig.ring();
    const auto load = rig.takeStore<sync::LoadRun>();
    QVERIFY(load.leaveOut == std::set<core::CaseId>{core::CaseId("c1")});
    rig.step(sync::RunLoaded{{entries[1]}});
    rig.step(sync::RunMarked{rig.takeStore<sync::MarkSent>().deviceSeqs});
    rig.applyAll(rig.takePush());
    (void)rig.takeStore<sync::RecordAnswers>();
    rig.step(sync::AnswersRecorded{3});
    rig.emptyOutbox();
    // AND it is tried again later, by the timer
    rig.requests.clear();
    rig.ring();
    QVERIFY(rig.takeStore<sync::LoadRun>().leaveOut.empty());
  }

  void shouldKeepTheRun_whenTheServerIsOnlyBusy_data() {
    QTest::addColumn<int>("status");
    for (const int status : {429, 502, 503, 504, 403, 404})
      QTest::addRow("%d", status) << status;
  }
  void shouldKeepTheRun_whenTheServerIsOnlyBusy() {
    QFETCH(const int, status);
    EngineRig rig;
    rig.startFollowing();
    const auto push = pushOut(rig, {EngineRig::entry(1, "c1"), EngineRig::entry(2, "c2")});
    rig.reply(push, status, "<html>no problem document</html>");
    QVERIFY(!rig.hasStore<sync::RecordAnswers>());
    rig.requests.clear();
    rig.ring();
    QCOMPARE(rig.takePush().body, push.body);
  }

  void shouldWaitAsLongAsAsked_whenTheServerSaysHowLong() {
    EngineRig rig;
    rig.startFollowing();
    const auto push = pushOut(rig, {EngineRig::entry(1, "c1")});
    sync::HttpReply reply;
    reply.request = push.request;
    reply.status = 503;
    reply.retryAfter = std::chrono::seconds(90);
    const auto then = rig.now;
    rig.step(std::move(reply));
    QVERIFY(*rig.timer == then + std::chrono::seconds(90));
  }

  void shouldSetASingleCommandAside_whenItsContentIsRefused() {
    EngineRig rig;
    rig.startFollowing();
    const auto push = pushOut(rig, {EngineRig::entry(1, "c1"), EngineRig::entry(2, "c2")});
    rig.reply(push, 413, problem("TooLarge"));
    const auto single = rig.takePush(); // at once: waiting would not help
    QCOMPARE(seqsOf(single), (Seqs{1}));
    rig.reply(single, 413, problem("TooLarge"));
    const auto record = rig.takeStore<sync::RecordAnswers>();
    QCOMPARE(record.answers.size(), std::size_t{1});
    QVERIFY(record.answers[0].kind == core::AnswerKind::Rejected);
    QCOMPARE(record.answers[0].code, std::string("TooLarge"));
    rig.step(sync::AnswersRecorded{1});
    QVERIFY(rig.hasStore<sync::LoadRun>());
  }

  void shouldCutTheRun_whenItsBytesWouldPassTheLimit() {
    EngineRig rig;
    rig.startFollowing();
    std::vector<core::OutboxEntry> entries;
    for (int i = 1; i <= 5; ++i) {
      entries.push_back(EngineRig::entry(i, "c" + std::to_string(i)));
      entries.back().payload.assign(200'000, '\\');
    }
    const auto push = pushOut(rig, entries);
    QCOMPARE(seqsOf(push), (Seqs{1, 2}));
    QVERIFY(push.body.size() <= protocol::kMaxRunBytes);
  }

  void shouldBeginAnewFromTheStore_whenTheStoreFails() {
    EngineRig rig;
    rig.startFollowing();
    rig.applyAll(pushOut(rig, {EngineRig::entry(1, "c1")}));
    (void)rig.takeStore<sync::RecordAnswers>();
    rig.step(sync::StoreFailed{sync::LaneName::Push, {core::ErrorCode::StorageFull, ""}});
    QVERIFY(rig.status().problem->code == core::ErrorCode::StorageFull);
    QVERIFY(!rig.hasStore<sync::LoadRun>());
    rig.ring();
    QVERIFY(rig.hasStore<sync::LoadRun>());
  }
};

QTEST_APPLESS_MAIN(PushLaneTest)
#include "pushlanetest.moc"
