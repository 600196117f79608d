// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/casecodec.h"
#include "server/admin/resources.h"
#include "server/admin/samplemaker.h"
#include "tests/support/testsupport.h"
#include "tests/unit/server/postgres/postgresworld.h"
#include "tests/unit/server/readymade/keepercontract.h"
#include "tests/unit/server/storecontract.h"

#include <QtTest>

#include <random>
#include <thread>

using namespace madoguchi;
using namespace madoguchi::server;
using tests::PostgresWorld;

namespace {

using Seqs = std::map<core::ScopeName, std::int64_t>;

std::string codeOf(const core::Result<void>& result) {
  return result ? std::string() : std::string(core::toText(result.error().code));
}

core::Result<void> nothing(Reading&) {
  return {};
}

// Puts one fresh reference into each scope, stamped as the services do it.
core::Result<void> putOneIntoEach(Store& store, const std::set<core::ScopeName>& scopes,
                                  const std::string& key) {
  return store.write([&](Writing& writing) -> core::Result<void> {
    auto counters = writing.takeCounters(scopes);
    std::vector<core::ReferenceRow> rows;
    for (auto& [scope, counter] : counters) {
      const std::string document = "{\"key\":\"" + key + "\"}";
      const std::string digest = core::sha256Hex(document);
      rows.push_back({scope, ++counter.seq, "thing", key, 1, digest, document});
      counter.sum.add("thing/" + key, 1, digest);
      ++counter.count;
    }
    writing.putReferences(rows);
    writing.putCounters(counters);
    return {};
  });
}

// Follows all scopes until told to stop and everything was read; how many rows came, or -1 when one was
// skipped or came twice.
std::int64_t follow(Store& store, const std::atomic<bool>& done) {
  Seqs cursor;
  std::int64_t rows = 0;
  for (bool last = false; !last;) {
    last = done;
    const auto read = store.read([&](Reading& reading) -> core::Result<void> {
      for (const auto& counter : reading.counters())
        for (const auto& item : reading.changesAfter(counter.scope, cursor[counter.scope], {7, 1 << 20})) {
          // Nothing is ever changed here, so each number is given once and none is missing.
          if (std::get<core::ReferenceRow>(item).seq != ++cursor[counter.scope]) rows = INT64_MIN;
          ++rows;
        }
      return {};
    });
    if (!read) return -1;
    bool drained = true;
    (void)store.read([&](Reading& reading) -> core::Result<void> {
      for (const auto& counter : reading.counters())
        drained = drained && cursor[counter.scope] == counter.seq;
      return {};
    });
    last = last && drained;
  }
  return rows < 0 ? -1 : rows;
}

} // namespace

/// What PostgreSQL adds to the contract: several processes, a schema that refuses, a server that goes away.
class PostgresStoreTest : public QObject {
  Q_OBJECT

public:
  explicit PostgresStoreTest(PostgresWorld& world) : m_world(world) {}

private:
  PostgresWorld& m_world;

private Q_SLOTS:
  void shouldHearOfTheOtherProcess_whenPolled() {
    const std::string database = m_world.fresh();
    const auto one = m_world.open(database);
    const auto two = m_world.open(database);
    Seqs heard;
    two->setListener([&](const Seqs& seqs) { heard = seqs; });
    QVERIFY(putOneIntoEach(*one, {"user/a", "user/b"}, "1"));
    QVERIFY(heard.empty());
    two->poll();
    QVERIFY(heard == (Seqs{{"user/a", 1}, {"user/b", 1}, {kScopeCount, 2}}));
    heard.clear();
    two->poll();
    QVERIFY(heard.empty());
    QVERIFY(putOneIntoEach(*one, {"user/b"}, "2"));
    two->poll();
    QCOMPARE(heard["user/b"], 2);
    QVERIFY(!heard.contains("user/a"));
  }

  // A plain sequence loses 2–4 % of the rows here, and locks in the order of arrival deadlock.
  void shouldSkipNoRowAndNeverDeadlock_whenEightWritersAndAReaderRun() {
    const std::string database = m_world.fresh();
    std::int64_t seen = -1;
    {
      std::vector<std::unique_ptr<PostgresStore>> stores;
      for (int i = 0; i < 2; ++i)
        stores.push_back(m_world.open(database));
      const auto reading = m_world.open(database);
      std::atomic<bool> done = false;
      std::atomic<int> failed = 0;
      std::thread reader([&] { seen = follow(*reading, done); });
      std::vector<std::thread> writers;
      for (int w = 0; w < 8; ++w)
        writers.emplace_back([&, w] {
          std::mt19937 random(static_cast<unsigned>(w));
          for (int i = 0; i < 100; ++i) {
            std::set<core::ScopeName> scopes;
            while (scopes.size() < 3)
              scopes.insert("user/" + std::to_string(random() % 6));
            const std::string key = std::to_string(w) + "-" + std::to_string(i);
            if (!putOneIntoEach(*stores[static_cast<std::size_t>(w) % 2], scopes, key)) ++failed;
          }
        });
      for (auto& writer : writers)
        writer.join();
      done = true;
      reader.join();
      QCOMPARE(failed.load(), 0);
      QCOMPARE(tests::differingCounters(*reading), std::string());
    }
    QCOMPARE(seen, 8 * 100 * 3);
    // The counts of a session are kept when it ends, and all have ended.
    QCOMPARE(m_world.rig().ask("postgres",
                               "SELECT deadlocks FROM pg_stat_database WHERE datname = '" + database + "'"),
             std::string("0"));
  }

  void shouldStartAgain_whenTransactionsBlockEachOther() {
    const auto store = m_world.open(m_world.fresh());
    std::atomic<int> tries = 0;
    const auto lockBoth = [&](const std::string& first, const std::string& second) {
      // Two transactions meet here, each with its first lock, and only then ask for the other's.
      return store->write([&, first, second](Writing& writing) -> core::Result<void> {
        (void)writing.lastNumber(first);
        ++tries;
        while (tries < 2)
          std::this_thread::yield();
        writing.putLastNumber(second, writing.lastNumber(second) + 1);
        return {};
      });
    };
    core::Result<void> one;
    core::Result<void> two;
    std::thread a([&] { one = lockBoth("a", "b"); });
    std::thread b([&] { two = lockBoth("b", "a"); });
    a.join();
    b.join();
    QCOMPARE(codeOf(one), std::string());
    QCOMPARE(codeOf(two), std::string());
    QVERIFY(tries > 2);
  }

  void shouldRefuseTheCommit_whenARowIsAheadOfItsCounter() {
    tests::ServerWorld world(m_world.factory(1));
    const core::CaseRow before = world.row(world.arrived());
    for (const std::int64_t seq : {before.seq + 5, before.seq}) {
      const auto put = world.store->write([&](Writing& writing) -> core::Result<void> {
        core::CaseRow changed = before;
        ++changed.version;
        changed.seq = seq;
        writing.putCases({{changed, core::OfficeId("east")}});
        return {};
      });
      QCOMPARE(codeOf(put), std::string("Internal"));
      QVERIFY(world.row(before.id) == before);
    }
  }

  void shouldRefuse_whenTheSchemaIsAskedToBreakARule() {
    const std::string database = m_world.fresh();
    tests::ServerWorld world([&](const std::string&) { return m_world.open(database); });
    const core::CaseId id = world.submitted();
    for (const char* login : {"super", "legal", "manager"})
      (void)world.run(login, id, world.state(id).version, core::Approve{1, world.state(id).draft->hash, {}});
    QVERIFY(world.state(id).decision.has_value());
    const std::string other = world.taken().value;
    const std::string bump = "SET version = version + 1, seq = seq + 0, state = ";
    const std::string state = "(SELECT state FROM case_row WHERE id = '" + id.value + "')";
    const std::vector<std::string> attacks{
        // a document number, and a case's own, twice
        "UPDATE case_row " + bump + state + " WHERE id = '" + other + "'",
        "INSERT INTO number_directory SELECT document_number, 'x' FROM case_row WHERE id = '" + id.value +
            "'",
        // another decision; none any more
        "UPDATE case_row " + bump + "replace(state, '\"Granted\"', '\"Refused\"') WHERE id = '" + id.value +
            "'",
        "UPDATE case_row " + bump + "'{}' WHERE id = '" + id.value + "'",
        // the author in the route; one person twice
        "UPDATE case_row " + bump + "replace(state, '\"by\":\"legal\"', '\"by\":\"clerk1\"') WHERE id = '" +
            id.value + "'",
        "UPDATE case_row " + bump + "replace(state, '\"by\":\"legal\"', '\"by\":\"super\"') WHERE id = '" +
            id.value + "'",
        // a second case under the id; another home
        "INSERT INTO case_directory VALUES('" + id.value + "', 'west')",
        "UPDATE case_row SET home_office = 'west', version = version + 1, seq = seq + 1 WHERE id = '" +
            id.value + "'",
        "UPDATE scope SET seq = seq - 1"};
    for (const std::string& attack : attacks) {
      bool refused = false;
      try {
        m_world.rig().run(database, "SET search_path = madoguchi; " + attack);
      } catch (const std::runtime_error& error) {
        const std::string why = error.what();
        refused = why.find("refused") != std::string::npos || why.find("violates") != std::string::npos;
        if (!refused) qWarning("%s", error.what());
      }
      QVERIFY2(refused, attack.c_str());
    }
    QCOMPARE(tests::differingCounters(*world.store), std::string());
  }

  void shouldHaveAnotherEpoch_whenTheDatabaseIsACopy() {
    const std::string database = m_world.fresh();
    const auto epochOf = [&](const std::string& name) {
      const auto store = m_world.open(name);
      std::string epoch;
      (void)store->read([&](Reading& reading) -> core::Result<void> {
        epoch = reading.epoch();
        return {};
      });
      return epoch;
    };
    const std::string first = epochOf(database);
    QVERIFY(!first.empty());
    QCOMPARE(epochOf(database), first);
    QVERIFY(epochOf(m_world.rig().makeDatabase(database)) != first);
  }

  void shouldGoOn_whenTheServerComesBack() {
    const std::string database = m_world.fresh();
    const auto store = m_world.open(database);
    QVERIFY(putOneIntoEach(*store, {"user/a"}, "1"));
    store->poll();
    m_world.rig().kill();
    QCOMPARE(codeOf(putOneIntoEach(*store, {"user/a"}, "2")), std::string("StorageFailed"));
    QCOMPARE(codeOf(store->read(nothing)), std::string("StorageFailed"));
    store->poll();
    m_world.rig().start();
    Seqs heard;
    store->setListener([&](const Seqs& seqs) { heard = seqs; });
    QVERIFY(putOneIntoEach(*store, {"user/a"}, "2"));
    heard.clear();
    store->poll();
    QCOMPARE(heard["user/a"], 2);
    // A connection that dies while nobody looks costs nobody an error.
    m_world.rig().run("postgres", "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity "
                                  "WHERE datname = '" +
                                      database + "'");
    QCOMPARE(codeOf(store->read(nothing)), std::string());
    QVERIFY(putOneIntoEach(*store, {"user/a"}, "3"));
  }

  void shouldReadWhatWasCommitted_whenAStandbyAnswers() {
    tests::PostgresWorld world;
    const std::string database = world.fresh();
    world.rig().addStandby();
    const auto onStandby = [&](const std::string& sql) {
      PostgresOptions options = world.options(database);
      options.database = world.rig().standbyUrl(database);
      options.writes = false;
      const auto connection = std::make_unique<PostgresConnection>(options);
      connection->runScript("DO $$ BEGIN " + sql + " END $$");
    };
    auto options = world.options(database);
    options.standby = world.rig().standbyUrl(database, "service");
    const auto store = std::move(*PostgresStore::open(options));
    const auto seqSeen = [&] {
      std::int64_t seq = 0;
      const auto read = store->readReplayed([&](Reading& reading) -> core::Result<void> {
        const auto counter = reading.counter("user/a");
        seq = counter ? counter->seq : 0;
        return {};
      });
      return read ? seq : -1;
    };
    // One that has caught up answers, and never from before; one that has not is never waited for. (The
    // primary writes to its log by itself too, so that it may have gone on again.)
    int written = 0;
    while (store->standbyReads() < 20 && written < 200) {
      QVERIFY(putOneIntoEach(*store, {"user/a"}, std::to_string(++written)));
      const std::string committed = world.rig().ask(database, "SELECT pg_current_wal_flush_lsn()");
      onStandby("WHILE pg_last_wal_replay_lsn() < '" + committed +
                "' LOOP PERFORM pg_sleep(0.001); END LOOP;");
      QCOMPARE(seqSeen(), written);
    }
    QVERIFY(store->standbyReads() >= 20);
    for (int i = 0; i < 20; ++i) {
      QVERIFY(putOneIntoEach(*store, {"user/a"}, std::to_string(++written)));
      QCOMPARE(seqSeen(), written);
    }
    // One that stands still is passed over.
    onStandby("PERFORM pg_wal_replay_pause(); WHILE pg_get_wal_replay_pause_state() <> 'paused' LOOP "
              "PERFORM pg_sleep(0.01); END LOOP;");
    for (int i = 0; i < 3; ++i)
      QVERIFY(putOneIntoEach(*store, {"user/a"}, std::to_string(++written)));
    const auto before = store->standbyReads();
    QCOMPARE(seqSeen(), written);
    QCOMPARE(store->standbyReads(), before);
    // And so is one that has gone.
    world.rig().killStandby();
    QCOMPARE(seqSeen(), written);
  }

  void shouldGiveUpInTime_whenALockIsHeld() {
    const std::string database = m_world.fresh();
    const auto store = m_world.open(database);
    QVERIFY(putOneIntoEach(*store, {"user/a"}, "1"));
    auto impatient = m_world.options(database);
    impatient.lockTimeout = std::chrono::milliseconds(20);
    const auto other = PostgresStore::open(impatient);
    QVERIFY(other.has_value());
    const auto held = store->write([&](Writing& writing) -> core::Result<void> {
      (void)writing.takeCounters({"user/a"});
      const auto refused = putOneIntoEach(**other, {"user/a"}, "2");
      return refused ? core::failure(core::ErrorCode::Internal) : refused;
    });
    QCOMPARE(codeOf(held), std::string("StorageFailed"));
  }

  void shouldRefuseTheValue_whenATextCannotBeStored() {
    const auto store = m_world.open(m_world.fresh());
    const std::string nul("a\0b", 3);
    for (const std::string& text : {nul, std::string("\xff")}) {
      const auto read = store->read([&](Reading& reading) -> core::Result<void> {
        (void)reading.accountByLogin(text);
        return {};
      });
      QCOMPARE(codeOf(read), std::string("InvalidArgument"));
    }
    tests::ServerWorld world(m_world.factory(1));
    const auto answers = world.commands.execute(
        world.caller("clerk1"),
        {{1, R"({"id":"a\u0000b","caseId":"c","actor":"clerk1","body":{"kind":"CloseCase"}})"}});
    QVERIFY(answers.has_value());
    QVERIFY(answers->front().kind == core::AnswerKind::Rejected);
  }

  void shouldHoldTheSame_whenBothStoresGenerateTheSame() {
    const auto countersOf = [&](const tests::StoreFactory& factory) {
      QTemporaryDir folder;
      const auto store = factory(folder.path().toStdString());
      DirectoryBlobs blobs(folder.path().toStdString() + "/blobs");
      const Passwords cheap(Passwords::Cost::Cheapest);
      const core::Instant now = *core::parseInstant("2026-04-01T09:00:00Z");
      Accounts accounts(*store, cheap, [&] { return now; });
      if (!loadResources(*store, tests::resourcesFolder(), [&] { return now; }))
        return std::vector<ScopeCounter>();
      const auto made =
          SampleMaker(*store, blobs, accounts).make(300, 7, now, std::nullopt, [](std::size_t) {});
      if (!made) qWarning("%s", made.error().detail.c_str());
      std::vector<ScopeCounter> counters;
      (void)store->read([&](Reading& reading) -> core::Result<void> {
        counters = reading.counters();
        return {};
      });
      if (tests::differingCounters(*store) != std::string()) counters.clear();
      return counters;
    };
    const auto embedded = countersOf(&tests::openEmbedded);
    QVERIFY(embedded.size() > 20);
    QVERIFY(countersOf(m_world.factory(1)) == embedded);
  }
};

int main(int argc, char** argv) {
  QCoreApplication application(argc, argv);
  PostgresWorld world;
  tests::StoreContract alone(world.factory(1));
  tests::StoreContract together(world.factory(2));
  tests::KeeperContract readyMade(world.factory(2));
  PostgresStoreTest own(world);
  return QTest::qExec(&alone, argc, argv) | QTest::qExec(&together, argc, argv) |
         QTest::qExec(&readyMade, argc, argv) | QTest::qExec(&own, argc, argv);
}
#include "postgresstoretest.moc"
