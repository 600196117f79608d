// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/messages.h"
#include "tests/support/testsupport.h"
#include "tests/unit/sync/enginerig.h"

#include <QtTest>

using namespace madoguchi;
using tests::EngineRig;
using Link = sync::Status::Link;

namespace {

core::DeskAuditRow auditRow(const char* id) {
  core::DeskAuditRow row;
  row.id = id;
  row.action = "view";
  return row;
}

} // namespace

class EngineTest : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void shouldSendNothing_beforeItIsStartedAndSignedIn() {
    EngineRig rig;
    rig.step(sync::SignedIn{});
    rig.step(sync::LocalWork{3});
    rig.step(sync::Ticked{});
    rig.step(sync::NetworkReturned{});
    QVERIFY(rig.requests.empty() && !rig.hasStore<sync::LoadRun>() && !rig.timer);
    EngineRig other;
    other.step(sync::Started{});
    other.step(sync::SyncAsked{});
    QVERIFY(other.requests.empty() && !other.hasStore<sync::LoadRun>());
  }

  void shouldPushBeforeItPulls() {
    EngineRig rig;
    rig.start();
    QVERIFY(rig.requests.empty());
    (void)rig.takeStore<sync::LoadRun>();
    rig.step(sync::RunLoaded{{EngineRig::entry(1, "c1")}});
    rig.step(sync::RunMarked{rig.takeStore<sync::MarkSent>().deviceSeqs});
    const auto push = rig.takePush();
    QVERIFY(rig.requests.empty());
    rig.applyAll(push);
    (void)rig.takeStore<sync::RecordAnswers>();
    rig.step(sync::AnswersRecorded{1});
    QVERIFY(rig.requests.empty());
    rig.emptyOutbox();
    (void)rig.takeChanges();
  }

  void shouldPushAgain_whenTheServerWasRestoredMeanwhile() {
    EngineRig rig;
    rig.startFollowing();
    const auto held = rig.takeChanges();
    rig.step(sync::LocalWork{1});
    (void)rig.takeStore<sync::LoadRun>();
    rig.step(sync::RunLoaded{{EngineRig::entry(1, "c1")}});
    rig.step(sync::RunMarked{rig.takeStore<sync::MarkSent>().deviceSeqs});
    const auto push = rig.takePush();
    // WHEN the feed tells of a restored server before the old one's answer comes
    rig.replyFeed(held, {core::ScopeList{"e2", {"global"}}, core::FeedEnd{}});
    rig.applyAll(push);
    // THEN that answer does not count
    QVERIFY(!rig.hasStore<sync::RecordAnswers>());
    // AND nothing is sent before what had been confirmed is waiting again
    QVERIFY(rig.requests.empty() && !rig.hasStore<sync::LoadRun>());
    QCOMPARE(rig.takeStore<sync::StartAnew>().epoch, std::string("e2"));
    rig.step(sync::StartedAnew{{"e2", 1, {}}, 2});
    (void)rig.takeStore<sync::LoadRun>();
    rig.step(sync::RunLoaded{{EngineRig::entry(1, "c1")}});
    rig.step(sync::RunMarked{rig.takeStore<sync::MarkSent>().deviceSeqs});
    QCOMPARE(rig.takePush().body, push.body);
  }

  void shouldNameWhatWasConfirmedLast_alsoWhereTheStoreCouldNotNoteIt() {
    EngineRig rig;
    rig.startFollowing();
    (void)rig.takeChanges();
    const auto push = [&rig] {
      (void)rig.takeStore<sync::LoadRun>();
      rig.step(sync::RunLoaded{{EngineRig::entry(1, "c1")}});
      rig.step(sync::RunMarked{rig.takeStore<sync::MarkSent>().deviceSeqs});
      return rig.takePush();
    };
    // GIVEN an answer that a full disk does not take
    rig.step(sync::LocalWork{1});
    rig.applyAll(push());
    (void)rig.takeStore<sync::RecordAnswers>();
    rig.step(sync::StoreFailed{sync::LaneName::Push, {core::ErrorCode::StorageFull, ""}});
    // WHEN the run goes out again THEN a server that was put back since is told what it had confirmed
    rig.ring();
    QCOMPARE(push().target, std::string("/v1/commands?confirmed=cmd1"));
  }

  void shouldSayWithAFeed_whatItsRequestHadNamed() {
    EngineRig rig;
    rig.startFollowing();
    const auto held = rig.takeChanges();
    const std::vector<core::FeedItem> page{core::ScopeList{"e1", {"global"}}, core::FeedEnd{}};
    rig.step(sync::LocalWork{1});
    (void)rig.takeStore<sync::LoadRun>();
    rig.step(sync::RunLoaded{{EngineRig::entry(1, "c1")}});
    rig.step(sync::RunMarked{rig.takeStore<sync::MarkSent>().deviceSeqs});
    rig.applyAll(rig.takePush());
    (void)rig.takeStore<sync::RecordAnswers>();
    rig.step(sync::AnswersRecorded{1});
    rig.emptyOutbox();
    // GIVEN that it was asked for before the confirmation came
    rig.replyFeed(held, page);
    QVERIFY(rig.takeStore<sync::ApplyFeed>().named == core::Confirmation());
    rig.step(sync::FeedApplied{rig.cursor, {}, {}, 0});
    if (rig.requests.empty()) rig.ring();
    rig.replyFeed(rig.takeChanges(), page);
    QCOMPARE(rig.takeStore<sync::ApplyFeed>().named.command, core::CommandId("cmd1"));
  }

  void shouldNameWhatWasDecidedLast_andWhen() {
    EngineRig rig;
    rig.startFollowing();
    const auto held = rig.takeChanges();
    rig.step(sync::LocalWork{2});
    (void)rig.takeStore<sync::LoadRun>();
    rig.step(sync::RunLoaded{{EngineRig::entry(1, "c1"), EngineRig::entry(2, "c2")}});
    rig.step(sync::RunMarked{rig.takeStore<sync::MarkSent>().deviceSeqs});
    // GIVEN answers of which the second is one that was given before
    const core::Confirmation last{core::CommandId("cmd1"), core::Instant(std::chrono::milliseconds(7'005))};
    protocol::CommandAnswers answers{{{}, {}}};
    answers.answers[0].command = last.command;
    answers.answers[0].at = last.at;
    answers.answers[1].command = core::CommandId("cmd2");
    answers.answers[1].at = last.at - std::chrono::milliseconds(1);
    rig.reply(rig.takePush(), 200, protocol::encode(answers));
    (void)rig.takeStore<sync::RecordAnswers>();
    rig.step(sync::AnswersRecorded{2});
    rig.emptyOutbox();
    const std::vector<core::FeedItem> page{core::ScopeList{"e1", {"global"}}, core::FeedEnd{}};
    rig.replyFeed(held, page);
    (void)rig.takeStore<sync::ApplyFeed>();
    rig.step(sync::FeedApplied{rig.cursor, {}, {}, 0});
    if (rig.requests.empty()) rig.ring();
    // THEN a feed is asked for with its moment, and says so
    const auto changes = rig.takeChanges();
    const std::string named = "&confirmed=cmd1&at=1970-01-01T00%3A00%3A07.005Z";
    QVERIFY(changes.target.size() > named.size());
    QCOMPARE(changes.target.substr(changes.target.size() - named.size()), named);
    rig.replyFeed(changes, page);
    QVERIFY(rig.takeStore<sync::ApplyFeed>().named == last);
  }

  void shouldNameNoMoment_whereAnOlderReleaseNotedNone() {
    EngineRig rig;
    sync::Started started{{}, {}, core::UserId("tanaka"), core::DeviceId("d1"), 1};
    started.confirmed.command = core::CommandId("cmd9");
    rig.step(std::move(started));
    rig.step(sync::SignedIn{});
    (void)rig.takeStore<sync::LoadRun>();
    rig.step(sync::RunLoaded{{EngineRig::entry(1, "c1")}});
    rig.step(sync::RunMarked{rig.takeStore<sync::MarkSent>().deviceSeqs});
    QCOMPARE(rig.takePush().target, std::string("/v1/commands?confirmed=cmd9"));
  }

  void shouldNameWhatWasConfirmedLast_untilTheServerDoesNotKnowIt() {
    EngineRig rig;
    rig.startFollowing();
    (void)rig.takeChanges();
    const auto pushOne = [&rig](std::int64_t number) {
      rig.step(sync::LocalWork{1});
      (void)rig.takeStore<sync::LoadRun>();
      rig.step(sync::RunLoaded{{EngineRig::entry(number, "c1")}});
      rig.step(sync::RunMarked{rig.takeStore<sync::MarkSent>().deviceSeqs});
      return rig.takePush();
    };
    const auto first = pushOne(1);
    QCOMPARE(first.target, std::string("/v1/commands"));
    rig.applyAll(first);
    (void)rig.takeStore<sync::RecordAnswers>();
    rig.step(sync::AnswersRecorded{1});
    rig.emptyOutbox();
    const auto second = pushOne(2);
    QCOMPARE(second.target, std::string("/v1/commands?confirmed=cmd1"));
    // WHEN the server has forgotten it, while the user goes on
    rig.step(sync::LocalWork{2});
    rig.reply(second, 409, R"({"code":"EpochChanged","detail":"","requestId":""})");
    QCOMPARE(rig.takeStore<sync::StartAnew>().epoch, std::string());
    QVERIFY(rig.requests.empty());
    // THEN nothing of it is named any more, and what is loaded then goes first
    rig.step(sync::StartedAnew{{"e1", 1, {}}, 3});
    (void)rig.takeStore<sync::LoadRun>();
    rig.step(sync::RunLoaded{{EngineRig::entry(1, "c1"), EngineRig::entry(2, "c1")}});
    rig.step(sync::RunMarked{rig.takeStore<sync::MarkSent>().deviceSeqs});
    QCOMPARE(rig.takePush().target, std::string("/v1/commands"));
  }

  void shouldDropARunThatWasBeingLoaded_whenTheServerIsFoundPutBack() {
    EngineRig rig;
    rig.startFollowing();
    const auto held = rig.takeChanges();
    rig.step(sync::LocalWork{1});
    (void)rig.takeStore<sync::LoadRun>();
    rig.replyFeed(held, {core::ScopeList{"e2", {"global"}}, core::FeedEnd{}});
    rig.step(sync::RunLoaded{{EngineRig::entry(7, "c1")}});
    QVERIFY(!rig.hasStore<sync::MarkSent>());
    (void)rig.takeStore<sync::StartAnew>();
    // AND where the store cannot begin anew, it is asked again
    rig.step(sync::StoreFailed{sync::LaneName::Pull, {core::ErrorCode::StorageFull, ""}});
    QVERIFY(rig.requests.empty() && !rig.hasStore<sync::StartAnew>());
    rig.ring();
    QCOMPARE(rig.takeStore<sync::StartAnew>().epoch, std::string("e2"));
  }

  void shouldPullAllTheSame_whilePushWaitsForItsNextTry() {
    EngineRig rig;
    rig.start();
    (void)rig.takeStore<sync::LoadRun>();
    rig.step(sync::RunLoaded{{EngineRig::entry(1, "c1")}});
    rig.step(sync::RunMarked{rig.takeStore<sync::MarkSent>().deviceSeqs});
    rig.reply(rig.takePush(), 503);
    rig.drainFeed();
    QVERIFY(!rig.status().settled);
    QVERIFY(rig.status().problem->code == core::ErrorCode::ServerFailed);
  }

  void shouldKeepWorkingOffline_andSignInAgain_whenTheSessionEnds() {
    EngineRig rig;
    rig.startFollowing();
    rig.step(sync::LocalWork{1});
    (void)rig.takeStore<sync::LoadRun>();
    rig.step(sync::RunLoaded{{EngineRig::entry(1, "c1")}});
    rig.step(sync::RunMarked{rig.takeStore<sync::MarkSent>().deviceSeqs});
    (void)rig.takeChanges(); // the held request
    rig.reply(rig.takePush(), 401);
    QVERIFY(!rig.status().signedIn);
    QVERIFY(rig.status().problem->code == core::ErrorCode::NotSignedIn);
    rig.step(sync::LocalWork{2});
    rig.step(sync::SyncAsked{});
    QVERIFY(rig.requests.empty() && !rig.hasStore<sync::LoadRun>()); // nothing more was sent
    QCOMPARE(rig.status().waiting, 2);
    rig.step(sync::SignedIn{});
    const auto again = rig.takePush();
    QVERIFY(again.body.find("cmd1") != std::string::npos);
    QVERIFY(!rig.status().problem);
  }

  void shouldGoOnAtOnceEverywhere_whenTheNetworkReturns() {
    EngineRig rig;
    rig.startFollowing();
    rig.lose(rig.takeChanges());
    QVERIFY(rig.status().link == Link::Offline);
    rig.requests.clear();
    rig.step(sync::NetworkReturned{});
    const auto changes = rig.takeChanges();
    QVERIFY(changes.target.find("&wait=0") != std::string::npos);
    rig.replyFeed(changes, {core::ScopeList{"e1", {"global"}}, core::FeedEnd{}});
    QVERIFY(rig.status().link == Link::Online);
  }

  void shouldNotTrustTheHeldRequest_whenTheNetworkReturns() {
    EngineRig rig;
    rig.startFollowing();
    const auto held = rig.requests.front();
    rig.step(sync::NetworkReturned{});
    QCOMPARE(rig.requests.size(), std::size_t{1}); // the old one was cancelled
    QVERIFY(rig.requests.front().request != held.request);
    rig.lose(held); // its late failure counts for nothing
    QVERIFY(rig.status().link == Link::Online);
  }

  void shouldHurryTheOthers_whenOneLaneReachesTheServerAgain() {
    EngineRig rig;
    rig.startFollowing();
    rig.step(sync::LocalWork{1});
    (void)rig.takeStore<sync::LoadRun>();
    rig.step(sync::RunLoaded{{EngineRig::entry(1, "c1")}});
    rig.step(sync::RunMarked{rig.takeStore<sync::MarkSent>().deviceSeqs});
    const auto held = rig.takeChanges();
    rig.lose(rig.takePush());
    QVERIFY(rig.requests.empty());
    rig.replyFeed(held, {core::ScopeList{"e1", {"global"}}, core::FeedEnd{}});
    (void)rig.takePush(); // without waiting for its timer
  }

  void shouldRearmTheTimer_afterEachFailure_growing() {
    EngineRig rig;
    rig.startFollowing();
    std::chrono::milliseconds last{0};
    for (int i = 0; i < 20; ++i) {
      rig.lose(rig.takeChanges());
      QVERIFY(rig.requests.empty());
      QVERIFY(rig.timer.has_value());
      const auto wait = *rig.timer - rig.now;
      QVERIFY(wait >= last);
      last = wait;
      rig.ring();
    }
    QCOMPARE(last.count(), sync::Backoff::kLongest.count());
    rig.drainFeed(); // and recovers
    QVERIFY(rig.status().settled && !rig.status().problem);
  }

  void shouldSendTheJournal_untilItIsEmpty_thenRest() {
    EngineRig rig;
    rig.start();
    rig.emptyOutbox();
    (void)rig.takeChanges();
    (void)rig.takeStore<sync::LoadAudit>();
    rig.step(sync::AuditLoaded{{auditRow("a1"), auditRow("a2")}});
    const auto request = rig.takeRequest();
    QCOMPARE(request.target, std::string("/v1/audit"));
    rig.reply(request, 200, protocol::encode(protocol::AuditAcknowledged{{"a1", "a2"}}));
    QCOMPARE(rig.takeStore<sync::ForgetAudit>().ids, (std::vector<std::string>{"a1", "a2"}));
    rig.step(sync::AuditForgotten{});
    QVERIFY(!rig.hasStore<sync::LoadAudit>());
    rig.step(sync::LocalWork{0}); // a case was viewed
    QVERIFY(!rig.hasStore<sync::LoadAudit>());
    rig.emptyOutbox();
    rig.ring();
    QVERIFY(rig.hasStore<sync::LoadAudit>());
  }

  void shouldKeepTheJournal_whenItIsNotAcknowledged_data() {
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("500") << 500 << QByteArray();
    QTest::newRow("400") << 400 << QByteArray("{\"code\":\"Malformed\"}");
    QTest::newRow("nothing acknowledged") << 200 << QByteArray("{}");
    QTest::newRow("no JSON") << 200 << QByteArray("<html>");
  }
  void shouldKeepTheJournal_whenItIsNotAcknowledged() {
    QFETCH(const int, status);
    QFETCH(const QByteArray, body);
    EngineRig rig;
    rig.start();
    rig.emptyOutbox();
    rig.requests.clear();
    (void)rig.takeStore<sync::LoadAudit>();
    rig.step(sync::AuditLoaded{{auditRow("a1")}});
    rig.reply(rig.takeRequest(), status, body.toStdString());
    QVERIFY(!rig.hasStore<sync::ForgetAudit>());
    rig.ring();
    QVERIFY(rig.hasStore<sync::LoadAudit>());
  }

  void shouldSendNothingMore_onceStopped() {
    EngineRig rig;
    rig.startFollowing();
    const auto held = rig.requests.front();
    rig.step(sync::Stopped{});
    QVERIFY(rig.requests.empty()); // cancelled
    rig.lose(held);
    rig.step(sync::LocalWork{1});
    rig.step(sync::SyncAsked{});
    rig.step(sync::NetworkReturned{});
    rig.step(sync::Ticked{});
    QVERIFY(rig.requests.empty() && !rig.hasStore<sync::LoadRun>());
  }

  void shouldReportOnlyChanges() {
    EngineRig rig;
    rig.startFollowing();
    const auto reports = rig.statuses.size();
    rig.step(sync::Ticked{});
    rig.step(sync::Ticked{});
    QCOMPARE(rig.statuses.size(), reports);
  }
};

QTEST_APPLESS_MAIN(EngineTest)
#include "enginetest.moc"
