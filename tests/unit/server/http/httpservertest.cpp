// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/httpserver.h"

#include "server/admin/certificate.h"
#include "tests/support/testsupport.h"
#include "tests/unit/server/http/tlsclient.h"

#include <QTemporaryDir>
#include <QtTest>

#include <fstream>
#include <semaphore>
#include <thread>

using namespace madoguchi;
using namespace madoguchi::server;
using madoguchi::tests::TlsClient;

namespace {

class NoLog final : public Log {
public:
  void write(const LogLine&) override {}
};

// Echoes the body; /hold waits for the scope "a" to pass 1; /file gives a part of a file, /far of what is
// read from elsewhere, and cannot be read at /lost.
class EchoHandler final : public HttpHandler {
public:
  [[nodiscard]] std::size_t bodyLimit(std::string_view, std::string_view path) const override {
    return path == "/echo" ? 1000 : 0;
  }
  [[nodiscard]] HttpResponse handle(const HttpRequest& request) override {
    HttpResponse response;
    response.headers["X-Request-Id"] = request.requestId;
    response.body = request.method + " " + request.path + " " + request.body;
    if (request.path == "/file") response.file = FileRange{file, 3, 200'000};
    if (request.path == "/far" || request.path == "/lost")
      response.file = FileRange{{}, 3, 2'500'000, [this](std::uint64_t offset, std::size_t length) {
                                  return offset + length <= far.size()
                                             ? core::Result<std::string>(far.substr(offset, length))
                                             : core::failure(core::ErrorCode::StorageFailed);
                                }};
    if (request.path == "/hold" && request.mayHold && !released) {
      response.hold = Hold{{{"a", 1}}, std::chrono::seconds{request.query.contains("short") ? 0 : 20}};
      holding.release();
    }
    return response;
  }
  std::string file;
  std::string far;
  std::atomic<bool> released = false;
  std::counting_semaphore<100> holding{0};
};

class RunningServer {
public:
  explicit RunningServer(const std::function<void(HttpOptions&)>& change = {}) {
    const std::string folder = m_folder.path().toStdString();
    HttpOptions options;
    options.port = 0;
    options.certificateFile = folder + "/certificate.pem";
    options.keyFile = folder + "/key.pem";
    if (!makeCertificate(options.certificateFile, options.keyFile, {})) qFatal("no certificate");
    if (change) change(options);
    auto listening = HttpServer::listen(options, {handler, bell, metrics, m_log, [] {}});
    if (!listening) qFatal("%s", listening.error().detail.c_str());
    server = std::move(*listening);
    port = server->port();
    m_thread = std::thread([this] { server->run(false); });
  }
  ~RunningServer() { stop(); }
  RunningServer(const RunningServer&) = delete;
  RunningServer& operator=(const RunningServer&) = delete;

  void stop() {
    if (!m_thread.joinable()) return;
    server->stop();
    m_thread.join();
  }
  [[nodiscard]] std::string folder() const { return m_folder.path().toStdString(); }

  EchoHandler handler;
  CommitBell bell;
  Metrics metrics;
  std::unique_ptr<HttpServer> server;
  quint16 port = 0;

private:
  QTemporaryDir m_folder;
  NoLog m_log;
  std::thread m_thread;
};

std::string get(const std::string& target) {
  return "GET " + target + " HTTP/1.1\r\nHost: x\r\n\r\n";
}
std::string post(const std::string& body) {
  return "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" +
         body;
}
bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

} // namespace

class HttpServerTest : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void shouldAnswerManyRequests_onOneConnection() {
    RunningServer running;
    TlsClient client(running.port);
    QVERIFY(client.isEncrypted());
    for (int i = 0; i < 50; ++i) {
      const auto answer = client.ask(post("body " + std::to_string(i)));
      QVERIFY(answer.find("HTTP/1.1 200 OK\r\n") == 0);
      QVERIFY(has(answer, "\r\n\r\nPOST /echo body " + std::to_string(i)));
    }
    client.send(get("/one") + get("/two")); // one after the other, as they came
    QVERIFY(has(client.answer(), "GET /one"));
    QVERIFY(has(client.answer(), "GET /two"));
  }

  void shouldShowTheCertificateByItsFingerprint() {
    RunningServer running;
    TlsClient client(running.port);
    QCOMPARE(client.certificate().digest(QCryptographicHash::Sha256).toHex().toStdString(),
             *fingerprintOf(running.folder() + "/certificate.pem"));
  }

  void shouldKeepThePlainRequestId_andReplaceAnyOther() {
    RunningServer running;
    TlsClient client(running.port);
    const auto ask = [&](const std::string& id) {
      return client.ask("GET / HTTP/1.1\r\nHost: x\r\nX-Request-Id: " + id + "\r\n\r\n");
    };
    QVERIFY(has(ask("desk-42"), "X-Request-Id: desk-42\r\n"));
    QVERIFY(!has(ask("a b<script>"), "script"));
    QVERIFY(!has(ask(std::string(65, 'a')), std::string(65, 'a')));
  }

  void shouldWakeAHeldRequest_whenTheBellRings() {
    RunningServer running;
    TlsClient client(running.port);
    client.send(get("/hold"));
    running.handler.holding.acquire();
    running.handler.released = true;
    running.bell.ring({{"a", 2}});
    QVERIFY(has(client.answer(), "GET /hold"));
  }

  void shouldAnswerAHeldRequest_whenItsTimeIsOver() {
    RunningServer running;
    TlsClient client(running.port);
    QVERIFY(has(client.ask(get("/hold?short=1")), "GET /hold"));
  }

  void shouldHoldManyWithoutThreads_andAnswerOthers() {
    RunningServer running;
    std::vector<std::unique_ptr<TlsClient>> held;
    for (int i = 0; i < 20; ++i) {
      held.push_back(std::make_unique<TlsClient>(running.port));
      held.back()->send(get("/hold"));
      running.handler.holding.acquire();
    }
    QVERIFY(has(TlsClient(running.port).ask(get("/free")), "GET /free"));
    running.handler.released = true;
    running.bell.ring({{"a", 2}});
    for (auto& client : held)
      QVERIFY(has(client->answer(), "GET /hold"));
  }

  void shouldStopAtOnce_evenWhileRequestsAreHeld() {
    RunningServer running;
    TlsClient held(running.port);
    TlsClient idle(running.port);
    held.send(get("/hold"));
    running.handler.holding.acquire();
    running.stop();
    QVERIFY(has(held.answer(), "GET /hold"));
    QVERIFY(idle.isHungUp());
    QVERIFY(!TlsClient(running.port).isEncrypted());
  }

  void shouldRefuseABodyOverTheLimit_beforeItIsRead() {
    RunningServer running;
    QVERIFY(has(
        TlsClient(running.port).ask("POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 1073741824\r\n\r\n"),
        "413 "));
    QVERIFY(has(TlsClient(running.port).ask(post(std::string(1001, 'x'))), "413 "));
    TlsClient chunked(running.port);
    chunked.send("POST /echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n");
    for (int i = 0; i < 11; ++i)
      chunked.send("64\r\n" + std::string(100, 'x') + "\r\n");
    QVERIFY(has(chunked.answer(), "413 "));
    QVERIFY(has(TlsClient(running.port).ask("POST /other HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\n\r\nx"),
                "413 "));
  }

  void shouldRefuseAHeaderOverTheLimit() {
    RunningServer running;
    QVERIFY(has(TlsClient(running.port).ask("GET / HTTP/1.1\r\nX: " + std::string(70'000, 'x') + "\r\n\r\n"),
                "413 "));
  }

  void shouldRefuseWhatIsNotHttp() {
    RunningServer running;
    for (const char* bad :
         {"NONSENSE\r\n\r\n", "GET /\r\n\r\n", "GET / HTTP/9.9\r\n\r\n",
          "GET / HTTP/1.1\r\nbroken header\r\n\r\n", "GET /?x=%zz HTTP/1.1\r\nHost: x\r\n\r\n",
          "POST /echo HTTP/1.1\r\nContent-Length: -1\r\n\r\n"}) {
      const auto answer = TlsClient(running.port).ask(bad);
      QVERIFY2(has(answer, "400 "), bad);
      QVERIFY(has(answer, "\"code\":\"Malformed\""));
    }
    QVERIFY(has(TlsClient(running.port).ask(get("/")), "200 OK")); // and goes on
  }

  void shouldHangUp_whenAHeaderDrips() {
    RunningServer running([](HttpOptions& options) {
      options.headerTimeout = std::chrono::milliseconds(300);
      options.idleTimeout = std::chrono::milliseconds(300);
      options.bodyTimeout = std::chrono::milliseconds(300);
      options.handshakeTimeout = std::chrono::milliseconds(300);
    });
    TlsClient idle(running.port);
    QVERIFY(idle.isHungUp());
    TlsClient slow(running.port);
    slow.send("GET / HTTP/1.1\r\nHo");
    QVERIFY(slow.isHungUp());
    TlsClient body(running.port);
    body.send("POST /echo HTTP/1.1\r\nContent-Length: 10\r\n\r\nabc");
    QVERIFY(body.isHungUp());
    QTcpSocket silent; // never says hello
    silent.connectToHost(QStringLiteral("127.0.0.1"), running.port);
    QVERIFY(silent.waitForConnected());
    QVERIFY(silent.waitForDisconnected(20'000));
  }

  void shouldRefuseConnectionsOverTheLimit() {
    RunningServer running([](HttpOptions& options) { options.maxConnections = 2; });
    TlsClient one(running.port);
    TlsClient two(running.port);
    QVERIFY(has(one.ask(get("/")), "200 OK"));
    QVERIFY(has(two.ask(get("/")), "200 OK"));
    QVERIFY(!TlsClient(running.port).isEncrypted());
    QVERIFY(has(two.ask(get("/")), "200 OK"));
  }

  void shouldRefuseOldTls() {
    RunningServer running;
    QT_WARNING_PUSH
    QT_WARNING_DISABLE_DEPRECATED
    QVERIFY(!TlsClient(running.port, QSsl::TlsV1_1).isEncrypted());
    QT_WARNING_POP
    QVERIFY(TlsClient(running.port, QSsl::TlsV1_2).isEncrypted());
    QVERIFY(TlsClient(running.port, QSsl::TlsV1_3).isEncrypted());
  }

  void shouldSendAPartOfAFile() {
    RunningServer running;
    running.handler.file = running.folder() + "/file";
    std::string content(300'000, 'x');
    for (std::size_t i = 0; i < content.size(); ++i)
      content[i] = static_cast<char>('a' + i % 26);
    std::ofstream(running.handler.file) << content;
    TlsClient client(running.port);
    const auto answer = client.ask(get("/file"));
    QVERIFY(answer.substr(answer.find("\r\n\r\n") + 4) == content.substr(3, 200'000));
    QVERIFY(has(client.ask(get("/")), "200 OK"));
  }

  void shouldSendWhatIsReadFromElsewhere() {
    RunningServer running;
    TlsClient client(running.port);
    QVERIFY(has(client.ask(get("/lost")), " 503 "));
    running.handler.far = std::string(2'500'003, 'x');
    for (std::size_t i = 0; i < running.handler.far.size(); ++i)
      running.handler.far[i] = static_cast<char>('a' + i % 23);
    TlsClient again(running.port);
    const auto answer = again.ask(get("/far"));
    QVERIFY(answer.substr(answer.find("\r\n\r\n") + 4) == running.handler.far.substr(3));
    QVERIFY(has(again.ask(get("/")), "200 OK"));
  }

  void shouldRefuseToListen_whereItCannot() {
    RunningServer running;
    HttpOptions options;
    options.port = running.port;
    options.certificateFile = running.folder() + "/certificate.pem";
    options.keyFile = running.folder() + "/key.pem";
    NoLog log;
    const auto code = [&] {
      const auto listening =
          HttpServer::listen(options, {running.handler, running.bell, running.metrics, log, [] {}});
      return listening ? std::string("listening") : std::string(core::toText(listening.error().code));
    };
    QCOMPARE(code(), std::string("ServerFailed"));
    options.address = "not an address";
    QCOMPARE(code(), std::string("InvalidArgument"));
    options.keyFile = options.certificateFile;
    QCOMPARE(code(), std::string("TlsFailed"));
  }
};

QTEST_GUILESS_MAIN(HttpServerTest)
#include "httpservertest.moc"
