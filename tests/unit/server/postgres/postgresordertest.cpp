// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/postgres/connection.h"
#include "tests/support/postgresrig.h"
#include "tests/support/prove.h"
#include "tests/support/testsupport.h"

#include <QtTest>

#include <atomic>
#include <barrier>
#include <cstdio>
#include <thread>

using namespace madoguchi;
using namespace madoguchi::server;

namespace {

constexpr int kWriters = 8;

// Work inside of a transaction, 0 to 10 ms of it.
constexpr std::string_view kWork = "SELECT pg_sleep(0.01 * random())";

constexpr std::string_view kInsertBySequence = "INSERT INTO plain(writer) VALUES($1)";
constexpr std::string_view kPlainAfter = "SELECT seq FROM plain WHERE seq > $1 ORDER BY seq";
constexpr std::string_view kTakeCounter = "UPDATE counter SET seq = seq + 1 WHERE id = 0 RETURNING seq";
constexpr std::string_view kInsertCounted = "INSERT INTO counted(seq, writer) VALUES($1, $2)";
constexpr std::string_view kCountedAfter = "SELECT seq FROM counted WHERE seq > $1 ORDER BY seq";
constexpr std::string_view kLockScope = "SELECT seq FROM counter WHERE id = $1 FOR UPDATE";
constexpr std::string_view kReadRoute = "SELECT route FROM approval WHERE id = $1";
constexpr std::string_view kLockRoute = "SELECT route FROM approval WHERE id = $1 FOR UPDATE";
constexpr std::string_view kWriteRoute = "UPDATE approval SET route = $2 WHERE id = $1";
constexpr std::string_view kFlush = "SELECT pg_stat_force_next_flush()";
constexpr std::string_view kVersions = "SELECT n_tup_upd FROM pg_stat_user_tables WHERE relname = 'counter'";
constexpr std::string_view kBegin = "BEGIN";
constexpr std::string_view kCommit = "COMMIT";

/// A few bare tables, because the experiments are about how PostgreSQL orders things and not about ours.
class Laboratory {
public:
  Laboratory() : m_database(rig.makeDatabase()) {
    rig.run(m_database, R"sql(
CREATE SCHEMA madoguchi;
CREATE TABLE madoguchi.plain(seq bigserial PRIMARY KEY, writer bigint);
CREATE TABLE madoguchi.counter(id bigint PRIMARY KEY, seq bigint NOT NULL);
INSERT INTO madoguchi.counter VALUES(0, 0), (1, 0), (2, 0);
CREATE TABLE madoguchi.counted(seq bigint PRIMARY KEY, writer bigint);
CREATE TABLE madoguchi.approval(id bigint PRIMARY KEY, route text NOT NULL);
)sql");
  }
  [[nodiscard]] PostgresConnection connect() const {
    PostgresOptions options;
    options.database = rig.url(m_database);
    return PostgresConnection(options);
  }
  [[nodiscard]] std::string ask(const std::string& sql) {
    return rig.ask(m_database, "SET search_path = madoguchi; " + sql);
  }

  tests::PostgresRig rig;

private:
  std::string m_database;
};

// How many of the rows that were committed a reader missed who follows the numbers while they are written.
template <class Write>
std::int64_t missed(const Laboratory& laboratory, std::string_view after, Write write, int each) {
  std::atomic<int> writing = kWriters;
  std::int64_t seen = 0;
  std::thread reader([&] {
    auto connection = laboratory.connect();
    std::int64_t cursor = 0;
    for (bool last = false; !last;) {
      last = writing == 0;
      const auto rows = connection.query(after, cursor);
      seen += rows.size();
      if (!rows.empty()) cursor = rows.number(rows.size() - 1, 0);
    }
  });
  std::vector<std::thread> writers;
  for (int w = 0; w < kWriters; ++w)
    writers.emplace_back([&, w] {
      auto connection = laboratory.connect();
      for (int i = 0; i < each; ++i)
        write(connection, w);
      --writing;
    });
  for (auto& writer : writers)
    writer.join();
  reader.join();
  return std::int64_t{kWriters} * each - seen;
}

// Two transactions that take two scopes each, in the given orders; how many of them deadlocked.
int deadlocks(const Laboratory& laboratory, std::pair<int, int> first, std::pair<int, int> second) {
  std::atomic<int> found = 0;
  std::barrier meeting(2);
  const auto run = [&](std::pair<int, int> order, bool meets) {
    auto connection = laboratory.connect();
    try {
      connection.send(kBegin);
      (void)connection.query(kLockScope, order.first);
      if (meets) meeting.arrive_and_wait(); // each has its first
      (void)connection.query(kLockScope, order.second);
      (void)connection.query(kCommit);
    } catch (const PostgresFailure& failure) {
      if (failure.kind == PostgresFailure::Kind::Clash) ++found;
    }
  };
  // Where both begin with the same scope they cannot both have their first.
  const bool meets = first.first != second.first;
  std::thread one([&] { run(first, meets); });
  std::thread two([&] { run(second, meets); });
  one.join();
  two.join();
  return found;
}

// Two approvers add themselves to one route; what stands in it then.
std::string approvedBy(Laboratory& laboratory, int id, bool locked) {
  (void)laboratory.ask("INSERT INTO approval VALUES(" + std::to_string(id) + ", '')");
  std::barrier meeting(2);
  const auto approve = [&](const std::string& name) {
    auto connection = laboratory.connect();
    connection.send(kBegin);
    const std::string route = connection.query(locked ? kLockRoute : kReadRoute, id).text(0, 0);
    if (!locked) meeting.arrive_and_wait(); // both have decided on what they read
    connection.send(kWriteRoute, id, route + name);
    (void)connection.query(kCommit);
  };
  std::thread one([&] { approve("a"); });
  std::thread two([&] { approve("b"); });
  one.join();
  two.join();
  return laboratory.ask("SELECT route FROM approval WHERE id = " + std::to_string(id));
}

} // namespace

/// The experiments on which the order of a writing transaction rests (protocol.md, "Order"): each way that is
/// not ours goes wrong, and would be noticed here if a PostgreSQL came with which it does not.
class PostgresOrderTest : public QObject {
  Q_OBJECT

  Laboratory m_laboratory;

private Q_SLOTS:
  void shouldLoseChanges_onlyWhenNumbersComeFromASequence() {
    const int each = tests::count(25, 400);
    const auto lost = missed(
        m_laboratory, kPlainAfter,
        [](PostgresConnection& connection, int writer) {
          connection.send(kBegin);
          connection.send(kInsertBySequence, writer);
          connection.send(kWork);
          (void)connection.query(kCommit);
        },
        each);
    const auto lostOfOurs = missed(
        m_laboratory, kCountedAfter,
        [](PostgresConnection& connection, int writer) {
          connection.send(kBegin);
          connection.send(kWork);
          const auto seq = connection.query(kTakeCounter).number(0, 0); // as late as possible
          connection.send(kInsertCounted, seq, writer);
          (void)connection.query(kCommit);
        },
        each);
    std::printf("of %d changes a sequence loses %lld, a counter taken last %lld\n", kWriters * each,
                static_cast<long long>(lost), static_cast<long long>(lostOfOurs));
    QVERIFY(lost > 0);
    QCOMPARE(lostOfOurs, 0);
  }

  void shouldDeadlock_onlyWhenScopesComeInTheOrderOfArrival() {
    const int rounds = tests::count(2, 50);
    int unsorted = 0;
    int sorted = 0;
    for (int i = 0; i < rounds; ++i) {
      unsorted += deadlocks(m_laboratory, {1, 2}, {2, 1});
      sorted += deadlocks(m_laboratory, {1, 2}, {1, 2});
    }
    QCOMPARE(unsorted, rounds); // one of the two each time
    QCOMPARE(sorted, 0);
  }

  void shouldLoseAnApproval_onlyWhenTheCaseIsNotLocked() {
    const int rounds = tests::count(10, 500);
    for (int i = 0; i < rounds; ++i) {
      QCOMPARE(approvedBy(m_laboratory, 2 * i, false).size(), 1U);
      QCOMPARE(approvedBy(m_laboratory, 2 * i + 1, true).size(), 2U);
    }
  }

  // Each row that a trigger stamps moves the counter once more, along all its earlier versions.
  void shouldWorkSquarely_onlyWhenATriggerStamps() {
    const auto setUp = [&](const std::string& name, const std::string& body) {
      (void)m_laboratory.ask("CREATE TABLE " + name + "(id bigint, seq bigint); CREATE FUNCTION on_" + name +
                             "() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN " + body +
                             " RETURN NULL; END $$; CREATE CONSTRAINT TRIGGER late AFTER INSERT ON " + name +
                             " DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION on_" + name +
                             "()");
    };
    setUp("stamped", "UPDATE madoguchi.counter SET seq = seq + 1 WHERE id = 0; "
                     "UPDATE madoguchi.stamped SET seq = (SELECT seq FROM madoguchi.counter WHERE id = 0) "
                     "WHERE ctid = (SELECT ctid FROM madoguchi.stamped WHERE id = NEW.id LIMIT 1);");
    setUp("checked", "PERFORM FROM madoguchi.counter WHERE id = 0 AND seq >= NEW.seq; "
                     "IF NOT FOUND THEN RAISE 'unstamped'; END IF;");
    (void)m_laboratory.ask("CREATE INDEX ON stamped(id)");
    auto connection = m_laboratory.connect();
    const auto versions = [&] {
      (void)connection.query(kFlush);
      return connection.query(kVersions).number(0, 0);
    };
    // How many versions of the counter it takes.
    const auto rowsTouched = [&](const std::string& sql) {
      const auto before = versions();
      connection.runScript(sql);
      return versions() - before;
    };
    const int rows = tests::count(500, 20'000);
    const std::string count = std::to_string(rows);
    QElapsedTimer timer;
    timer.start();
    const auto stamping =
        rowsTouched("INSERT INTO stamped SELECT i, 0 FROM generate_series(1, " + count + ") i");
    const auto stampingTook = timer.restart();
    const auto checking =
        rowsTouched("BEGIN; UPDATE counter SET seq = seq + " + count + " WHERE id = 0; INSERT INTO checked " +
                    "SELECT i, i FROM generate_series(1, " + count + ") i; COMMIT");
    const auto checkingTook = timer.elapsed();
    std::printf(
        "%d rows: stamping by trigger %lld ms, %lld versions of the counter; checking %lld ms, %lld\n", rows,
        static_cast<long long>(stampingTook), static_cast<long long>(stamping),
        static_cast<long long>(checkingTook), static_cast<long long>(checking));
    QCOMPARE(stamping, rows);
    QCOMPARE(checking, 1);
  }
};

QTEST_GUILESS_MAIN(PostgresOrderTest)
#include "postgresordertest.moc"
