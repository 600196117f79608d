// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/embedded/embeddedstore.h"
#include "tests/bench/benchsupport.h"
#include "tests/bench/connecteddesk.h"
#include "tests/support/testsupport.h"

#include <QtTest>

using namespace madoguchi;

/// What changes on the server is painted on a desk that nobody touches: the work that changesbench measures.
class ConnectedTest : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void shouldPaintWhatChangedOnTheServer_andSendEdits() {
    constexpr int kCases = 120;
    bench::FilledServer server;
    server.fill(kCases, {server.homes().front()});
    server.start({QStringLiteral("--ready-made-from"), QStringLiteral("0")});
    const auto store = bench::expected(server::EmbeddedStore::open(
        (server.process().data() + QStringLiteral("/madoguchi.db")).toStdString()));
    const bench::BenchFolder folder("connectedtest");
    bench::ConnectedDesk desk(server, folder.path() / "profile", kCases);
    const auto ids = desk.visible();
    QVERIFY(ids.size() > 5);
    for (int round = 0; round < 2; ++round) {
      const auto seen = desk.see([&] { return bench::changeOnServer(*store, server.catalog(), ids, round); });
      QVERIFY(seen.stored > 0 && seen.painted > 0);
      QVERIFY(desk.shows(ids.front(), core::UserId("clerk-" + std::to_string(50 + round))));
    }
    QVERIFY(desk.upload(ids) > 0);
  }
};

QTEST_MAIN(ConnectedTest)
#include "connectedtest.moc"
