// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/blobs/blobcollector.h"

#include "server/blobs/blobkeeper.h"
#include "tests/support/testsupport.h"
#include "tests/unit/server/http/apidesk.h"

#include <QtTest>

using namespace madoguchi;
using namespace madoguchi::core;
using namespace madoguchi::server;
using namespace madoguchi::tests;

namespace {

BlobId upload(ServerWorld& world, const std::string& content, const std::string& login = "clerk1") {
  const BlobId id(sha256Hex(content));
  ApiDesk desk(world, login);
  (void)desk.ask("POST", "/v1/blobs/" + id.value, {}, {{"upload-length", std::to_string(content.size())}});
  const auto sent = desk.ask("PATCH", "/v1/blobs/" + id.value, content, {{"upload-offset", "0"}});
  return sent.status == 204 ? id : BlobId();
}

AttachDocument attachmentOf(const BlobId& id, const std::string& content) {
  return {DocumentId("d-" + content),
          "plan",
          "plan.pdf",
          "application/pdf",
          static_cast<std::int64_t>(content.size()),
          id};
}

bool isThere(ServerWorld& world, const BlobId& id) {
  return world.blobs.size(id)->has_value();
}

struct Yard {
  ServerWorld world;
  BlobCollector collector{*world.store, world.blobs, [this] { return world.now; }};
};

/// Says that everything is here, as a store does of what goes a moment later.
class Forgetful final : public BlobStore {
public:
  Result<std::optional<std::uint64_t>> size(const BlobId&) override { return std::nullopt; }
  Result<std::string> read(const BlobId&, std::uint64_t, std::size_t) override { return std::string(); }
  Result<std::optional<Upload>> upload(const BlobId&, const UserId&) override { return Upload{3, 3, true}; }
  Result<Upload> begin(const BlobId&, const UserId&, std::uint64_t) override { return Upload{3, 3, true}; }
  Result<Upload> append(const BlobId&, const UserId&, std::uint64_t, std::string_view) override {
    return Upload{3, 3, true};
  }
  Result<void> remove(const BlobId&) override { return {}; }
  Result<std::size_t> removeStale(Instant) override { return 0U; }
};

} // namespace

class BlobCollectorTest : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void shouldRemoveWhatNobodyNames_afterItsGrace() {
    Yard at;
    const CaseId id = at.world.taken();
    const BlobId kept = upload(at.world, "attached");
    const BlobId lost = upload(at.world, "never attached");
    QVERIFY(at.world.run("clerk1", id, 3, attachmentOf(kept, "attached")).kind == AnswerKind::Applied);
    at.world.now += BlobCollector::kGrace - std::chrono::hours(1);
    QCOMPARE(at.collector.run()->contents, 0U);
    at.world.now += std::chrono::hours(2);
    const auto collected = at.collector.run();
    QCOMPARE(collected->contents, 1U);
    QCOMPARE(collected->bytes, 14);
    QVERIFY(isThere(at.world, kept) && !isThere(at.world, lost));
    QCOMPARE(at.collector.run()->contents, 0U);
    AuditHead head;
    QVERIFY(at.world.store->read([&](Reading& reading) -> Result<void> {
      head = reading.auditHead({});
      return reading.blob(lost) ? failure(ErrorCode::Internal) : Result<void>();
    }));
    QVERIFY(head.number > 0);
    QCOMPARE(upload(at.world, "never attached"), lost); // it may come again
  }

  void shouldKeepForAWhile_whatADeskWasToldOf() {
    Yard at;
    const BlobId id = upload(at.world, "found again");
    at.world.now += BlobCollector::kGrace + std::chrono::hours(1);
    QCOMPARE(ApiDesk(at.world, "clerk2").ask("HEAD", "/v1/blobs/" + id.value).status, 200);
    QCOMPARE(at.collector.run()->contents, 0U);
    at.world.now += BlobCollector::kGrace + std::chrono::hours(1);
    QCOMPARE(at.collector.run()->contents, 1U);
    QCOMPARE(ApiDesk(at.world, "clerk2").ask("HEAD", "/v1/blobs/" + id.value).status, 404);
  }

  void shouldSayComeAgain_whenTheContentGoesWhileItIsAnswered() {
    ServerWorld world;
    Forgetful forgetful;
    Api api({*world.store, world.catalogs, world.signIn, world.commands, world.feeds, world.journal,
             forgetful, world.metrics, world.log, [&] { return world.now; }});
    ApiDesk desk(world, "clerk1");
    const std::string target = "/v1/blobs/" + sha256Hex("abc");
    const auto ask = [&](const char* method, std::map<std::string, std::string> headers) {
      return api.handle(desk.request(method, target, {}, std::move(headers))).status;
    };
    QCOMPARE(ask("HEAD", {}), 503);
    QCOMPARE(ask("POST", {{"upload-length", "3"}}), 503);
    QCOMPARE(ask("PATCH", {{"upload-offset", "0"}}), 503);
    QVERIFY(world.store->read([&](Reading& reading) -> Result<void> {
      return reading.blob(BlobId(sha256Hex("abc"))) ? failure(ErrorCode::Internal) : Result<void>();
    }));
  }

  void shouldRemoveAtOnce_whatADestroyedCaseNamed() {
    Yard at;
    const UserId second("super2");
    QVERIFY(at.world.accounts
                .add({Accounts::NewAccount{Person{second, "第二", "Second", "chief", OfficeId("east")},
                                           "super2",
                                           {Grant{Role::Supervisor, OfficeId("east"), {}, false}},
                                           std::string(kPassword)}})
                .has_value());
    const CaseId doomed = at.world.taken();
    const CaseId other = at.world.taken();
    const BlobId own = upload(at.world, "its own");
    const BlobId shared = upload(at.world, "of both");
    const BlobId detached = upload(at.world, "detached");
    const auto attach = [&](const CaseId& id, const BlobId& blob, const char* content) {
      QVERIFY(at.world.run("clerk1", id, at.world.state(id).version, attachmentOf(blob, content)).kind ==
              AnswerKind::Applied);
    };
    attach(doomed, own, "its own");
    attach(doomed, shared, "of both");
    attach(doomed, detached, "detached");
    attach(other, shared, "of both");
    const auto run = [&](const char* login, CommandBody body) {
      return at.world.run(login, doomed, at.world.state(doomed).version, std::move(body));
    };
    QVERIFY(run("clerk1", DetachDocument{DocumentId("d-detached")}).kind == AnswerKind::Applied);
    QVERIFY(run("clerk1", WithdrawCase{dayInJapan(at.world.now), "by letter"}).kind == AnswerKind::Applied);
    std::vector<BlobId> released;
    at.world.commands.setReleased([&](const auto& blobs) { released = blobs; });
    at.world.now += std::chrono::days(365 * 31);
    QCOMPARE(at.collector.run()->contents, 0U); // the timeline still names what was detached
    QCOMPARE(run("super", ApproveDestruction{}).code, std::string());
    QVERIFY(released.empty());
    QCOMPARE(run("super2", ApproveDestruction{}).code, std::string());
    QCOMPARE(released.size(), 3U);
    QCOMPARE(at.collector.collect(released)->contents, 2U);
    QVERIFY(!isThere(at.world, own) && !isThere(at.world, detached) && isThere(at.world, shared));
  }

  void shouldTellTheKeeperOfReleasedOnes() {
    Yard at;
    const BlobId lost = upload(at.world, "lost");
    at.world.now += BlobCollector::kGrace + std::chrono::hours(1);
    KeptLog log;
    {
      BlobKeeper keeper(at.collector, log);
      keeper.release({lost});
      QTRY_VERIFY_WITH_TIMEOUT(!isThere(at.world, lost), 20'000);
    }
    QCOMPARE(log.lines.front(), std::string("blobs removed 1, uploads given up 0"));
  }
};

QTEST_GUILESS_MAIN(BlobCollectorTest)
#include "blobcollectortest.moc"
