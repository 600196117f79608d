// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/casecodec.h"
#include "server/tokens.h"
#include "tests/e2e/server/balancer.h"
#include "tests/e2e/server/rawclerk.h"
#include "tests/e2e/serverprocess.h"
#include "tests/support/prove.h"
#include "tests/unit/server/postgres/postgresworld.h"

#include <QtTest>

#include <atomic>
#include <random>
#include <thread>

using namespace madoguchi;
using tests::apiRequest;
using tests::bodyOf;
using tests::RawClerk;
using tests::ServerProcess;
using tests::TlsClient;

namespace {

constexpr int kClerks = 6;

std::string loginOf(int number) {
  return "clerk" + std::to_string(number);
}

/// Two server processes on one PostgreSQL database behind a balancer, and clerks in the east office.
class Cluster {
public:
  Cluster() : m_database(postgres.fresh()), one(url()), two(url(), &one), balancer(makeBalancer()) {
    administer({"office", "add", "east"});
    for (int i = 0; i < kClerks; ++i)
      administer({"user", "add", loginOf(i), "--office", "east", "--grant", "clerk:east"});
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

/// Works until told to stop, through whatever happens: each command is sent until it has its answer.
class Load {
public:
  Load(const Cluster& cluster, int number) : m_port(cluster.balancer->port()), m_clerk(loginOf(number)) {
    TlsClient client(m_port);
    if (!m_clerk.signIn(client)) qFatal("not let in");
  }
  void begin(const std::vector<core::CaseId>& cases) {
    m_thread = std::thread([this, cases] { run(cases); });
  }
  void end() {
    m_over = true;
    m_thread.join();
  }
  [[nodiscard]] std::size_t answered() const { return m_answered; }
  [[nodiscard]] bool consistent() const { return m_consistent; }
  [[nodiscard]] const RawClerk& clerk() const { return m_clerk; }

private:
  void run(const std::vector<core::CaseId>& cases) {
    auto client = std::make_unique<TlsClient>(m_port);
    while (!m_over || !m_clerk.unanswered().empty()) {
      if (m_clerk.unanswered().empty())
        for (int i = 0; i < 2; ++i) {
          // All meet at one case, and move on to the next before it has grown long.
          const std::size_t note = m_clerk.sent.size();
          (void)m_clerk.item(cases[(note / 16) % cases.size()],
                             core::AddNote{m_clerk.user().value + " " + std::to_string(note)});
        }
      const std::string answer =
          client->isEncrypted() ? client->ask(m_clerk.runOf(m_clerk.unanswered())) : std::string();
      m_consistent = m_consistent && m_clerk.keep(answer);
      m_answered = m_clerk.answered();
      // A balancer that lost its server hangs up, and so does a server that stops.
      if (answer.empty()) client = std::make_unique<TlsClient>(m_port);
    }
  }

  std::uint16_t m_port;
  RawClerk m_clerk;
  std::atomic<bool> m_over = false;
  std::atomic<std::size_t> m_answered = 0;
  std::atomic<bool> m_consistent = true;
  std::thread m_thread;
};

std::vector<core::CaseRow> casesOf(std::uint16_t port, const std::string& token) {
  TlsClient client(port);
  return tests::only<core::CaseRow>(tests::itemsOf(bodyOf(client.ask(apiRequest("GET /v1/changes", token)))));
}

std::multiset<std::string> notesOf(const core::CaseRow& row) {
  std::multiset<std::string> texts;
  const auto record = core::caseRecordFrom(row.state, row.timeline);
  for (const auto& note : record->state.notes)
    texts.insert(note.text);
  return texts;
}

std::string cursorText(const std::string& feed) {
  core::Cursor cursor;
  for (const auto& item : tests::itemsOf(feed)) {
    if (const auto* list = std::get_if<core::ScopeList>(&item)) cursor.epoch = list->epoch;
    if (const auto* point = std::get_if<core::Checkpoint>(&item)) cursor.scopes[point->scope] = point->seq;
  }
  return QUrl::toPercentEncoding(QString::fromStdString(protocol::encode(cursor))).toStdString();
}

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
    two.send(apiRequest("GET /v1/changes?wait=25&cursor=" + cursorText(all), clerk.token));
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
    std::vector<std::unique_ptr<Load>> loads;
    RawClerk first("clerk0");
    TlsClient client(m_cluster->balancer->port());
    QVERIFY(first.signIn(client));
    std::vector<core::CaseId> cases;
    std::vector<protocol::CommandItem> arrivals;
    for (int i = 0; i < 100; ++i) {
      cases.emplace_back(server::newUuid(server::systemNow()));
      arrivals.push_back(first.received(cases.back()));
    }
    QVERIFY(first.keep(client.ask(first.runOf(arrivals))));
    QCOMPARE(first.answered(), cases.size());
    for (int i = 0; i < kClerks; ++i)
      loads.push_back(std::make_unique<Load>(*m_cluster, i));
    for (auto& load : loads)
      load->begin(cases);
    const auto answered = [&] {
      std::size_t sum = 0;
      for (const auto& load : loads)
        sum += load->answered();
      return sum;
    };
    std::mt19937 random(5);
    const int rounds = tests::count(3, 200);
    for (int round = 0; round < rounds; ++round) {
      const std::size_t target = answered() + 30 + random() % 30;
      QTRY_VERIFY_WITH_TIMEOUT(answered() >= target, 60'000);
      if (round % 3 == 2) {
        m_cluster->postgres.rig().kill();
        m_cluster->postgres.rig().start();
        continue;
      }
      ServerProcess& victim = round % 3 == 0 ? m_cluster->one : m_cluster->two;
      victim.kill();
      // The other one carries on alone.
      const std::size_t more = answered() + 10;
      QTRY_VERIFY_WITH_TIMEOUT(answered() >= more, 60'000);
      QVERIFY(victim.start());
    }
    for (auto& load : loads)
      load->end();

    std::multiset<std::string> notes;
    for (const auto& row : casesOf(m_cluster->balancer->port(), first.token))
      notes.merge(notesOf(row));
    std::size_t acknowledged = 0;
    for (const auto& load : loads) {
      QVERIFY(load->consistent());
      QVERIFY(load->clerk().unanswered().empty());
      for (const auto& [id, answer] : load->clerk().answers())
        QVERIFY2(!answer.scope.empty(), answer.code.c_str());
      acknowledged += load->clerk().answered();
    }
    QCOMPARE(notes.size(), acknowledged);
    QCOMPARE(std::set<std::string>(notes.begin(), notes.end()).size(), acknowledged);
    qInfo("%d kills, %zu commands acknowledged, 0 lost, 0 doubled", rounds, acknowledged);
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
