// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/embedded/embeddedstore.h"

#include "tests/unit/server/storecontract.h"

#include <QtTest>

#include <sys/wait.h>

#include <csignal>
#include <cstdio>
#include <fstream>
#include <sqlite3.h>
#include <unistd.h>

using namespace madoguchi;
using namespace madoguchi::server;

namespace {

int statementsLeft = 0;

int onStatement(unsigned, void*, void*, void*) {
  if (--statementsLeft == 0) ::raise(SIGKILL);
  return 0;
}

int watch(sqlite3* database, char**, const sqlite3_api_routines*) {
  return sqlite3_trace_v2(database, SQLITE_TRACE_STMT, &onStatement, nullptr);
}

// In a child: every connection dies as its n-th statement begins.
[[noreturn]] void openAndDie(const std::string& file, int statement) {
  statementsLeft = statement;
  sqlite3_auto_extension(reinterpret_cast<void (*)()>(&watch));
  const auto store = EmbeddedStore::open(file);
  ::_exit(store ? 0 : 1);
}

// A store without the steps behind the first.
void makeFirstRelease(const std::string& file) {
  if (!EmbeddedStore::open(file)) qFatal("no store");
  sqlite3* database = nullptr;
  if (sqlite3_open(file.c_str(), &database) != SQLITE_OK) qFatal("cannot open");
  std::string sql = "DROP TABLE failing_command; DROP INDEX blob_case_by_case; PRAGMA user_version = 1;";
  for (const char* column :
       {"lease_secret", "lease_next", "lease_until", "granted_until", "seal_key", "scopes"})
    sql += std::string("ALTER TABLE device DROP COLUMN ") + column + ";";
  if (sqlite3_exec(database, sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK)
    qFatal("%s", sqlite3_errmsg(database));
  sqlite3_close(database);
}

} // namespace

/// What only the embedded store promises; the rest is the contract.
class EmbeddedStoreTest : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void shouldRefuseUntouched_whenTheFileIsOfANewerProgram() {
    QTemporaryDir folder;
    const std::string file = folder.path().toStdString() + "/x.db";
    QVERIFY(EmbeddedStore::open(file).has_value());
    sqlite3* database = nullptr;
    QCOMPARE(sqlite3_open(file.c_str(), &database), SQLITE_OK);
    sqlite3_exec(database, "PRAGMA user_version = 99", nullptr, nullptr, nullptr);
    sqlite3_close(database);
    const auto opened = EmbeddedStore::open(file);
    QVERIFY(!opened.has_value());
    QVERIFY(opened.error().code == core::ErrorCode::StorageNewer);
  }

  // T9: the process dies as each statement of a migration begins, from nothing and from the first release.
  void shouldMakeAllOrNothing_whenKilledAtAnyStatement() {
    for (const int from : {0, 1}) {
      int killed = 0;
      for (int at = 1;; ++at) {
        QTemporaryDir folder;
        const std::string file = folder.path().toStdString() + "/x.db";
        if (from > 0) makeFirstRelease(file);
        const pid_t child = ::fork();
        if (child == 0) openAndDie(file, at);
        int status = 0;
        QCOMPARE(::waitpid(child, &status, 0), child);
        const auto store = EmbeddedStore::open(file);
        QVERIFY2(store.has_value(), store ? "" : store.error().detail.c_str());
        QVERIFY((*store)->write([](Writing& writing) -> core::Result<void> {
          return writing.epoch().empty() || writing.countFailure(core::CommandId("c")) != 1
                     ? core::failure(core::ErrorCode::Internal)
                     : core::Result<void>();
        }));
        if (WIFEXITED(status)) break; // there was no such statement
        ++killed;
      }
      QVERIFY2(killed > (from > 0 ? 5 : 30), qPrintable(QString::number(killed)));
      std::printf("killed at each of %d statements from version %d\n", killed, from);
    }
  }

  void shouldRefuse_whenTheFileIsNoDatabaseOfOurs() {
    QTemporaryDir folder;
    const std::string text = folder.path().toStdString() + "/text";
    std::ofstream(text) << std::string(4096, 'x');
    const auto broken = EmbeddedStore::open(text);
    QVERIFY(!broken.has_value() && broken.error().code == core::ErrorCode::StorageCorrupt);

    const std::string foreign = folder.path().toStdString() + "/foreign.db";
    sqlite3* database = nullptr;
    QCOMPARE(sqlite3_open(foreign.c_str(), &database), SQLITE_OK);
    sqlite3_exec(database, "CREATE TABLE other(x)", nullptr, nullptr, nullptr);
    sqlite3_close(database);
    const auto opened = EmbeddedStore::open(foreign);
    QVERIFY(!opened.has_value() && opened.error().code == core::ErrorCode::Malformed);
  }

  // One row that cannot be read fails its whole run; the run is cut in two until only that one is set aside.
  void shouldSetAsideOnlyTheCommandThatFails_whenARowIsBroken() {
    tests::ServerWorld world;
    std::vector<core::CaseId> ids;
    for (int i = 0; i < 7; ++i)
      ids.push_back(world.arrived());
    sqlite3* database = nullptr;
    QCOMPARE(sqlite3_open(world.databaseFile().c_str(), &database), SQLITE_OK);
    const std::string sql = "UPDATE case_row SET timeline = '[' WHERE id = '" + ids[4].value + "'";
    QCOMPARE(sqlite3_exec(database, sql.c_str(), nullptr, nullptr, nullptr), SQLITE_OK);
    sqlite3_close(database);
    std::vector<protocol::CommandItem> run;
    for (const auto& id : ids)
      run.push_back(tests::ServerWorld::itemOf(world.command("clerk1", id, 1, core::AddNote{"x"})));
    run.push_back(tests::ServerWorld::itemOf(world.command("clerk1", ids[4], 1, core::AddNote{"y"})));
    // Alone it is not answered at all, so that it comes again.
    const auto alone = world.commands.execute(world.caller("clerk1"), {run[4]});
    QVERIFY(!alone.has_value() && alone.error().code == core::ErrorCode::Internal);
    for (int times = 2; times < 7; ++times) {
      const auto answers = world.commands.execute(world.caller("clerk1"), run);
      QVERIFY(answers.has_value());
      if (times < 5) {
        QCOMPARE(answers->size(), ids.size() - 1);
        for (const auto& answer : *answers)
          QVERIFY(answer.kind == core::AnswerKind::Applied);
        continue;
      }
      for (std::size_t at = 0; at < ids.size(); ++at)
        QVERIFY(at == 4 ? answers->at(at).code == "Internal"
                        : answers->at(at).kind == core::AnswerKind::Applied);
      QVERIFY(answers->back().kind == core::AnswerKind::BlockedBy);
    }
    QCOMPARE(world.state(ids[6]).notes.size(), 1U);
  }

  void shouldHearOfOtherProcesses_whenPolled() {
    tests::ServerWorld world;
    std::map<core::ScopeName, std::int64_t> heard;
    world.store->setListener([&](const auto& seqs) { heard = seqs; });
    world.store->poll();
    heard.clear();
    world.store->poll();
    QVERIFY(heard.empty()); // nothing happened since
    // Another connection to the same file stands for another process.
    auto other = tests::openEmbedded(world.folder());
    const Passwords cheap(Passwords::Cost::Cheapest);
    Accounts accounts(*other, cheap, systemNow);
    QVERIFY(accounts.setPassword("clerk1", "another password").has_value() &&
            accounts.disable("clerk2").has_value());
    world.store->poll();
    QVERIFY(heard.contains(core::globalScope()));
  }
};

int main(int argc, char** argv) {
  QCoreApplication application(argc, argv);
  tests::StoreContract contract(&tests::openEmbedded);
  EmbeddedStoreTest own;
  return QTest::qExec(&contract, argc, argv) | QTest::qExec(&own, argc, argv);
}
#include "embeddedstoretest.moc"
