// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/embedded/embeddedstore.h"

#include "tests/unit/server/storecontract.h"

#include <QtTest>

#include <fstream>
#include <sqlite3.h>

using namespace madoguchi;
using namespace madoguchi::server;

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
    for (int i = 0; i < 2; ++i) {
      const auto answers = world.commands.execute(world.caller("clerk1"), run);
      QVERIFY(answers.has_value());
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
