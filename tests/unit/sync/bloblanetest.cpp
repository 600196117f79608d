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

constexpr std::int64_t kChunk = protocol::kBlobChunkBytes;

core::OutboxEntry attach(std::int64_t deviceSeq, const std::string& caseId, const std::string& blob) {
  auto entry = EngineRig::entry(deviceSeq, caseId);
  entry.kind = "AttachDocument";
  entry.payload = R"({"body":{"blob":")" + blob + R"(","kind":"AttachDocument"}})";
  return entry;
}

/// Following; the outbox holds these entries, and the engine has loaded them.
void load(EngineRig& rig, std::vector<core::OutboxEntry> entries) {
  rig.startFollowing();
  rig.requests.clear(); // the held request
  rig.step(sync::LocalWork{static_cast<int>(entries.size())});
  (void)rig.takeStore<sync::LoadRun>();
  rig.step(sync::RunLoaded{std::move(entries)});
}

void replyOffset(EngineRig& rig, const sync::HttpRequest& request, int status, std::int64_t offset,
                 std::int64_t length = -1) {
  sync::HttpReply reply;
  reply.request = request.request;
  reply.status = status;
  reply.uploadOffset = offset;
  if (length >= 0) reply.uploadLength = length;
  rig.step(std::move(reply));
}

void give(EngineRig& rig, std::int64_t total) {
  const auto read = rig.takeStore<sync::ReadBlob>();
  const auto length = std::min<std::int64_t>(total - read.offset, static_cast<std::int64_t>(read.length));
  rig.step(sync::BlobRead{read.blob, total, std::string(static_cast<std::size_t>(length), 'x')});
}

/// The command that waited is loaded again, and goes.
void expectSent(EngineRig& rig, const core::OutboxEntry& entry) {
  QVERIFY(rig.takeStore<sync::LoadRun>().leaveOut.empty());
  rig.step(sync::RunLoaded{{entry}});
  QCOMPARE(rig.takeStore<sync::MarkSent>().deviceSeqs, std::vector<std::int64_t>{entry.deviceSeq});
}

std::string header(const sync::HttpRequest& request, const std::string& name) {
  for (const auto& [key, value] : request.headers)
    if (key == name) return value;
  return {};
}

} // namespace

class BlobLaneTest : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void shouldUploadBeforeTheCommand_inChunks() {
    EngineRig rig;
    const auto entry = attach(1, "c1", "abc");
    load(rig, {entry});
    QVERIFY(!rig.hasStore<sync::MarkSent>());
    const auto probe = rig.takeRequest();
    QVERIFY(probe.method == sync::Method::Head);
    QCOMPARE(probe.target, std::string("/v1/blobs/abc"));
    rig.reply(probe, 404);
    give(rig, kChunk + 10);
    const auto create = rig.takeRequest();
    QVERIFY(create.method == sync::Method::Post);
    QCOMPARE(header(create, "Upload-Length"), std::to_string(kChunk + 10));
    replyOffset(rig, create, 201, 0);
    const auto first = rig.takeRequest();
    QVERIFY(first.method == sync::Method::Patch);
    QCOMPARE(header(first, "Upload-Offset"), std::string("0"));
    QCOMPARE(first.body.size(), static_cast<std::size_t>(kChunk));
    QVERIFY(first.upload == (sync::Transfer{core::BlobId("abc"), 0, kChunk + 10}));
    replyOffset(rig, first, 204, kChunk);
    give(rig, kChunk + 10);
    const auto second = rig.takeRequest();
    QCOMPARE(header(second, "Upload-Offset"), std::to_string(kChunk));
    QCOMPARE(second.body.size(), std::size_t{10});
    QVERIFY(second.upload == (sync::Transfer{core::BlobId("abc"), kChunk, kChunk + 10}));
    QVERIFY(!rig.hasStore<sync::LoadRun>());
    replyOffset(rig, second, 204, kChunk + 10);
    expectSent(rig, entry);
  }

  void shouldSendOthersMeanwhile_butNothingLaterOfTheSameCase() {
    EngineRig rig;
    load(rig, {attach(1, "c1", "abc"), EngineRig::entry(2, "c1"), EngineRig::entry(3, "c2")});
    QCOMPARE(rig.takeStore<sync::MarkSent>().deviceSeqs, std::vector<std::int64_t>{3});
    (void)rig.takeRequest(); // the probe
    rig.step(sync::RunMarked{{3}});
    rig.applyAll(rig.takePush());
    (void)rig.takeStore<sync::RecordAnswers>();
    rig.step(sync::AnswersRecorded{2});
    QVERIFY(rig.takeStore<sync::LoadRun>().leaveOut == std::set<core::CaseId>{core::CaseId("c1")});
  }

  void shouldGoOnWhereItWasCut_whenTheServerHasAPart() {
    EngineRig rig;
    load(rig, {attach(1, "c1", "abc")});
    replyOffset(rig, rig.takeRequest(), 200, 300, 1000);
    give(rig, 1000);
    const auto patch = rig.takeRequest();
    QCOMPARE(header(patch, "Upload-Offset"), std::string("300"));
    QCOMPARE(patch.body.size(), std::size_t{700});
  }

  void shouldProbeAgain_whenAChunkWasLost() {
    EngineRig rig;
    load(rig, {attach(1, "c1", "abc")});
    replyOffset(rig, rig.takeRequest(), 200, 0, 1000);
    give(rig, 1000);
    rig.lose(rig.takeRequest());
    QVERIFY(rig.requests.empty());
    rig.ring();
    const auto probe = rig.takeRequest();
    QVERIFY(probe.method == sync::Method::Head);
    replyOffset(rig, probe, 200, 1000, 1000); // it had arrived after all
    QVERIFY(rig.hasStore<sync::LoadRun>());
  }

  void shouldSendNothing_whenItIsAlreadyThere() {
    EngineRig rig;
    const auto entry = attach(1, "c1", "abc");
    load(rig, {entry});
    replyOffset(rig, rig.takeRequest(), 200, 1000, 1000);
    QVERIFY(!rig.hasStore<sync::ReadBlob>());
    expectSent(rig, entry);
  }

  void shouldFinishAtOnce_whenTheContentIsEmpty() {
    EngineRig rig;
    load(rig, {attach(1, "c1", "abc")});
    rig.reply(rig.takeRequest(), 404);
    give(rig, 0);
    replyOffset(rig, rig.takeRequest(), 201, 0);
    QVERIFY(rig.requests.empty());
    QVERIFY(rig.hasStore<sync::LoadRun>());
  }

  void shouldLetTheServerDecide_whenTheContentIsLostHere() {
    EngineRig rig;
    const auto entry = attach(1, "c1", "abc");
    load(rig, {entry});
    rig.reply(rig.takeRequest(), 404);
    rig.step(sync::BlobMissing{rig.takeStore<sync::ReadBlob>().blob});
    expectSent(rig, entry);
  }

  void shouldLetTheServerDecide_whenItRefusesTheContentForGood() {
    EngineRig rig;
    const auto entry = attach(1, "c1", "abc");
    load(rig, {entry});
    rig.reply(rig.takeRequest(), 404);
    give(rig, 10);
    rig.reply(rig.takeRequest(), 413, protocol::encode(protocol::Problem{"TooLarge", "", ""}));
    expectSent(rig, entry);
  }

  void shouldTryLater_whenAProxyRefusesWithoutAReason() {
    EngineRig rig;
    load(rig, {attach(1, "c1", "abc")});
    rig.reply(rig.takeRequest(), 403, "<html>");
    QVERIFY(!rig.hasStore<sync::LoadRun>());
    rig.ring();
    QVERIFY(rig.takeRequest().method == sync::Method::Head);
  }

  void shouldNotRunInCircles_whenTheOffsetDoesNotAdvance() {
    EngineRig rig;
    load(rig, {attach(1, "c1", "abc")});
    replyOffset(rig, rig.takeRequest(), 200, 0, 1000);
    give(rig, 1000);
    replyOffset(rig, rig.takeRequest(), 204, 0);
    QVERIFY(rig.requests.empty());
    QVERIFY(!rig.hasStore<sync::ReadBlob>());
    QVERIFY(rig.timer.has_value());
  }
};

QTEST_APPLESS_MAIN(BlobLaneTest)
#include "bloblanetest.moc"
