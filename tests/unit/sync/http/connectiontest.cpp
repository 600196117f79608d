// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
// To which server the desk goes at all, and what it knows of a request when there was none.
#include "sync/http/transport.h"
#include "tests/unit/sync/http/rawserver.h"

#include <QEventLoop>
#include <QtTest>

using namespace madoguchi;
using sync::HttpReply;
using sync::HttpRequest;
using sync::http::Transport;
using tests::RawServer;

namespace {

HttpRequest commandRequest() {
  HttpRequest request;
  request.request = 8;
  request.method = sync::Method::Post;
  request.target = "/v1/commands";
  request.body = "{\"device\":\"d1\",\"items\":[]}";
  request.timeout = std::chrono::seconds(1);
  return request;
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

} // namespace

class ConnectionTest : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void shouldSayThatNothingLeft_whereNobodyListens() {
    RawServer server;
    server.stopListening();
    const auto address =
        sync::http::parseServerAddress(server.url().toStdString(), server.fingerprint().toStdString());
    Transport it(*address, {});
    const auto reply = ask(it, commandRequest());
    QVERIFY(reply.error && reply.error->code == core::ErrorCode::Offline);
    QVERIFY(reply.neverLeft);
  }

  void shouldNotSayThatNothingLeft_whenAKeptConnectionBroke() {
    // Qt sends again on a new connection, which is refused: the first try had gone out.
    RawServer server;
    server.hangUp = false;
    server.answer = [](const QByteArray&) {
      return QByteArray("HTTP/1.1 200 X\r\nContent-Length: 2\r\n\r\n{}");
    };
    const auto address =
        sync::http::parseServerAddress(server.url().toStdString(), server.fingerprint().toStdString());
    Transport it(*address, {});
    QVERIFY(!ask(it, commandRequest()).error);
    server.answer = [&server](const QByteArray&) {
      server.stopListening();
      server.hangUp = true;
      return QByteArray();
    };
    const auto reply = ask(it, commandRequest());
    QCOMPARE(server.requests.size(), 2);
    QVERIFY(reply.error && reply.error->code == core::ErrorCode::Offline);
    QVERIFY(!reply.neverLeft);
  }

  void shouldRefuseAddresses_thatAreNotSafe_data() {
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("fingerprint");
    QTest::newRow("plain") << u"http://server"_qs << QString();
    QTest::newRow("file") << u"file:///etc/passwd"_qs << QString();
    QTest::newRow("no host") << u"https://"_qs << QString();
    QTest::newRow("no URL") << u"https://a b"_qs << QString();
    QTest::newRow("short fingerprint") << u"https://server"_qs << u"abcd"_qs;
    QTest::newRow("no hex") << u"https://server"_qs << QString(64, u'x');
  }
  void shouldRefuseAddresses_thatAreNotSafe() {
    QFETCH(const QString, url);
    QFETCH(const QString, fingerprint);
    const auto address = sync::http::parseServerAddress(url.toStdString(), fingerprint.toStdString());
    QVERIFY(!address.has_value());
    QVERIFY(address.error().code == core::ErrorCode::InvalidArgument);
  }
};

QTEST_GUILESS_MAIN(ConnectionTest)
#include "connectiontest.moc"
