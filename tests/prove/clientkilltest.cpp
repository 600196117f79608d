// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/casecodec.h"
#include "server/embedded/embeddedstore.h"
#include "tests/e2e/server/rawclerk.h"
#include "tests/e2e/serverprocess.h"
#include "tests/support/prove.h"
#include "tests/unit/server/serverworld.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QProcess>
#include <QtTest>

#include <cstdio>
#include <random>
#include <set>

using namespace madoguchi;
using tests::RawClerk;
using tests::ServerProcess;

namespace {

constexpr int kPatience = 60'000;
constexpr int kCases = 20;
constexpr int kBetweenArrivals = 10; // kills: a case with thousands of notes would be another test

/// Takes over the lines that are whole.
void readLines(QProcess& child, QByteArray& rest, std::set<std::string>& acknowledged, QByteArray& wrong,
               bool& ready) {
  rest += child.readAllStandardOutput();
  for (auto end = rest.indexOf('\n'); end >= 0; end = rest.indexOf('\n')) {
    const QByteArray line = rest.left(end);
    rest.remove(0, end + 1);
    if (line.startsWith("A ")) acknowledged.insert(line.mid(2).toStdString());
    if (line.startsWith("BAD ")) wrong = line;
    if (line == "READY") ready = true;
  }
}

std::vector<core::Event> timelineOf(const core::CaseRow& row) {
  return core::caseRecordFrom(row.state, row.timeline).value().timeline;
}

/// Cases come in, with a fresh session.
void arrive(RawClerk& clerk, quint16 port) {
  tests::TlsClient line(port);
  QVERIFY(clerk.signIn(line));
  const std::size_t before = clerk.answered();
  for (std::size_t i = before; i < before + kCases; ++i)
    QVERIFY(clerk.keep(line.ask(clerk.runOf({clerk.received(core::CaseId("case-" + std::to_string(i)))}))));
  QCOMPARE(clerk.answered(), before + kCases);
}

} // namespace

/// T1: the client is killed in the middle of its work, again and again.
class ClientKillTest : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void shouldLoseAndDoubleNothing_whenKilled() {
    ServerProcess server;
    QVERIFY(server.run({QStringLiteral("office"), QStringLiteral("add"), QStringLiteral("east")}));
    QVERIFY(server.run({QStringLiteral("user"), QStringLiteral("add"), QStringLiteral("clerk"),
                        QStringLiteral("--office"), QStringLiteral("east"), QStringLiteral("--grant"),
                        QStringLiteral("clerk:east")},
                       QString::fromUtf8(tests::kPassword)));
    QVERIFY(server.start());
    RawClerk clerk("clerk");
    QTemporaryDir folder;
    const auto arguments = [&](const char* mode) {
      return QStringList{server.url(),
                         server.fingerprint(),
                         folder.path() + QStringLiteral("/profile"),
                         QString::fromStdString(clerk.user().value),
                         QStringLiteral("device-clerk"),
                         QString::fromStdString(clerk.token),
                         QString::fromLatin1(mode)};
    };
    const QString program = QCoreApplication::applicationDirPath() + QStringLiteral("/killedclient");
    std::set<std::string> acknowledged;
    std::mt19937 random(1);
    const int kills = tests::count(15, 1'000);
    for (int kill = 0; kill < kills; ++kill) {
      if (kill % kBetweenArrivals == 0) arrive(clerk, server.port());
      QProcess child;
      child.start(program, arguments("work"));
      QVERIFY(child.waitForStarted(kPatience));
      QByteArray rest;
      QByteArray wrong;
      bool ready = false;
      // One in ten while it opens; the others at any moment of work and sync.
      const bool early = kill > 0 && random() % 10 == 0;
      while (!early && !ready && wrong.isEmpty()) {
        QVERIFY(child.waitForReadyRead(kPatience));
        readLines(child, rest, acknowledged, wrong, ready);
      }
      QElapsedTimer clock;
      clock.start();
      const qint64 life = static_cast<qint64>(random() % (early ? 60 : 250));
      while (clock.elapsed() < life)
        (void)child.waitForReadyRead(static_cast<int>(life - clock.elapsed()) + 1);
      child.kill();
      QVERIFY(child.waitForFinished(kPatience));
      readLines(child, rest, acknowledged, wrong, ready);
      QVERIFY2(wrong.isEmpty(), wrong.constData());
    }
    QProcess last;
    last.start(program, arguments("drain"));
    QVERIFY(last.waitForFinished(kPatience));
    const QByteArray said = last.readAllStandardOutput();
    QVERIFY2(said.endsWith("DONE 0 \n"), said.constData());
    QVERIFY(server.stop());

    auto store = server::EmbeddedStore::open((server.data() + QStringLiteral("/madoguchi.db")).toStdString());
    QVERIFY(store.has_value());
    std::map<std::string, int> applied;
    (void)(*store)->read([&](server::Reading& reading) -> core::Result<void> {
      for (const auto& counter : reading.counters())
        for (const auto& row : reading.casesAfter(counter.scope, {}, {10'000, 1UL << 32U}))
          for (const auto& event : timelineOf(row))
            ++applied[event.command.value];
      return {};
    });
    int lost = 0;
    int doubled = 0;
    for (const auto& id : acknowledged)
      lost += applied.count(id) == 0 ? 1 : 0;
    for (const auto& [id, times] : applied)
      doubled += times > 1 ? 1 : 0;
    std::printf("T1: %d kills, %zu commands acknowledged, %d lost, %d doubled\n", kills, acknowledged.size(),
                lost, doubled);
    QCOMPARE(lost, 0);
    QCOMPARE(doubled, 0);
    QVERIFY(acknowledged.size() > static_cast<std::size_t>(kills));
  }
};

QTEST_GUILESS_MAIN(ClientKillTest)
#include "clientkilltest.moc"
