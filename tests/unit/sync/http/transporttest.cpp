// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/http/transport.h"

#include "core/base/hash.h"
#include "protocol/limits.h"
#include "tests/support/testsupport.h"
#include "tests/unit/sync/http/rawserver.h"

#include <QEventLoop>
#include <QtTest>

#include <zlib.h>

using namespace madoguchi;
using sync::HttpReply;
using sync::HttpRequest;
using sync::http::Transport;
using tests::RawServer;

namespace {

QByteArray response(int status, const QByteArray& body, const QByteArray& headers = {}) {
  return "HTTP/1.1 " + QByteArray::number(status) +
         " X\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n" + headers + "\r\n" + body;
}

QByteArray gzip(const QByteArray& plain) {
  QByteArray packed(static_cast<qsizetype>(compressBound(static_cast<uLong>(plain.size())) + 64), '\0');
  z_stream stream{};
  constexpr int kGzip = 15 + 16;
  deflateInit2(&stream, Z_BEST_SPEED, Z_DEFLATED, kGzip, 8, Z_DEFAULT_STRATEGY);
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(plain.data()));
  stream.avail_in = static_cast<uInt>(plain.size());
  stream.next_out = reinterpret_cast<Bytef*>(packed.data());
  stream.avail_out = static_cast<uInt>(packed.size());
  deflate(&stream, Z_FINISH);
  packed.resize(static_cast<qsizetype>(stream.total_out));
  deflateEnd(&stream);
  return packed;
}

HttpRequest feedRequest() {
  HttpRequest request;
  request.request = 7;
  request.target = "/v1/changes?cursor=%7B%22a%22%3A1%7D&wait=0";
  request.answer = sync::Answer::Feed;
  request.timeout = std::chrono::seconds(1);
  return request;
}

const QByteArray kFeed = "{\"t\":\"scopes\",\"epoch\":\"e1\"}\n{\"t\":\"end\"}\n";

} // namespace

class TransportTest : public QObject {
  Q_OBJECT

  RawServer m_server;
  std::vector<sync::http::RequestRecord> m_records;

  std::unique_ptr<Transport> transport(const QString& fingerprint) {
    auto address = sync::http::parseServerAddress(m_server.url().toStdString(), fingerprint.toStdString());
    return std::make_unique<Transport>(*address, [this](const auto& record) { m_records.push_back(record); });
  }
  HttpReply ask(Transport& transport, HttpRequest request) {
    HttpReply received;
    QEventLoop loop;
    transport.send(std::move(request), [&](HttpReply&& reply) {
      received = std::move(reply);
      loop.quit();
    });
    loop.exec();
    return received;
  }

private Q_SLOTS:
  void init() {
    m_server.requests.clear();
    m_server.hangUp = true;
    m_server.answer = [](const QByteArray&) { return response(200, kFeed); };
    m_records.clear();
  }

  void shouldReadAFeed_andSayWhoItIs() {
    auto it = transport(m_server.fingerprint());
    it->setToken("secret-token");
    const auto reply = ask(*it, feedRequest());
    QVERIFY(!reply.error);
    QCOMPARE(reply.status, 200);
    QCOMPARE(reply.request, sync::RequestNumber{7});
    QCOMPARE(reply.items.size(), std::size_t{2});
    const QByteArray request = m_server.requests.first();
    QVERIFY2(request.startsWith("GET /v1/changes?cursor=%7B%22a%22%3A1%7D&wait=0 HTTP/1.1\r\n"), request);
    QVERIFY(request.contains("Authorization: Bearer secret-token\r\n"));
    QVERIFY(request.contains("Madoguchi-Protocol: 1\r\n"));
    QVERIFY(request.contains("Madoguchi-Schema: 1\r\n"));
    // AND the log knows the id, but neither query nor token
    QCOMPARE(m_records.size(), std::size_t{1});
    QCOMPARE(m_records[0].path, std::string("/v1/changes"));
    QVERIFY(request.contains("X-Request-Id: " + QByteArray::fromStdString(m_records[0].requestId)));
  }

  void shouldReadACompressedFeed() {
    m_server.answer = [](const QByteArray& request) {
      return request.contains("Accept-Encoding: ") ? response(200, gzip(kFeed), "Content-Encoding: gzip\r\n")
                                                   : response(500, {});
    };
    auto it = transport(m_server.fingerprint());
    QCOMPARE(ask(*it, feedRequest()).items.size(), std::size_t{2});
  }

  void shouldSendNothing_toAServerWithAnotherCertificate_data() {
    QTest::addColumn<QString>("fingerprint");
    QTest::newRow("another one is pinned") << QString(64, u'a');
    QTest::newRow("none is pinned, and the system does not trust it") << QString();
  }
  void shouldSendNothing_toAServerWithAnotherCertificate() {
    QFETCH(const QString, fingerprint);
    auto it = transport(fingerprint);
    const auto reply = ask(*it, feedRequest());
    QVERIFY(reply.error && reply.error->code == core::ErrorCode::TlsFailed);
    QVERIFY(m_server.requests.isEmpty());
  }

  void shouldTellNothingNew_whereverTheAnswerIsCut_data() {
    QTest::addColumn<QByteArray>("whole");
    QTest::newRow("plain") << response(200, kFeed);
    QTest::newRow("packed") << response(200, gzip(kFeed), "Content-Encoding: gzip\r\n");
    const auto packed = gzip(kFeed);
    QTest::newRow("in chunks")
        << "HTTP/1.1 200 X\r\nContent-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n" +
               QByteArray::number(packed.size(), 16) + "\r\n" + packed + "\r\n0\r\n\r\n";
  }
  void shouldTellNothingNew_whereverTheAnswerIsCut() {
    QFETCH(const QByteArray, whole);
    auto it = transport(m_server.fingerprint());
    for (qsizetype length = 0; length < whole.size(); ++length) {
      m_server.answer = [&](const QByteArray&) { return whole.left(length); };
      const auto reply = ask(*it, feedRequest());
      // The end of the last chunk brings nothing that is not here.
      if (length + 7 >= whole.size() && whole.contains("chunked")) continue;
      QVERIFY2(reply.error.has_value(), qPrintable(QString::number(length)));
      QVERIFY(reply.items.empty());
    }
    m_server.answer = [&](const QByteArray&) { return whole; };
    // On a connection of its own: the last one may still be on its way down.
    const auto fresh = transport(m_server.fingerprint());
    const auto reply = ask(*fresh, feedRequest());
    QVERIFY2(!reply.error, reply.error ? reply.error->detail.c_str() : "");
  }

  void shouldCallItTheLinesFault_whenAPackedAnswerIsCut() {
    const QByteArray body = "{\"code\":\"NotPermitted\",\"detail\":\"" + QByteArray(300, 'x') + "\"}";
    for (const int status : {200, 403}) {
      const QByteArray whole = response(status, gzip(body), "Content-Encoding: gzip\r\n");
      const qsizetype head = whole.indexOf("\r\n\r\n") + 4;
      auto request = feedRequest();
      request.answer = sync::Answer::Text;
      for (qsizetype length = head; length < whole.size(); ++length) {
        m_server.answer = [&](const QByteArray&) { return whole.left(length); };
        const auto it = transport(m_server.fingerprint());
        const auto reply = ask(*it, request);
        QVERIFY2(reply.error && reply.error->code == core::ErrorCode::Offline,
                 qPrintable(QString::number(length)));
      }
      m_server.answer = [&](const QByteArray&) { return whole; };
      const auto it = transport(m_server.fingerprint());
      QCOMPARE(ask(*it, request).body, body.toStdString());
    }
  }

  void shouldNameTheTrouble_whenTheAnswerIsHostile_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("no HTTP") << QByteArray("hello\r\n\r\n");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("no JSON") << response(200, "<html>");
    QTest::newRow("half a row") << response(200, "{\"t\":\"reference\",\"lines\":1}\n");
    QTest::newRow("broken gzip") << response(200, "no gzip", "Content-Encoding: gzip\r\n");
    QTest::newRow("broken chunks") << QByteArray(
        "HTTP/1.1 200 X\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n");
  }
  void shouldNameTheTrouble_whenTheAnswerIsHostile() {
    QFETCH(const QByteArray, bytes);
    m_server.answer = [&](const QByteArray&) { return bytes; };
    auto it = transport(m_server.fingerprint());
    const auto reply = ask(*it, feedRequest());
    QVERIFY(reply.error.has_value());
    QVERIFY(reply.items.empty());
  }

  void shouldGiveUp_whenTheAnswerIsOverTheLimit() {
    m_server.answer = [](const QByteArray&) {
      return response(200, QByteArray(static_cast<qsizetype>(protocol::kMaxBodyBytes) + 1, ' '));
    };
    auto it = transport(m_server.fingerprint());
    auto request = feedRequest();
    request.answer = sync::Answer::Text;
    request.timeout = std::chrono::seconds(30);
    const auto reply = ask(*it, std::move(request));
    QVERIFY(reply.error && reply.error->code == core::ErrorCode::TooLarge);
  }

  void shouldTimeOut_whenNothingComes() {
    m_server.hangUp = false;
    m_server.answer = [](const QByteArray&) { return QByteArray(); };
    auto it = transport(m_server.fingerprint());
    const auto reply = ask(*it, feedRequest());
    QVERIFY(reply.error && reply.error->code == core::ErrorCode::Timeout);
  }

  void shouldKeepStatusBodyAndHeaders_ofARefusal() {
    m_server.answer = [](const QByteArray&) {
      return response(503, "{\"code\":\"ServerFailed\"}", "Retry-After: 17\r\nUpload-Offset: 5\r\n");
    };
    auto it = transport(m_server.fingerprint());
    const auto reply = ask(*it, feedRequest());
    QVERIFY(!reply.error);
    QCOMPARE(reply.status, 503);
    QCOMPARE(reply.body, std::string("{\"code\":\"ServerFailed\"}"));
    QVERIFY(reply.retryAfter == std::chrono::seconds(17));
    QVERIFY(reply.uploadOffset == 5);
  }

  void shouldFollowNoRedirect() {
    m_server.answer = [this](const QByteArray&) {
      return response(302, {}, "Location: " + m_server.url().toUtf8() + "/elsewhere\r\n");
    };
    auto it = transport(m_server.fingerprint());
    QCOMPARE(ask(*it, feedRequest()).status, 302);
    QCOMPARE(m_server.requests.size(), 1);
  }

  void shouldNotWaitForABody_afterHead() {
    m_server.hangUp = false;
    m_server.answer = [](const QByteArray&) {
      return QByteArray("HTTP/1.1 404 X\r\nContent-Length: 500\r\n\r\n");
    };
    auto it = transport(m_server.fingerprint());
    HttpRequest request{.method = sync::Method::Head, .target = "/v1/blobs/abc"};
    QCOMPARE(ask(*it, std::move(request)).status, 404);
    QVERIFY(m_server.requests.first().startsWith("HEAD "));
  }

  void shouldSendBodiesByteForByte_withEveryMethod() {
    const std::string body("\x00\xff\r\n\r\n\xe3\x81\x82", 9);
    auto it = transport(m_server.fingerprint());
    for (const auto method : {sync::Method::Post, sync::Method::Patch}) {
      HttpRequest request{
          .method = method, .target = "/v1/x", .body = body, .headers = {{"Upload-Offset", "3"}}};
      m_server.answer = [](const QByteArray&) { return response(204, {}); };
      QCOMPARE(ask(*it, std::move(request)).status, 204);
      const QByteArray sent = m_server.requests.last();
      QVERIFY(sent.endsWith(QByteArray::fromStdString("\r\n\r\n" + body)));
      QVERIFY(sent.contains("Upload-Offset: 3\r\n"));
    }
    QVERIFY(m_server.requests[0].startsWith("POST ") && m_server.requests[1].startsWith("PATCH "));
    QVERIFY(m_server.requests[1].contains("application/offset+octet-stream"));
  }

  void shouldCompressLongBodies_butNoChunk() {
    const std::string body(5000, 'x');
    auto it = transport(m_server.fingerprint());
    m_server.answer = [](const QByteArray&) { return response(204, {}); };
    QCOMPARE(ask(*it, {.method = sync::Method::Post, .target = "/v1/x", .body = body}).status, 204);
    const QByteArray sent = m_server.requests.last();
    QVERIFY(sent.contains("Content-Encoding: deflate\r\n"));
    QVERIFY(sent.size() < 1000);
    const QByteArray length("\x00\x00\x13\x88", 4); // 5,000
    QVERIFY(qUncompress(length + sent.mid(sent.indexOf("\r\n\r\n") + 4)).toStdString() == body);
    QCOMPARE(ask(*it, {.method = sync::Method::Patch, .target = "/v1/x", .body = body}).status, 204);
    QVERIFY(!m_server.requests.last().contains("Content-Encoding"));
  }

  void shouldStaySilent_onceCancelled() {
    m_server.hangUp = false;
    m_server.answer = [](const QByteArray&) { return QByteArray(); };
    auto it = transport(m_server.fingerprint());
    bool called = false;
    it->send(feedRequest(), [&called](HttpReply&&) { called = true; });
    it->cancel(7);
    m_server.answer = [](const QByteArray&) { return response(200, kFeed); };
    QVERIFY(!ask(*it, feedRequest()).error);
    QVERIFY(!called);
  }

  void shouldRefuseABlob_thatIsNotWhatItsNameSays() {
    auto it = transport(m_server.fingerprint());
    m_server.answer = [](const QByteArray&) { return response(200, "content"); };
    std::optional<core::Result<std::string>> result;
    QEventLoop loop;
    const auto done = [&](core::Result<std::string> content) {
      result = std::move(content);
      loop.quit();
    };
    it->download(core::BlobId(core::sha256Hex("other")), done);
    loop.exec();
    QVERIFY(result->error().code == core::ErrorCode::FileBroken);
    it->download(core::BlobId(core::sha256Hex("content")), done);
    loop.exec();
    QCOMPARE(**result, std::string("content"));
  }

  void shouldTellHowFarADocumentIs_toHereAndToTheServer() {
    const std::string content(300'000, 'm');
    const core::BlobId blob(core::sha256Hex(content));
    auto it = transport(m_server.fingerprint());
    std::vector<sync::Transfer> told;
    it->setMoved([&](const sync::Transfer& transfer) { told.push_back(transfer); });
    m_server.answer = [&](const QByteArray& request) {
      return request.startsWith("PATCH") ? response(204, {})
                                         : response(200, QByteArray::fromStdString(content));
    };
    QEventLoop loop;
    it->download(blob, [&](core::Result<std::string>) { loop.quit(); });
    loop.exec();
    const auto size = static_cast<std::int64_t>(content.size());
    const auto check = [&](std::int64_t from, std::int64_t total) {
      QVERIFY(told.size() >= 2);
      QVERIFY(told.back().ended && told.back().done == total);
      std::int64_t before = from;
      for (const sync::Transfer& transfer : told) {
        QCOMPARE(transfer.blob, blob);
        QVERIFY(transfer.done >= before && transfer.done <= total);
        before = transfer.done;
      }
    };
    check(0, size);
    // WHEN the last of two chunks goes to the server
    told.clear();
    HttpRequest chunk{.method = sync::Method::Patch, .target = "/v1/blobs/x", .body = content};
    chunk.upload = sync::Transfer{blob, 1'000'000, 1'000'000 + size};
    QCOMPARE(ask(*it, chunk).status, 204);
    check(1'000'000, 1'000'000 + size);
  }

  void shouldTellThatADownloadHasEnded_whenItFails() {
    auto it = transport(m_server.fingerprint());
    std::vector<sync::Transfer> told;
    it->setMoved([&](const sync::Transfer& transfer) { told.push_back(transfer); });
    m_server.answer = [](const QByteArray&) { return response(404, {}); };
    QEventLoop loop;
    it->download(core::BlobId("none"), [&](core::Result<std::string>) { loop.quit(); });
    loop.exec();
    QVERIFY(!told.empty() && told.back().ended);
  }

  void shouldGoOnWhereADownloadWasCut() {
    // GIVEN a server that gives ranges, and is lost after the second piece
    const std::string content(9UL * 1024 * 1024 + 17, 'm');
    bool isLost = true;
    m_server.answer = [&](const QByteArray& request) {
      if (isLost && request.contains("bytes=8388608-")) return QByteArray();
      const auto at = request.indexOf("Range: bytes=") + 13;
      const auto dash = request.indexOf('-', at);
      const auto from = static_cast<std::size_t>(request.mid(at, dash - at).toULongLong());
      const auto last = request.mid(dash + 1, request.indexOf('\r', dash) - dash - 1).toULongLong();
      const std::string part = content.substr(from, static_cast<std::size_t>(last) - from + 1);
      return response(206, QByteArray::fromStdString(part));
    };
    auto it = transport(m_server.fingerprint());
    std::optional<core::Result<std::string>> result;
    QEventLoop loop;
    const auto done = [&](core::Result<std::string> got) {
      result = std::move(got);
      loop.quit();
    };
    const core::BlobId blob(core::sha256Hex(content));
    it->download(blob, done);
    loop.exec();
    QVERIFY(!result->has_value());
    // WHEN it is asked for again
    isLost = false;
    const auto before = m_server.requests.size();
    it->download(blob, done);
    loop.exec();
    // THEN only the rest was sent
    QVERIFY(result->has_value() && **result == content);
    QCOMPARE(m_server.requests.size(), before + 1);
    QVERIFY(m_server.requests.last().contains("Range: bytes=8388608-"));
  }
};

QTEST_GUILESS_MAIN(TransportTest)
#include "transporttest.moc"
