// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/tokens.h"
#include "tests/e2e/server/balancer.h"
#include "tests/e2e/server/load.h"
#include "tests/e2e/serverprocess.h"
#include "tests/support/prove.h"
#include "tests/unit/server/postgres/postgresworld.h"

#include <QtTest>

#include <cstdio>
#include <random>

using namespace madoguchi;
using tests::apiRequest;
using tests::bodyOf;
using tests::Load;
using tests::RawClerk;
using tests::ServerProcess;
using tests::TlsClient;

namespace {

constexpr int kClerks = 6;

/// Two server processes on one PostgreSQL database behind a balancer, and clerks in the east office.
class Cluster {
public:
  Cluster() : m_database(postgres.fresh()), one(url()), two(url(), &one), balancer(makeBalancer()) {
    administer({"office", "add", "east"});
    for (int i = 0; i < kClerks; ++i)
      administer({"user", "add", Load::loginOf(i), "--office", "east", "--grant", "clerk:east"});
  }

  [[nodiscard]] QString url() const { return QString::fromStdString(postgres.options(m_database).database); }
  void administer(const std::vector<std::string>& words) {
    QStringList line;
    for (const auto& word : words)
      line << QString::fromStdString(word);
    if (!one.run(line, QString::fromLatin1(tests::kPassword))) qFatal("a verb failed");
  }

  tests::PostgresWorld postgres;

private:
  std::string m_database;

public:
  ServerProcess one;
  ServerProcess two;

private:
  std::unique_ptr<tests::Balancer> makeBalancer() {
    if (!one.start() || !two.start()) qFatal("no server");
    return std::make_unique<tests::Balancer>(std::vector{one.port(), two.port()});
  }

public:
  std::unique_ptr<tests::Balancer> balancer;
};

} // namespace

/// Two server processes on one database, as a bureau runs them.
class PostgresClusterTest : public QObject {
  Q_OBJECT

  std::unique_ptr<Cluster> m_cluster;

private Q_SLOTS:
  void initTestCase() { m_cluster = std::make_unique<Cluster>(); }

  void shouldTakeTheTokenOfOne_atTheOther() {
    RawClerk clerk("clerk0");
    TlsClient one(m_cluster->one.port());
    QVERIFY(clerk.signIn(one));
    TlsClient two(m_cluster->two.port());
    QVERIFY(two.ask(apiRequest("GET /v1/changes", clerk.token)).starts_with("HTTP/1.1 200"));
    // AND it ends at both
    QVERIFY(two.ask(apiRequest("DELETE /v1/session", clerk.token)).starts_with("HTTP/1.1 204"));
    QVERIFY(one.ask(apiRequest("GET /v1/changes", clerk.token)).starts_with("HTTP/1.1 401"));
  }

  void shouldWakeAClientHeldAtOne_whenTheOtherCommits() {
    // GIVEN a client of the second server that has everything and waits
    RawClerk clerk("clerk0");
    TlsClient one(m_cluster->one.port());
    QVERIFY(clerk.signIn(one));
    TlsClient two(m_cluster->two.port());
    const std::string all = bodyOf(two.ask(apiRequest("GET /v1/changes", clerk.token)));
    core::Cursor cursor;
    for (const auto& item : tests::itemsOf(all))
      tests::advance(cursor, item);
    two.send(apiRequest(tests::changesLine(cursor) + "&wait=25", clerk.token));
    // WHEN a case arrives at the first
    const core::CaseId id(server::newUuid(server::systemNow()));
    QVERIFY(clerk.keep(one.ask(clerk.runOf({clerk.received(id)}))));
    QCOMPARE(clerk.answered(), 1U);
    // THEN the waiting one is told at the next look, and not when its time is over
    QElapsedTimer waited;
    waited.start();
    const auto rows = tests::only<core::CaseRow>(tests::itemsOf(bodyOf(two.answer())));
    QVERIFY2(waited.elapsed() < 5'000, qPrintable(QString::number(waited.elapsed())));
    QCOMPARE(rows.size(), 1U);
    QVERIFY(rows.front().id == id);
  }

  // T5: every kind of death under load, and then everything that was acknowledged is there, once.
  void shouldLoseNothingAcknowledged_whenServersAndDatabaseAreKilled() {
    Load load(m_cluster->balancer->port(), kClerks);
    load.begin();
    std::mt19937 random(5);
    const int rounds = tests::count(3, 200);
    for (int round = 0; round < rounds; ++round) {
      const std::size_t target = load.answered() + 30 + random() % 30;
      QTRY_VERIFY_WITH_TIMEOUT(load.answered() >= target, 60'000);
      if (round % 3 == 2) {
        m_cluster->postgres.rig().kill();
        m_cluster->postgres.rig().start();
        continue;
      }
      ServerProcess& victim = round % 3 == 0 ? m_cluster->one : m_cluster->two;
      victim.kill();
      // The other one carries on alone.
      const std::size_t more = load.answered() + 10;
      QTRY_VERIFY_WITH_TIMEOUT(load.answered() >= more, 60'000);
      QVERIFY(victim.start());
    }
    const std::string wrong = load.end();
    QVERIFY2(wrong.empty(), wrong.c_str());
    std::printf("%d kills, %zu commands acknowledged, 0 lost, 0 doubled\n", rounds, load.answered());
    for (const int given : m_cluster->balancer->given())
      QVERIFY(given > 0);
    QVERIFY(m_cluster->one.stop());
    QVERIFY(m_cluster->two.stop());
    QVERIFY(m_cluster->one.run({QStringLiteral("verify")}));
  }

  void cleanupTestCase() { m_cluster.reset(); }
};

QTEST_GUILESS_MAIN(PostgresClusterTest)
#include "postgresclustertest.moc"
