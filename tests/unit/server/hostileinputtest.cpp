// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/casecodec.h"
#include "protocol/messages.h"
#include "server/application.h"
#include "server/cli/commandline.h"
#include "server/http/compression.h"
#include "tests/fuzz/mutator.h"
#include "tests/support/prove.h"
#include "tests/support/testsupport.h"
#include "tests/unit/server/http/tlsclient.h"
#include "tests/unit/server/serverworld.h"

#include <QElapsedTimer>
#include <QtTest>

#include <cstdio>
#include <fstream>
#include <sstream>
#include <thread>

using namespace madoguchi;
using namespace madoguchi::server;
using madoguchi::tests::TlsClient;

namespace {

constexpr std::chrono::milliseconds kServerPatience{400};
constexpr qint64 kRefusedWithin = 2'000;      // T21
constexpr std::size_t kMemoryBound = 64'000;  // KiB that hostile input may add to the process
constexpr std::size_t kGigabyte = 1UL << 30U; // what the bombs grow to

void runLine(const std::vector<std::string>& words, const std::string& input = {}) {
  std::istringstream in(input);
  std::ostringstream out;
  Console console{in, out, out};
  if (runCommandLine(words, console) != 0) qFatal("%s", out.str().c_str());
}

std::string request(const std::string& line, const std::string& token, const std::string& body = {},
                    const std::string& headers = {}) {
  return line +
         " HTTP/1.1\r\nHost: x\r\nMadoguchi-Protocol: 1\r\nMadoguchi-Schema: 1\r\nAuthorization: Bearer " +
         token + "\r\n" + headers + "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
}

int statusOf(const std::string& answer) {
  return answer.starts_with("HTTP/1.1 ") ? std::stoi(answer.substr(9)) : 0;
}
std::string bodyOf(const std::string& answer) {
  return answer.substr(answer.find("\r\n\r\n") + 4);
}

/// KiB that the process has ever held at once.
std::size_t peakMemory() {
  std::ifstream file("/proc/self/status");
  for (std::string line; std::getline(file, line);)
    if (line.starts_with("VmHWM:")) return std::stoul(line.substr(6));
  return 0;
}

/// A frame of RFC 8878 whose blocks are 128 KB runs of one byte: four bytes each.
std::string zstdBomb() {
  std::string frame("\x28\xB5\x2F\xFD\x00\x38", 6); // a window of 128 KB, nothing else said
  constexpr std::uint32_t kRun = 128U * 1024;
  for (std::size_t size = 0; size < kGigabyte; size += kRun) {
    const std::uint32_t header = (kRun << 3U) | (1U << 1U); // a run, not the last
    for (unsigned shift : {0U, 8U, 16U})
      frame.push_back(static_cast<char>((header >> shift) & 0xFFU));
    frame.push_back('x');
  }
  return frame;
}

/// A member of RFC 1952 that is made of the same stretch of zeros again and again, and of no end.
std::string gzipBomb() {
  const std::string one = compressed(std::string(1U << 20U, '\0'), Coding::Gzip);
  constexpr std::size_t kHeader = 10;
  constexpr std::size_t kTail = 64; // the last block's end and the checksum
  // Within one block of deflate, codes for "258 more of the same" follow each other.
  std::string bomb = one.substr(0, one.size() - kTail);
  const std::string middle = one.substr(kHeader + 100, 256);
  while (bomb.size() < 1'000'000)
    bomb += middle;
  return bomb;
}

/// The whole server on loopback, with short patience, two signed-in desks and one case.
class HostedServer {
public:
  HostedServer() {
    runLine({"init", "--data", data(), "--resources", tests::resourcesFolder()});
    runLine({"office", "add", "east", "--data", data()});
    runLine({"user", "add", "one", "--office", "east", "--grant", "clerk:east", "--data", data()},
            std::string(tests::kPassword) + "\n");
    HttpOptions http;
    http.port = 0;
    http.handshakeTimeout = http.headerTimeout = http.bodyTimeout = http.idleTimeout = kServerPatience;
    auto opened = Application::open({data()}, http, m_passwords);
    if (!opened) qFatal("%s", opened.error().detail.c_str());
    m_application = std::move(*opened);
    m_thread = std::thread([this] { m_application->run(false); });
    TlsClient client(port());
    const protocol::SignIn signIn{"one", tests::kPassword, core::DeviceId("device-one"), {}, {}};
    token = protocol::decode<protocol::Session>(
                bodyOf(client.ask(request("POST /v1/session", {}, protocol::encode(signIn)))))
                .value()
                .token;
    addCase(client);
  }
  ~HostedServer() {
    m_application->stop();
    m_thread.join();
  }
  HostedServer(const HostedServer&) = delete;
  HostedServer& operator=(const HostedServer&) = delete;

  [[nodiscard]] std::uint16_t port() const { return m_application->port(); }
  [[nodiscard]] std::string data() const { return m_folder.path().toStdString() + "/data"; }
  [[nodiscard]] std::string stored() {
    std::string text;
    const auto read = m_application->store().read([&](Reading& reading) -> core::Result<void> {
      for (const auto& counter : reading.counters())
        text += counter.scope + std::to_string(counter.seq) + counter.sum.hex();
      return {};
    });
    return read ? text : "unreadable";
  }
  [[nodiscard]] bool isWell() { return statusOf(TlsClient(port()).ask(request("GET /healthz", {}))) == 200; }
  /// The payload of a command that is refused, because there is no such office.
  [[nodiscard]] std::string refusedRun() const {
    core::Command command = envelope();
    command.caseId = caseId;
    command.baseVersion = 1;
    command.body = core::TransferCase{core::OfficeId("nowhere"), "理由"};
    return runOf(command);
  }

  std::string token;
  core::CaseId caseId{newUuid(systemNow())};

private:
  [[nodiscard]] core::Command envelope() const {
    core::Command command;
    command.id = core::CommandId(newUuid(systemNow()));
    command.actor = m_actor;
    command.device = core::DeviceId("device-one");
    command.madeAt = systemNow();
    return command;
  }
  [[nodiscard]] static std::string runOf(const core::Command& command) {
    return protocol::encode(protocol::CommandRun{core::DeviceId("device-one"),
                                                 {{1, core::canonicalJson(core::toJson(command))}}});
  }
  void addCase(TlsClient& client) {
    (void)m_application->store().read([&](Reading& reading) -> core::Result<void> {
      m_actor = reading.accountByLogin("one")->person.id;
      return {};
    });
    core::Command command = envelope();
    command.caseId = caseId;
    core::ReceiveOnPaper receive;
    receive.procedure = core::ProcedureId("outdoor-advertisement-permit");
    receive.office = core::OfficeId("east");
    receive.stampedOn = core::dayInJapan(systemNow());
    receive.applicant.party.name.display = "山崎　花子";
    receive.form = core::json::object{};
    command.body = receive;
    const auto answers = protocol::decode<protocol::CommandAnswers>(
        bodyOf(client.ask(request("POST /v1/commands", token, runOf(command)))));
    if (!answers || answers->answers.front().kind != core::AnswerKind::Applied) qFatal("no case");
  }

  QTemporaryDir m_folder;
  Passwords m_passwords{Passwords::Cost::Cheapest};
  std::unique_ptr<Application> m_application;
  std::thread m_thread;
  core::UserId m_actor;
};

/// One good request of each endpoint that changes no case.
std::vector<std::string> requestsOf(const HostedServer& server) {
  const std::string blob = "/v1/blobs/" + std::string(64, 'a');
  const protocol::SignIn signIn{"one", "a wrong password", core::DeviceId("device-one"), "窓口", "0.1"};
  const protocol::AuditRun audit{core::DeviceId("device-one"), {}};
  return {request("POST /v1/session", {}, protocol::encode(signIn)),
          request("POST /v1/commands", server.token, server.refusedRun()),
          request("POST /v1/commands", server.token, compressed(server.refusedRun(), Coding::Zstd),
                  "Content-Encoding: zstd\r\n"),
          request("GET /v1/changes?wait=0&cursor=%7B%22epoch%22%3A%22x%22%7D", server.token),
          request("GET /v1/snapshot/office%2Feast%2Fpermit%2Fordinary?after=x", server.token),
          request("POST /v1/audit", server.token, protocol::encode(audit)),
          request("POST /v1/applications", {}, "{}", "X-Intake-Key: guess\r\n"),
          request("HEAD " + blob, server.token),
          request("POST " + blob, server.token, {}, "Upload-Length: 10\r\n"),
          request("PATCH " + blob, server.token, "12345", "Upload-Offset: 0\r\n"),
          request("GET " + blob, server.token, {}, "Range: bytes=0-3\r\n"),
          request("GET /healthz", {}),
          request("GET /metrics", {})};
}

} // namespace

/// T10 and T21 against every endpoint of the whole server, over real sockets.
class HostileInputTest : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void shouldRefuseMalformedRequests_andChangeNothing() {
    HostedServer server;
    const std::string before = server.stored();
    const std::vector<std::string> good = requestsOf(server);
    fuzz::Mutator mutator(good, 10);
    constexpr int kAtOnce =
        50; // the server's patience with half a request is waited for once for all of them
    std::map<int, int> statuses;
    const int requests = tests::count(300, 10'000);
    for (int left = requests; left > 0; left -= kAtOnce) {
      std::vector<std::unique_ptr<TlsClient>> clients;
      std::vector<std::string> sent;
      for (int i = 0; i < kAtOnce; ++i) {
        clients.push_back(std::make_unique<TlsClient>(server.port()));
        QVERIFY(clients.back()->isEncrypted());
        sent.push_back(mutator.next());
        clients.back()->send(sent.back());
      }
      for (std::size_t i = 0; i < clients.size(); ++i) {
        const std::string answer = clients[i]->answer();
        ++statuses[statusOf(answer)];
        QVERIFY2(statusOf(answer) < 500, answer.c_str());
        // An answer to HEAD has the length of a body, and none.
        if (statusOf(answer) >= 400 && !sent[i].starts_with("HEAD"))
          QVERIFY2(protocol::decode<protocol::Problem>(bodyOf(answer)).has_value(),
                   (answer + sent[i]).c_str());
      }
    }
    QVERIFY2(statuses[400] > 20 && statuses[401] > 20, "most should be understood as far as they go");
    QVERIFY(server.isWell());
    QCOMPARE(server.stored(), before);
    runLine({"verify", "--data", server.data()});
    std::printf("%d mutated requests of %zu kinds: %d times 400, %d times 401, no 5xx, nothing changed\n",
                requests, good.size(), statuses[400], statuses[401]);
  }

  void shouldRefuseBombs_atOnceAndWithoutFillingTheMemory_data() {
    QTest::addColumn<int>("kind");
    QTest::newRow("zstd") << 0;
    QTest::newRow("gzip") << 1;
    QTest::newRow("announced gigabyte") << 2;
    QTest::newRow("gigabyte in chunks") << 3;
    QTest::newRow("endless header") << 4;
    QTest::newRow("a million commands") << 5;
  }
  void shouldRefuseBombs_atOnceAndWithoutFillingTheMemory() {
    QFETCH(int, kind);
    HostedServer server;
    const std::string zstd = zstdBomb();
    const std::string gzip = gzipBomb();
    std::string many = R"({"device":"device-one","items":[)";
    for (int i = 0; i < 500'000; ++i)
      many += "{},";
    many += "{}]}";
    const std::string before = server.stored();
    const std::size_t memory = peakMemory();
    QElapsedTimer took;
    took.start();
    TlsClient client(server.port());
    std::string answer;
    if (kind == 0)
      answer = client.ask(request("POST /v1/commands", server.token, zstd, "Content-Encoding: zstd\r\n"));
    if (kind == 1)
      answer = client.ask(request("POST /v1/commands", server.token, gzip, "Content-Encoding: gzip\r\n"));
    if (kind == 2)
      answer = client.ask("POST /v1/commands HTTP/1.1\r\nHost: x\r\nContent-Length: 1073741824\r\n\r\nx");
    if (kind == 3) {
      client.send("POST /v1/commands HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n");
      const std::string chunk = "10000\r\n" + std::string(0x10000, 'x') + "\r\n";
      for (int i = 0; i < 40; ++i)
        client.send(chunk);
      answer = client.answer();
    }
    if (kind == 4) answer = client.ask("GET / HTTP/1.1\r\nX: " + std::string(1'000'000, 'x'));
    if (kind == 5) answer = client.ask(request("POST /v1/commands", server.token, many));
    QVERIFY2(statusOf(answer) == 413, answer.c_str());
    QVERIFY2(took.elapsed() < kRefusedWithin, std::to_string(took.elapsed()).c_str());
    QVERIFY2(peakMemory() < memory + kMemoryBound, std::to_string(peakMemory() - memory).c_str());
    QVERIFY(server.isWell());
    QCOMPARE(server.stored(), before);
  }

  void shouldRefuseDeepJson_whereverJsonIsTaken() {
    HostedServer server;
    const std::string before = server.stored();
    const std::string deep(100'000, '[');
    const std::string deepObject = [] {
      std::string text;
      for (int i = 0; i < 100'000; ++i)
        text += "{\"a\":";
      return text;
    }();
    core::json::object item;
    item["deviceSeq"] = 1;
    item["payload"] = core::json::string(deep);
    core::json::object run;
    run["device"] = "device-one";
    run["items"] = core::json::array{item};
    QElapsedTimer took;
    took.start();
    const auto status = [&](const std::string& bytes) {
      return statusOf(TlsClient(server.port()).ask(bytes));
    };
    QCOMPARE(status(request("POST /v1/session", {}, deep.substr(0, 16'000))), 400);
    QCOMPARE(status(request("POST /v1/session", {}, deep)), 413);
    for (const std::string& text : {deep, deepObject}) {
      QCOMPARE(status(request("POST /v1/commands", server.token, text)), 400);
      QCOMPARE(status(request("POST /v1/audit", server.token, text)), 400);
    }
    QCOMPARE(status(request("GET /v1/changes?cursor=" + deep.substr(0, 60'000), server.token)), 400);
    // A payload is opaque to the run: its refusal is the answer to that one command.
    const std::string answer =
        TlsClient(server.port()).ask(request("POST /v1/commands", server.token, core::canonicalJson(run)));
    const auto answers = protocol::decode<protocol::CommandAnswers>(bodyOf(answer));
    QVERIFY(answers.has_value());
    QVERIFY(answers->answers.front().kind == core::AnswerKind::Rejected);
    QVERIFY(took.elapsed() < 8 * kRefusedWithin);
    QVERIFY(server.isWell());
    QCOMPARE(server.stored(), before);
  }

  void shouldHangUpOnThoseWhoDrip_andServeTheOthers() {
    HostedServer server;
    const std::string header = request("GET /v1/changes", server.token);
    const std::string body = request("POST /v1/commands", server.token, server.refusedRun());
    const std::size_t headerEnd = body.find("\r\n\r\n") + 4;
    std::vector<std::unique_ptr<TlsClient>> slow;
    for (int i = 0; i < 40; ++i) {
      slow.push_back(std::make_unique<TlsClient>(server.port()));
      if (i % 2 == 1) slow.back()->send(body.substr(0, headerEnd)); // its body will drip
    }
    QElapsedTimer took;
    took.start();
    // Each gets a byte now and then: never silent, and never done.
    for (std::size_t at = 0; took.elapsed() < 3 * kServerPatience.count(); ++at) {
      for (std::size_t i = 0; i < slow.size(); ++i)
        slow[i]->send(i % 2 == 0 ? header.substr(at % 20, 1) : body.substr(headerEnd + at % 20, 1));
      QVERIFY(server.isWell());
    }
    for (auto& client : slow)
      QVERIFY(client->isHungUp());
    QVERIFY(took.elapsed() < 3 * kServerPatience.count() + kRefusedWithin);
  }
};

QTEST_GUILESS_MAIN(HostileInputTest)
#include "hostileinputtest.moc"
