// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/awaited.h"
#include "app/workers/stamp.h"
#include "core/base/hash.h"
#include "core/cases/casecodec.h"
#include "server/embedded/embeddedstore.h"
#include "server/identity/accounts.h"
#include "sync/http/transport.h"
#include "sync/target.h"
#include "tests/e2e/server/rawclerk.h"
#include "tests/e2e/serverprocess.h"
#include "tests/faults/cutproxy.h"
#include "tests/support/prove.h"
#include "tests/unit/server/serverworld.h"

#include <QtTest>

#include <cstdio>
#include <map>
#include <set>

using namespace madoguchi;
using sync::HttpReply;
using sync::HttpRequest;
using sync::Method;
using tests::CutProxy;

namespace {

const core::DeviceId kDevice{"device-clerk"};
constexpr int kTries = 20; ///< until a repeat has to go well

bool isWell(const HttpReply& reply) {
  return !reply.error && reply.status >= 200 && reply.status < 300;
}

} // namespace

/// T3: the line is cut after every byte of request and answer of each endpoint, as the transport of the
/// program meets it; then the same is sent again. Bytes are those inside the connection, as TLS encrypts
/// them.
class CutLineTest : public QObject {
  Q_OBJECT

private:
  std::unique_ptr<tests::ServerProcess> m_server;
  std::unique_ptr<CutProxy> m_proxy;
  std::unique_ptr<sync::http::Transport> m_transport;
  std::unique_ptr<server::EmbeddedStore> m_store; ///< beside the server, to look
  core::UserId m_user;
  int m_cuts = 0;
  int m_errors = 0;

  HttpReply ask(const HttpRequest& request) {
    app::Awaited<HttpReply> awaited;
    m_transport->send(request, [&awaited](HttpReply&& reply) { awaited.set(std::move(reply)); });
    return awaited.wait();
  }
  void warm() {
    while (!isWell(ask({.target = "/healthz"}))) {
    }
  }
  /// Each byte of both directions, or some of them; `fresh` makes the next request, `check` sees the answer
  /// to it, or the error; where it `repeats`, the same is asked again until it is well.
  void cutEverywhere(const char* name, const std::function<HttpRequest()>& fresh,
                     const std::function<void(const HttpRequest&, const HttpReply&)>& check,
                     bool repeats = true) {
    warm();
    const std::int64_t up = m_proxy->carried(CutProxy::Way::ToServer);
    const std::int64_t down = m_proxy->carried(CutProxy::Way::ToClient);
    const HttpRequest first = fresh();
    const HttpReply undisturbed = ask(first);
    QVERIFY2(isWell(undisturbed), undisturbed.body.c_str());
    check(first, undisturbed);
    const std::int64_t sizes[] = {m_proxy->carried(CutProxy::Way::ToServer) - up,
                                  m_proxy->carried(CutProxy::Way::ToClient) - down};
    int cuts = 0;
    int errors = 0;
    for (const auto way : {CutProxy::Way::ToServer, CutProxy::Way::ToClient}) {
      const std::int64_t bytes = std::min<std::int64_t>(sizes[static_cast<std::size_t>(way)], 4'096);
      const std::int64_t stride = tests::proving() ? 1 : bytes / 6 + 1;
      for (std::int64_t after = 0; after < bytes; after += stride, ++cuts) {
        warm();
        const HttpRequest request = fresh();
        m_proxy->cutOnce(way, after);
        HttpReply reply = ask(request);
        check(request, reply);
        if (isWell(reply)) continue;
        ++errors;
        if (!repeats) continue;
        for (int tries = 0; !isWell(reply) && tries < kTries; ++tries)
          reply = ask(request);
        QVERIFY2(isWell(reply), reply.body.c_str());
        check(request, reply);
      }
    }
    std::printf("T3 %s: %lld + %lld bytes, %d cuts, %d tries that failed\n", name,
                static_cast<long long>(sizes[0]), static_cast<long long>(sizes[1]), cuts, errors);
    m_cuts += cuts;
    m_errors += errors;
  }

  [[nodiscard]] std::int64_t auditRows() {
    std::int64_t rows = 0;
    (void)m_store->read([&](server::Reading& reading) -> core::Result<void> {
      for (const auto& head : reading.auditHeads())
        rows += head.number;
      return {};
    });
    return rows;
  }
  [[nodiscard]] core::CaseRecord record(const std::string& id) {
    core::CaseRecord found;
    (void)m_store->read([&](server::Reading& reading) -> core::Result<void> {
      const auto row = reading.findCase(core::CaseId(id));
      found = core::caseRecordFrom(row->state, row->timeline).value();
      return {};
    });
    return found;
  }

private Q_SLOTS:
  void initTestCase() {
    m_server = std::make_unique<tests::ServerProcess>();
    QVERIFY(m_server->run({QStringLiteral("office"), QStringLiteral("add"), QStringLiteral("east")}));
    QVERIFY(m_server->run({QStringLiteral("user"), QStringLiteral("add"), QStringLiteral("clerk"),
                           QStringLiteral("--office"), QStringLiteral("east"), QStringLiteral("--grant"),
                           QStringLiteral("clerk:east")},
                          QString::fromUtf8(tests::kPassword)));
    QVERIFY(m_server->start());
    tests::RawClerk clerk("clerk");
    {
      tests::TlsClient line(m_server->port());
      QVERIFY(clerk.signIn(line));
      QVERIFY(clerk.keep(line.ask(clerk.runOf({clerk.received(core::CaseId("case-0"))}))));
    }
    m_user = clerk.user();
    m_proxy = std::make_unique<CutProxy>(m_server->port());
    auto address = sync::http::parseServerAddress("https://127.0.0.1:" + std::to_string(m_proxy->port()),
                                                  m_server->fingerprint().toStdString());
    QVERIFY(address.has_value());
    m_transport = std::make_unique<sync::http::Transport>(std::move(*address), nullptr);
    m_transport->setToken(clerk.token);
    auto store =
        server::EmbeddedStore::open((m_server->data() + QStringLiteral("/madoguchi.db")).toStdString());
    QVERIFY(store.has_value());
    m_store = std::move(*store);
  }
  void cleanupTestCase() {
    std::printf("T3: %d cuts, %d tries that failed, 0 doubled\n", m_cuts, m_errors);
    m_transport.reset();
    m_store.reset();
    m_proxy.reset();
    QVERIFY(m_server->stop());
    QVERIFY(m_server->run({QStringLiteral("verify")}));
  }

  void shouldApplyOnce_whenCommandsAreCut() {
    std::size_t made = 0;
    std::map<std::string, std::string> answered; ///< by payload: the answer of the first time
    cutEverywhere(
        "commands",
        [&] {
          core::Command command;
          command.id = core::CommandId(app::newId());
          command.caseId = core::CaseId("case-0");
          command.baseVersion = 1;
          command.actor = m_user;
          command.device = kDevice;
          command.madeAt = app::systemNow();
          command.body = core::AddNote{"note " + std::to_string(++made)};
          const protocol::CommandRun run{kDevice, {{1, core::canonicalJson(core::toJson(command))}}};
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
    std::set<std::string> texts;
    const auto notes = record("case-0").state.notes;
    for (const auto& note : notes)
      texts.insert(note.text);
    QCOMPARE(notes.size(), made);
    QCOMPARE(texts.size(), made);
  }

  void shouldBringAllOrAnError_whenTheFeedIsCut() {
    const auto whole =
        ask({.target = sync::changesTarget({}, std::chrono::seconds(0)), .answer = sync::Answer::Feed});
    QVERIFY(isWell(whole));
    core::Cursor cursor;
    for (const auto& item : whole.items) {
      if (const auto* list = std::get_if<core::ScopeList>(&item)) cursor.epoch = list->epoch;
      if (const auto* checkpoint = std::get_if<core::Checkpoint>(&item))
        cursor.scopes[checkpoint->scope] = checkpoint->seq - 1;
    }
    const HttpRequest changes{.target = sync::changesTarget(cursor, std::chrono::seconds(0)),
                              .answer = sync::Answer::Feed};
    const auto truth = ask(changes);
    QVERIFY(truth.items.size() > 2);
    const auto sameOrNothing = [](const std::vector<core::FeedItem>& expected) {
      return [&expected](const HttpRequest&, const HttpReply& reply) {
        if (isWell(reply)) QVERIFY(reply.items == expected);
      };
    };
    cutEverywhere(
        "changes", [&] { return changes; }, sameOrNothing(truth.items));
    core::ScopeName scope;
    for (const auto& [name, seq] : cursor.scopes)
      if (name.rfind("office/east/", 0) == 0) scope = name;
    const HttpRequest snapshot{.target = sync::snapshotTarget(scope, {}), .answer = sync::Answer::Feed};
    const auto page = ask(snapshot);
    QVERIFY(page.items.size() > 1);
    cutEverywhere(
        "snapshot", [&] { return snapshot; }, sameOrNothing(page.items));
  }

  void shouldEnterOnce_whenTheJournalIsCut() {
    const std::int64_t before = auditRows();
    std::int64_t made = 0;
    cutEverywhere(
        "audit",
        [&] {
          ++made;
          const protocol::AuditRun run{
              kDevice, {core::DeskAuditRow{made, app::newId(), app::systemNow(), m_user, "view", "case-0"}}};
          return HttpRequest{.method = Method::Post, .target = "/v1/audit", .body = protocol::encode(run)};
        },
        [](const HttpRequest&, const HttpReply&) {});
    QCOMPARE(auditRows() - before, made);
  }

  void shouldReceiveOnce_whenApplicationsAreCut() {
    const server::Passwords passwords{server::Passwords::Cost::Cheapest};
    server::Accounts accounts(*m_store, passwords, app::systemNow);
    const auto key = accounts.addIntakeKey("portal", core::OfficeId("east"));
    QVERIFY(key.has_value());
    std::vector<std::string> made;
    cutEverywhere(
        "applications",
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
        [](const HttpRequest&, const HttpReply&) {});
    for (const auto& id : made)
      QCOMPARE(record(id).timeline.size(), std::size_t(1));
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
    const auto insist = [&](const HttpRequest& request) {
      HttpReply reply = ask(request);
      for (int tries = 0; !isWell(reply) && tries < kTries; ++tries)
        reply = ask(request);
      return reply;
    };
    const auto nothing = [](const HttpRequest&, const HttpReply&) {};
    cutEverywhere(
        "blobs POST",
        [&] {
          next();
          return create();
        },
        nothing);
    cutEverywhere(
        "blobs HEAD", [&] { return HttpRequest{.method = Method::Head, .target = sync::blobTarget(blob)}; },
        nothing);
    cutEverywhere(
        "blobs PATCH",
        [&] {
          next();
          (void)insist(create());
          return HttpRequest{.method = Method::Patch,
                             .target = sync::blobTarget(blob),
                             .body = content,
                             .headers = {{"Upload-Offset", "0"}}};
        },
        [&](const HttpRequest& request, const HttpReply& reply) {
          // Again from the beginning is refused where some of it came; the offset says where to go on.
          if (isWell(reply)) return;
          for (int tries = 0; tries < kTries; ++tries) {
            const auto state = insist({.method = Method::Head, .target = request.target});
            if (state.uploadLength && state.uploadOffset == state.uploadLength) return;
            const auto offset = static_cast<std::size_t>(state.uploadOffset.value_or(0));
            (void)ask({.method = Method::Patch,
                       .target = request.target,
                       .body = content.substr(offset),
                       .headers = {{"Upload-Offset", std::to_string(offset)}}});
          }
          QFAIL("an upload does not end");
        },
        false);
    cutEverywhere(
        "blobs GET", [&] { return HttpRequest{.target = sync::blobTarget(blob)}; },
        [&](const HttpRequest&, const HttpReply& reply) {
          if (isWell(reply)) QCOMPARE(reply.body, content);
        });
  }
};

QTEST_GUILESS_MAIN(CutLineTest)
#include "cutlinetest.moc"
