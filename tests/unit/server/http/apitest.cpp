// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/casecodec.h"
#include "protocol/limits.h"
#include "server/http/compression.h"
#include "server/http/target.h"
#include "tests/support/testsupport.h"
#include "tests/unit/server/http/apidesk.h"
#include "tests/unit/server/storecontract.h"

#include <QtTest>

#include <random>

using namespace madoguchi;
using namespace madoguchi::core;
using namespace madoguchi::server;
using namespace madoguchi::tests;

namespace {

std::string wholeState(ServerWorld& world) {
  std::string state;
  const auto read = world.store->read([&](Reading& reading) -> Result<void> {
    for (const auto& counter : reading.counters())
      state += counter.scope + std::to_string(counter.seq) + counter.sum.hex();
    return {};
  });
  return read ? state : "unreadable";
}

} // namespace

class ApiTest : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void shouldTakeACommandAndGiveItInTheFeed() {
    ServerWorld world;
    const CaseId id = world.arrived();
    ApiDesk desk(world, "clerk1");
    const auto answer = desk.send(world.command("clerk1", id, 1, AddNote{"窓口で"}));
    QVERIFY(answer.kind == AnswerKind::Applied);
    QCOMPARE(answer.requestId, std::string("request-1"));
    const auto feed = desk.ask("GET", "/v1/changes");
    QCOMPARE(feed.status, 200);
    QCOMPARE(feed.headers.at("Content-Type"), std::string("application/x-ndjson"));
    QCOMPARE(feed.headers.at("X-Request-Id"), std::string("request-1"));
    const auto rows = only<CaseRow>(itemsOf(feed.body));
    QCOMPARE(rows.size(), 1U);
    QCOMPARE(rows.front().seq, answer.seq);
    QCOMPARE(digestOf({rows.front().state, rows.front().timeline}), rows.front().digest);
    const auto page = desk.ask("GET", "/v1/snapshot/" + percent(rows.front().scope));
    QCOMPARE(only<CaseRow>(itemsOf(page.body)).size(), 1U);
  }

  void shouldTakeACursorAsBody_whenItIsTooLongForATarget() {
    ServerWorld world;
    ApiDesk desk(world, "clerk1");
    const CaseId id = world.arrived();
    const auto scope = only<CaseRow>(itemsOf(desk.ask("GET", "/v1/changes").body)).front().scope;
    core::Cursor cursor = world.cursorOf(itemsOf(desk.ask("GET", "/v1/changes").body));
    for (int i = 0; i < 5'000; ++i)
      cursor.scopes["office/" + std::to_string(i) + "/food-permit/ordinary"] = 1;
    QVERIFY(cursor.scopes.contains(scope));
    const auto same = desk.ask("POST", "/v1/changes?wait=0", protocol::encode(cursor));
    QCOMPARE(same.status, 200);
    QVERIFY(only<CaseRow>(itemsOf(same.body)).empty());
    QCOMPARE(desk.ask("POST", "/v1/changes", "{").status, 400);
  }

  void shouldSayThatHistoryWasPutBack_whenItDoesNotKnowWhatItConfirmed() {
    ServerWorld world;
    ApiDesk desk(world, "clerk1");
    const CaseId id = world.arrived();
    const auto confirmed = world.command("clerk1", id, 1, AddNote{"bestätigt"});
    const auto answer = desk.send(confirmed);
    QVERIFY(answer.kind == AnswerKind::Applied);
    const std::string at = "&at=" + percent(toText(answer.at));
    const std::string elsewhere = "&at=" + percent(toText(answer.at + std::chrono::milliseconds{1}));
    const auto next = protocol::encode(protocol::CommandRun{
        desk.device(), {ServerWorld::itemOf(world.command("clerk1", id, 2, AddNote{"n"}))}});
    for (const char* target : {"/v1/changes?confirmed=", "/v1/commands?confirmed="}) {
      const bool pushes = std::string(target).find("commands") != std::string::npos;
      const auto ask = [&](const std::string& last) {
        return desk.ask(pushes ? "POST" : "GET", target + last, pushes ? next : std::string());
      };
      for (const std::string& last :
           {std::string("01890000-0000-7000-8000-000000000000"), confirmed.id.value + elsewhere}) {
        const auto refused = ask(last);
        QCOMPARE(refused.status, 409);
        QCOMPARE(codeOf(refused), std::string("EpochChanged"));
      }
      QCOMPARE(ask(confirmed.id.value + at).status, 200);
      QCOMPARE(ask(confirmed.id.value).status, 200);
      QCOMPARE(ask(confirmed.id.value + "&at=gestern").status, 200);
      QCOMPARE(ask({}).status, 200);
    }
    QCOMPARE(world.state(id).notes.size(), 2U); // what was refused did nothing
  }

  void shouldHold_onlyWhenAskedToAndIdle() {
    ServerWorld world;
    (void)world.arrived();
    ApiDesk desk(world, "clerk1");
    const auto cursor = world.cursorOf(world.feed("clerk1"));
    const std::string target = "/v1/changes?cursor=" + percent(protocol::encode(cursor));
    QVERIFY(!desk.ask("GET", target).hold.has_value());
    QVERIFY(!desk.ask("GET", "/v1/changes?wait=25").hold.has_value());
    const auto held = desk.ask("GET", target + "&wait=1000");
    QVERIFY(held.hold.has_value());
    QCOMPARE(held.hold->atMost.count(), protocol::kMaxWait.count());
    auto last = desk.request("GET", target + "&wait=25");
    last.mayHold = false;
    QVERIFY(!world.api.handle(last).hold.has_value());
    (void)world.arrived();
    QVERIFY(!desk.ask("GET", target + "&wait=25").hold.has_value());
  }

  void shouldLetNobodyIn_withoutAToken() {
    ServerWorld world;
    const std::vector<std::pair<std::string, std::string>> routes{
        {"POST", "/v1/commands"}, {"GET", "/v1/changes"},       {"GET", "/v1/snapshot/x"},
        {"POST", "/v1/audit"},    {"POST", "/v1/applications"}, {"DELETE", "/v1/session"},
        {"HEAD", "/v1/blobs/x"},  {"POST", "/v1/blobs/x"},      {"PATCH", "/v1/blobs/x"},
        {"GET", "/v1/blobs/x"}};
    for (const auto& [method, target] : routes) {
      ApiDesk stranger(world);
      for (const char* token : {"", "x", "' OR 1=1 --"}) {
        stranger.token = token;
        const auto answer = stranger.ask(method, target);
        QCOMPARE(answer.status, 401);
        QCOMPARE(codeOf(answer), std::string("NotSignedIn"));
      }
    }
    QCOMPARE(ApiDesk(world).ask("GET", "/healthz").status, 200);
    QCOMPARE(ApiDesk(world).ask("GET", "/nothing").status, 404);
    QCOMPARE(ApiDesk(world).ask("PUT", "/v1/commands").status, 405);
  }

  void shouldAskForAnUpgrade_onlyWhereItMustPull() {
    ServerWorld world;
    ApiDesk desk(world, "clerk1");
    const auto status = [&](const char* target, const char* method, const char* header, const char* version) {
      return desk.ask(method, target, "{}", {{header, version}}).status;
    };
    QCOMPARE(status("/v1/changes", "GET", "madoguchi-protocol", "2"), 426);
    QCOMPARE(status("/v1/changes", "GET", "madoguchi-schema", "2"), 426);
    QCOMPARE(status("/v1/commands", "POST", "madoguchi-protocol", "99"), 426);
    for (const char* bad : {"", "0", "-1", "x", "1x", "99999999999999"})
      QCOMPARE(status("/v1/changes", "GET", "madoguchi-protocol", bad), 400);
  }

  void shouldEndTheSession_whenSignedOut() {
    ServerWorld world;
    ApiDesk desk(world, "clerk1");
    QCOMPARE(desk.ask("DELETE", "/v1/session").status, 204);
    QCOMPARE(desk.ask("GET", "/v1/changes").status, 401);
  }

  void shouldRefuseARun_ofAnotherDeviceOrOverTheLimit() {
    ServerWorld world;
    ApiDesk desk(world, "clerk1");
    const auto post = [&](const protocol::CommandRun& run) {
      return desk.ask("POST", "/v1/commands", protocol::encode(run)).status;
    };
    QCOMPARE(post({DeviceId("another"), {}}), 403);
    QCOMPARE(post({desk.device(), std::vector<protocol::CommandItem>(501)}), 413);
    QCOMPARE(post({desk.device(), {5, {1, std::string(250'000, 'x')}}}), 413);
    QCOMPARE(post({desk.device(), {}}), 200);
  }

  void shouldCompress_whenAccepted() {
    ServerWorld world;
    ApiDesk desk(world, "clerk1");
    const auto plain = desk.ask("GET", "/v1/changes");
    QVERIFY(!plain.headers.contains("Content-Encoding"));
    for (const char* coding : {"gzip", "zstd"}) {
      const auto small = desk.ask("GET", "/v1/changes", {}, {{"accept-encoding", coding}});
      QCOMPARE(small.headers.at("Content-Encoding"), std::string(coding));
      QVERIFY(small.body.size() * 3 < plain.body.size());
      QVERIFY(*decompressed(small.body, coding, 1U << 24U) == plain.body);
    }
    const CaseId id = world.arrived();
    const protocol::CommandRun run{desk.device(),
                                   {ServerWorld::itemOf(world.command("clerk1", id, 1, AddNote{"圧縮"}))}};
    QCOMPARE(desk.ask("POST", "/v1/commands", compressed(protocol::encode(run), Coding::Zstd),
                      {{"content-encoding", "zstd"}})
                 .status,
             200);
    QCOMPARE(world.state(id).notes.size(), 1U);
    const std::string bomb = compressed(std::string(20'000'000, ' '), Coding::Gzip);
    QCOMPARE(desk.ask("POST", "/v1/commands", bomb, {{"content-encoding", "gzip"}}).status, 413);
  }

  void shouldReceiveApplications_withTheKeyOnly_andOnce() {
    ServerWorld world;
    const std::string key = *world.accounts.addIntakeKey("portal", OfficeId("bureau"));
    protocol::Application application;
    application.id = world.freshCase();
    application.receive.procedure = ProcedureId("outdoor-advertisement-permit");
    application.receive.office = OfficeId("east");
    application.receive.applicant.party.name.display = "山崎　花子";
    application.receive.form = json::object{{"shop", "窓口亭"}};
    const std::string body = protocol::encode(application);
    ApiDesk portal(world);
    QCOMPARE(portal.ask("POST", "/v1/applications", body, {{"x-intake-key", "guess"}}).status, 401);
    const auto receipt = portal.ask("POST", "/v1/applications", body, {{"x-intake-key", key}});
    QCOMPARE(receipt.status, 201);
    world.now += std::chrono::hours{5};
    const auto again = portal.ask("POST", "/v1/applications", body, {{"x-intake-key", key}});
    QCOMPARE(again.body, receipt.body); // it arrived when it arrived first
    application.receive.procedure = ProcedureId("nothing");
    QCOMPARE(
        portal.ask("POST", "/v1/applications", protocol::encode(application), {{"x-intake-key", key}}).status,
        409);
    application.id = world.freshCase();
    const auto refused =
        portal.ask("POST", "/v1/applications", protocol::encode(application), {{"x-intake-key", key}});
    QCOMPARE(refused.status, 422);
    QCOMPARE(codeOf(refused), std::string("NoSuchProcedure"));
    QCOMPARE(world.state(CaseId(protocol::decode<protocol::ApplicationReceipt>(receipt.body)->id)).version,
             1);
  }

  void shouldKeepTheJournalOnce_andOnlyTheUsersOwn() {
    ServerWorld world;
    const CaseId id = world.arrived();
    ApiDesk desk(world, "clerk1");
    DeskAuditRow row{1, world.freshId(), world.now, UserId("clerk1"), "view", id.value};
    protocol::AuditRun run{desk.device(), {row, row}};
    const auto rowsIn = [&](const char* chain) {
      std::int64_t number = 0;
      (void)world.store->read([&](Reading& reading) -> Result<void> {
        number = reading.auditHead(chain).number;
        return {};
      });
      return number;
    };
    const auto before = rowsIn("east");
    for (int i = 0; i < 2; ++i) {
      const auto answer = desk.ask("POST", "/v1/audit", protocol::encode(run));
      QCOMPARE(answer.status, 200);
      QCOMPARE(protocol::decode<protocol::AuditAcknowledged>(answer.body)->ids.front(), row.id);
    }
    QCOMPARE(rowsIn("east"), before + 1);
    run.rows.front().actor = UserId("clerk2");
    QCOMPARE(desk.ask("POST", "/v1/audit", protocol::encode(run)).status, 403);
    run.rows = {row};
    run.rows.front().action = "dance";
    QCOMPARE(desk.ask("POST", "/v1/audit", protocol::encode(run)).status, 400);
  }

  void shouldCountRequests_withoutIds() {
    ServerWorld world;
    ApiDesk desk(world, "clerk1");
    (void)desk.ask("GET", "/v1/blobs/" + std::string(64, 'a'));
    const auto text = desk.ask("GET", "/metrics").body;
    QVERIFY(text.find("madoguchi_requests_total{route=\"blobs\",status=\"404\"} 1\n") != std::string::npos);
    QVERIFY(text.find("madoguchi_feed_seq ") != std::string::npos);
    QVERIFY(text.find("aaaa") == std::string::npos);
  }

  void shouldLogNoPersonalDataAndNoToken() {
    ServerWorld world;
    const CaseId id = world.arrived();
    ApiDesk desk(world, "clerk1");
    (void)desk.send(world.command("clerk1", id, 1, AddNote{"秘密の覚書"}));
    (void)desk.ask("POST", "/v1/session",
                   protocol::encode(protocol::SignIn{"clerk1", "wrong password", desk.device(), "", ""}));
    QVERIFY(!world.log.lines.empty());
    for (const auto& line : world.log.lines)
      for (const auto& secret :
           {std::string("秘密"), std::string("山崎"), desk.token, std::string("wrong password")})
        QVERIFY(line.find(secret) == std::string::npos);
  }

  // T10, small: whatever comes in, the answer says what is wrong, and nothing is changed.
  void shouldRefuseMalformedRequests_andChangeNothing() {
    ServerWorld world;
    const CaseId id = world.taken();
    ApiDesk desk(world, "clerk1");
    const std::string run = protocol::encode(protocol::CommandRun{
        desk.device(),
        {ServerWorld::itemOf(world.command("clerk1", id, 3, TransferCase{OfficeId("nowhere"), "x"}))}});
    const std::string cursor = percent(protocol::encode(world.cursorOf(world.feed("clerk1"))));
    const std::string before = wholeState(world);
    std::mt19937 random(10);
    const auto mutated = [&](std::string text) {
      for (unsigned i = 0, n = 1 + random() % 4; i < n && !text.empty(); ++i) {
        const std::size_t at = random() % text.size();
        switch (random() % 4) {
        case 0:
          text[at] = static_cast<char>(random() % 256);
          break;
        case 1:
          text.erase(at, 1 + random() % 20);
          break;
        case 2:
          text.insert(at, text.substr(random() % text.size(), 30));
          break;
        default:
          text.insert(at, std::string(1 + random() % 100, "[{\"\\9"[random() % 6]));
        }
      }
      return text;
    };
    for (int i = 0; i < 3000; ++i) {
      HttpResponse response;
      if (i % 3 == 0) {
        response = desk.ask("POST", "/v1/commands", mutated(run));
      } else if (i % 3 == 1) {
        auto request = desk.request("GET", "/v1/changes");
        request.query["cursor"] = percentDecoded(mutated(cursor)).value_or(mutated(cursor));
        response = world.api.handle(request);
      } else {
        auto request = desk.request(i % 2 == 0 ? "GET" : "POST", "/v1/commands", mutated(run));
        request.path = mutated("/v1/snapshot/office%2Feast%2Fpermit%2Fordinary");
        response = world.api.handle(request);
      }
      QVERIFY2(response.status < 500, std::to_string(response.status).c_str());
      QVERIFY(response.status == 200 || !codeOf(response).empty());
    }
    QCOMPARE(desk.ask("POST", "/v1/commands", std::string(100'000, '[')).status, 400);
    QCOMPARE(wholeState(world), before);
    QCOMPARE(differingCounters(*world.store), std::string());
  }
};

QTEST_APPLESS_MAIN(ApiTest)
#include "apitest.moc"
