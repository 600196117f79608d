// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/prove/cutline.h"

#include "app/workers/stamp.h"
#include "core/base/hash.h"
#include "core/cases/casecodec.h"
#include "protocol/readymade.h"
#include "server/http/api.h"
#include "server/identity/accounts.h"
#include "server/identity/attendance.h"
#include "sync/target.h"
#include "tests/sim/wirecosts.h"
#include "tests/unit/server/serverworld.h"

#include <QtTest>

#include <cstdio>
#include <map>
#include <set>

using namespace madoguchi;
using sync::HttpReply;
using sync::HttpRequest;
using sync::Method;
using tests::CutLine;
using tests::isWell;

namespace {

const auto nothing = [](const HttpRequest&, const HttpReply&) {};

/// A command of the clerk about a case.
std::string noteOf(const core::UserId& clerk, const char* caseId, const std::string& text) {
  core::Command command;
  command.id = core::CommandId(app::newId());
  command.caseId = core::CaseId(caseId);
  command.baseVersion = 1;
  command.actor = clerk;
  command.device = CutLine::kDevice;
  command.madeAt = app::systemNow();
  command.body = core::AddNote{text};
  return core::canonicalJson(core::toJson(command));
}

HttpRequest signInOf(const core::DeviceId& device, const std::string& secret = {}) {
  protocol::SignIn signIn{"clerk", tests::kPassword, device, {}, {}};
  if (!secret.empty()) signIn.lease = protocol::leaseId(secret);
  return {.method = Method::Post, .target = "/v1/session", .body = protocol::encode(signIn)};
}

CutLine::Check sameOrNothing(const std::vector<core::FeedItem>& expected) {
  return [&expected](const HttpRequest&, const HttpReply& reply) {
    if (isWell(reply)) QVERIFY(reply.items == expected);
  };
}

} // namespace

/// T3: the line is cut after every byte of request and answer of each endpoint, as the transport of the
/// program meets it; then the same is sent again.
class CutLineTest : public QObject {
  Q_OBJECT

private:
  CutLine m_line;

  [[nodiscard]] std::set<std::string> notesOf(const char* id) {
    std::set<std::string> texts;
    for (const auto& note : m_line.record(id).state.notes)
      texts.insert(note.text);
    return texts;
  }
  [[nodiscard]] core::Cursor cursorBeforeTheLast() {
    core::Cursor cursor;
    const auto whole = m_line.ask(
        {.target = sync::changesTarget({}, std::chrono::seconds(0)), .answer = sync::Answer::Feed});
    for (const auto& item : whole.items) {
      if (const auto* list = std::get_if<core::ScopeList>(&item)) cursor.epoch = list->epoch;
      if (const auto* checkpoint = std::get_if<core::Checkpoint>(&item))
        cursor.scopes[checkpoint->scope] = checkpoint->seq - 1;
    }
    return cursor;
  }

private Q_SLOTS:
  void initTestCase() { m_line.begin(); }
  void cleanupTestCase() { m_line.end(); }

  void shouldCostNoMore_thanASimulatedDayIsChargedWith() {
    using namespace tests::wire;
    const auto healthy = m_line.costOf({.target = "/healthz"});
    QVERIFY(isWell(healthy.reply));
    const auto target = static_cast<std::int64_t>(std::string("/healthz").size());
    const HttpRequest audit{.method = Method::Post, .target = "/v1/audit", .body = "{}"};
    const auto written = m_line.costOf(audit);
    const auto signedIn = m_line.costOf(signInOf(CutLine::kDevice));
    QVERIFY(isWell(signedIn.reply));
    std::printf(
        "a request's head %lld bytes (with a body %lld), an answer's %lld; a sign-in %lld + %lld\n",
        static_cast<long long>(healthy.up - target),
        static_cast<long long>(written.up - target - 3), // "/v1/audit" is longer by one; two of the body
        static_cast<long long>(healthy.down - 3), static_cast<long long>(signedIn.up),
        static_cast<long long>(signedIn.down));
    QVERIFY(healthy.up - target <= kRequestHead);
    QVERIFY(written.up - target - 3 <= kRequestHead);
    QVERIFY(healthy.down - 3 <= kReplyHead);
    QVERIFY(signedIn.up <= kSignInUp && signedIn.down <= kSignInDown);
  }

  // Before the others, because the keeper makes a new one when the scope has moved on.
  void shouldGiveTheFileOrAnError_whenReadyMadeCachesAreCut() {
    const HttpRequest list{.target = sync::readyMadeTarget()};
    const auto filesOf = [](const HttpReply& reply) {
      const auto read = protocol::readyMadeListFrom(reply.body);
      return read ? read->files : std::vector<protocol::ReadyMade>();
    };
    QTRY_VERIFY_WITH_TIMEOUT(!filesOf(m_line.ask(list)).empty(), 60'000);
    const auto truth = filesOf(m_line.ask(list));
    m_line.cutEverywhere([&] { return list; },
                         [&](const HttpRequest&, const HttpReply& reply) {
                           if (isWell(reply)) QVERIFY(filesOf(reply) == truth);
                         });
    // A part of it, which is how it is fetched: every byte of the answer is cut.
    const HttpRequest file{.target = sync::readyMadeTarget(truth.front().name)};
    const std::string whole = m_line.ask(file).body;
    QCOMPARE(core::sha256Hex(whole), truth.front().name);
    constexpr std::size_t kFrom = 1'000;
    constexpr std::size_t kLength = 2'500;
    HttpRequest part = file;
    part.headers = {{"Range", "bytes=" + std::to_string(kFrom) + "-" + std::to_string(kFrom + kLength - 1)}};
    m_line.cutEverywhere([&] { return part; },
                         [&](const HttpRequest&, const HttpReply& reply) {
                           if (isWell(reply)) QCOMPARE(reply.body, whole.substr(kFrom, kLength));
                         });
  }

  void shouldOpenTheCacheAtTheNextTry_whenSignInIsCut() {
    const core::DeviceId device("device-second");
    std::string secret; ///< of the lease that was received last
    std::set<std::string> tokens;
    m_line.cutEverywhere([&] { return signInOf(device, secret); },
                         [&](const HttpRequest&, const HttpReply& reply) {
                           if (!isWell(reply)) return;
                           const auto session = protocol::decode<protocol::Session>(reply.body);
                           QVERIFY(session.has_value());
                           QCOMPARE(session->lease.opens, secret);
                           secret = session->lease.secret;
                           QVERIFY(tokens.insert(session->token).second);
                         });
  }

  void shouldHaveEndedAtTheNextTry_whenSignOutIsCut() {
    const std::string mine = m_line.token;
    int made = 0;
    const auto refused = [this] { return m_line.ask({.target = "/v1/ready-made"}).status == 401; };
    m_line.cutEverywhere(
        [&] {
          m_line.setToken("token-" + std::to_string(++made));
          (void)m_line.store->write([&](server::Writing& writing) -> core::Result<void> {
            writing.putSession({core::sha256Hex(m_line.token), m_line.user, CutLine::kDevice,
                                app::systemNow() + std::chrono::hours(1)});
            return {};
          });
          return HttpRequest{.method = Method::Delete, .target = "/v1/session"};
        },
        [&](const HttpRequest& request, const HttpReply& reply) {
          if (!isWell(reply)) {
            // The first try may have arrived: then the session is not known any more.
            const auto again = m_line.ask(request);
            QVERIFY(isWell(again) || again.status == 401);
          }
          QVERIFY(refused());
        },
        CutLine::Again::No);
    m_line.setToken(mine);
    QVERIFY(!refused());
  }

  void shouldRecoverOnce_whenSealedCommandsAreCut() {
    const auto answer = m_line.ask(signInOf(CutLine::kDevice));
    const auto session = protocol::decode<protocol::Session>(answer.body);
    QVERIFY(session.has_value());
    m_line.setToken(session->token);
    std::size_t made = 0;
    std::map<std::string, std::string> answered;
    m_line.cutEverywhere(
        [&] {
          const std::string text = "sealed " + std::to_string(++made);
          const std::string box = tests::sealedBox({m_line.user,
                                                    CutLine::kDevice,
                                                    static_cast<std::int64_t>(made),
                                                    noteOf(m_line.user, "case-1", text),
                                                    {},
                                                    {},
                                                    {}},
                                                   *session);
          const auto item =
              QByteArray::fromRawData(box.data(), static_cast<qsizetype>(box.size())).toBase64();
          return HttpRequest{.method = Method::Post,
                             .target = "/v1/recovery",
                             .body = protocol::encode(protocol::SealedRun{{item.toStdString()}})};
        },
        [&](const HttpRequest& request, const HttpReply& reply) {
          if (!isWell(reply)) return;
          const auto recovered = protocol::decode<protocol::Recovered>(reply.body);
          QVERIFY(recovered && recovered->answers.size() == 1);
          const auto kind = recovered->answers.front().kind;
          QVERIFY(kind == core::AnswerKind::Applied || kind == core::AnswerKind::Merged);
          QCOMPARE(answered.emplace(request.body, reply.body).first->second, reply.body);
        });
    QCOMPARE(m_line.record("case-1").state.notes.size(), made);
    QCOMPARE(notesOf("case-1").size(), made);
  }

  void shouldHoldWhatWasSaidLast_whenAbsencesAreCut() {
    server::AttendanceService attendance(*m_line.store, app::systemNow);
    const core::Date day = core::dayInJapan(app::systemNow()) + std::chrono::days(10);
    bool away = false;
    m_line.cutEverywhere(
        [&] {
          away = !away;
          return HttpRequest{.method = Method::Post,
                             .target = "/v1/attendance",
                             .body = protocol::encode(core::AttendanceChange{m_line.user, day, day, away})};
        },
        [&](const HttpRequest&, const HttpReply& reply) {
          if (!isWell(reply)) return;
          const auto all = attendance.list();
          QVERIFY(all.has_value());
          const std::size_t held = all->empty() ? 0 : all->front().absences.size();
          QCOMPARE(held, away ? std::size_t(1) : std::size_t(0));
        });
  }

  void shouldSayAllOrNothing_whenWatchersAreCut() {
    m_line.cutEverywhere([] { return HttpRequest{.target = "/healthz"}; },
                         [](const HttpRequest&, const HttpReply& reply) {
                           if (isWell(reply)) QCOMPARE(reply.body, std::string("ok\n"));
                         });
    std::string lastLine;
    m_line.cutEverywhere([] { return HttpRequest{.target = "/metrics"}; },
                         [&lastLine](const HttpRequest&, const HttpReply& reply) {
                           if (!isWell(reply)) return;
                           const auto begin = reply.body.rfind('\n', reply.body.size() - 2) + 1;
                           const auto name = reply.body.substr(begin, reply.body.find(' ', begin) - begin);
                           if (lastLine.empty()) lastLine = name;
                           QCOMPARE(name, lastLine);
                         });
  }

  void shouldApplyOnce_whenCommandsAreCut() {
    std::size_t made = 0;
    std::map<std::string, std::string> answered; ///< by payload: the answer of the first time
    m_line.cutEverywhere(
        [&] {
          const std::string note = noteOf(m_line.user, "case-0", "note " + std::to_string(++made));
          const protocol::CommandRun run{CutLine::kDevice, {{1, note}}};
          return HttpRequest{.method = Method::Post, .target = "/v1/commands", .body = protocol::encode(run)};
        },
        [&](const HttpRequest& request, const HttpReply& reply) {
          if (!isWell(reply)) return;
          const auto answers = protocol::decode<protocol::CommandAnswers>(reply.body);
          QVERIFY(answers && answers->answers.size() == 1);
          QVERIFY(answers->answers.front().kind == core::AnswerKind::Applied ||
                  answers->answers.front().kind == core::AnswerKind::Merged);
          QCOMPARE(answered.emplace(request.body, reply.body).first->second, reply.body);
        });
    QCOMPARE(m_line.record("case-0").state.notes.size(), made);
    QCOMPARE(notesOf("case-0").size(), made);
  }

  void shouldBringAllOrAnError_whenTheFeedIsCut() {
    const core::Cursor cursor = cursorBeforeTheLast();
    const HttpRequest changes{.target = sync::changesTarget(cursor, std::chrono::seconds(0)),
                              .answer = sync::Answer::Feed};
    const auto truth = m_line.ask(changes);
    QVERIFY(truth.items.size() > 2);
    m_line.cutEverywhere([&] { return changes; }, sameOrNothing(truth.items));
    const HttpRequest byBody{.method = Method::Post,
                             .target = sync::changesTarget(std::chrono::seconds(0)),
                             .body = protocol::encode(cursor),
                             .answer = sync::Answer::Feed};
    m_line.cutEverywhere([&] { return byBody; }, sameOrNothing(truth.items));
    core::ScopeName scope;
    for (const auto& [name, seq] : cursor.scopes)
      if (name.rfind("office/east/", 0) == 0) scope = name;
    const HttpRequest snapshot{.target = sync::snapshotTarget(scope, {}), .answer = sync::Answer::Feed};
    const auto page = m_line.ask(snapshot);
    QVERIFY(page.items.size() > 1);
    m_line.cutEverywhere([&] { return snapshot; }, sameOrNothing(page.items));
  }

  void shouldEnterOnce_whenTheJournalIsCut() {
    const std::int64_t before = m_line.auditRows();
    std::int64_t made = 0;
    m_line.cutEverywhere(
        [&] {
          ++made;
          const protocol::AuditRun run{
              CutLine::kDevice,
              {core::DeskAuditRow{made, app::newId(), app::systemNow(), m_line.user, "view", "case-0"}}};
          return HttpRequest{.method = Method::Post, .target = "/v1/audit", .body = protocol::encode(run)};
        },
        nothing);
    QCOMPARE(m_line.auditRows() - before, made);
  }

  void shouldReceiveOnce_whenApplicationsAreCut() {
    const server::Passwords passwords{server::Passwords::Cost::Cheapest};
    server::Accounts accounts(*m_line.store, passwords, app::systemNow);
    const auto key = accounts.addIntakeKey("portal", core::OfficeId("east"));
    QVERIFY(key.has_value());
    std::vector<std::string> made;
    m_line.cutEverywhere(
        [&] {
          protocol::Application application;
          application.id = core::CaseId(app::newId());
          application.receive.procedure = core::ProcedureId("outdoor-advertisement-permit");
          application.receive.office = core::OfficeId("east");
          application.receive.applicant.party.name.display = "山崎　花子";
          application.receive.form = core::json::object{};
          made.push_back(application.id.value);
          return HttpRequest{.method = Method::Post,
                             .target = "/v1/applications",
                             .body = protocol::encode(application),
                             .headers = {{"X-Intake-Key", *key}}};
        },
        nothing);
    for (const auto& id : made)
      QCOMPARE(m_line.record(id).timeline.size(), std::size_t(1));
  }

  void shouldStoreContents_whenUploadsAreCut() {
    int made = 0;
    std::string content;
    core::BlobId blob;
    const auto length = [&] {
      return std::pair<std::string, std::string>{"Upload-Length", std::to_string(content.size())};
    };
    const auto next = [&] {
      content = "content " + std::to_string(++made) + std::string(200, 'x');
      blob = core::BlobId(core::sha256Hex(content));
    };
    const auto create = [&] {
      return HttpRequest{.method = Method::Post, .target = sync::blobTarget(blob), .headers = {length()}};
    };
    m_line.cutEverywhere(
        [&] {
          next();
          return create();
        },
        nothing);
    m_line.cutEverywhere(
        [&] { return HttpRequest{.method = Method::Head, .target = sync::blobTarget(blob)}; }, nothing);
    m_line.cutEverywhere(
        [&] {
          next();
          (void)m_line.insist(create());
          return HttpRequest{.method = Method::Patch,
                             .target = sync::blobTarget(blob),
                             .body = content,
                             .headers = {{"Upload-Offset", "0"}}};
        },
        [&](const HttpRequest& request, const HttpReply& reply) {
          // Again from the beginning is refused where some of it came; the offset says where to go on.
          if (isWell(reply)) return;
          for (int tries = 0; tries < CutLine::kTries; ++tries) {
            const auto state = m_line.insist({.method = Method::Head, .target = request.target});
            if (state.uploadLength && state.uploadOffset == state.uploadLength) return;
            const auto offset = static_cast<std::size_t>(state.uploadOffset.value_or(0));
            (void)m_line.ask({.method = Method::Patch,
                              .target = request.target,
                              .body = content.substr(offset),
                              .headers = {{"Upload-Offset", std::to_string(offset)}}});
          }
          QFAIL("an upload does not end");
        },
        CutLine::Again::No);
    m_line.cutEverywhere([&] { return HttpRequest{.target = sync::blobTarget(blob)}; },
                         [&](const HttpRequest&, const HttpReply& reply) {
                           if (isWell(reply)) QCOMPARE(reply.body, content);
                         });
  }

  // The last: a route that is new in the server's table wants a cut here.
  void shouldHaveCutEveryRoute_ofTheServersTable() {
    for (const std::string& route : server::Api::routes())
      QVERIFY2(m_line.routesCut().count(route) == 1, route.c_str());
  }
};

QTEST_GUILESS_MAIN(CutLineTest)
#include "cutlinetest.moc"
