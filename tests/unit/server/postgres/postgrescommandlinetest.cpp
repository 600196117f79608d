// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/calendar/date.h"
#include "server/cli/commandline.h"
#include "tests/support/postgresrig.h"
#include "tests/support/testsupport.h"

#include <QTemporaryDir>
#include <QtTest>

#include <sqlite3.h>
#include <sstream>

using namespace madoguchi;

namespace {

struct Outcome {
  int status = -1;
  std::string out;
  std::string err;
};

Outcome runLine(const std::vector<std::string>& words, const std::string& input = {}) {
  std::istringstream in(input);
  std::ostringstream out;
  std::ostringstream err;
  server::Console console{in, out, err};
  const int status = server::runCommandLine(words, console);
  return {status, out.str(), err.str()};
}

} // namespace

/// The console on PostgreSQL, as an administrator uses it.
class PostgresCommandLineTest : public QObject {
  Q_OBJECT

  tests::PostgresRig m_rig;
  QTemporaryDir m_folder;

  std::string data(const char* name) { return m_folder.path().toStdString() + "/" + name; }
  // `words` of a verb on the database, as a role.
  Outcome on(const std::string& url, std::vector<std::string> words, const std::string& input = {}) {
    words.insert(words.end(), {"--data", data("first"), "--database", url});
    return runLine(words, input);
  }

private Q_SLOTS:
  void initTestCase() { m_rig.run("postgres", "CREATE ROLE service LOGIN"); }

  void shouldDoEverything_whenTheDatabaseIsPostgres() {
    const std::string database = m_rig.makeDatabase();
    const std::string owner = m_rig.url(database);
    const std::string service = m_rig.url(database, "service");
    const std::vector<std::string> init{"init", "--resources", tests::resourcesFolder()};

    const auto early = on(service, {"user", "list"});
    QCOMPARE(early.status, 1);
    QVERIFY2(early.err.find("NotFound") != std::string::npos, early.err.c_str());
    auto first = init;
    first.insert(first.end(), {"--service-role", "service"});
    const auto made = on(owner, first);
    QVERIFY2(made.status == 0, made.err.c_str());
    QVERIFY(made.out.find("fingerprint") != std::string::npos);

    const auto generated =
        on(service, {"generate", "--cases", "200", "--seed", "3", "--now", "2026-04-01T09:00:00Z"});
    QVERIFY2(generated.status == 0, generated.err.c_str());
    QCOMPARE(on(service, {"generate", "--cases", "1", "--seed", "3"}).status, 1); // the staff exist
    const auto user = on(service, {"user", "add", "suzuki", "--name", "鈴木"}, "correct horse battery\n");
    QVERIFY2(user.status == 0, user.err.c_str());
    QVERIFY(on(service, {"user", "list"}).out.find("suzuki") != std::string::npos);

    const auto verified = on(service, {"verify"});
    QVERIFY2(verified.status == 0, verified.err.c_str());
    QVERIFY2(verified.out.find(" 200 cases in ") != std::string::npos, verified.out.c_str());

    // One more server on the same database, which does not own it.
    auto second = init;
    second.insert(second.end(), {"--data", data("second"), "--database", service});
    const auto joined = runLine(second);
    QVERIFY2(joined.status == 0, joined.err.c_str());

    const std::string copy = data("copy.dump");
    const auto backed = on(service, {"backup", copy});
    QVERIFY2(backed.status == 0, backed.err.c_str());
    QCOMPARE(on(service, {"backup", copy}).status, 1); // never over a file
    QCOMPARE(on(owner, {"restore", copy}).status, 1);  // never over a database
    const std::string restored = m_rig.makeDatabase();
    const auto back = on(m_rig.url(restored), {"restore", copy, "--service-role", "service"});
    QVERIFY2(back.status == 0, back.err.c_str());
    QCOMPARE(on(m_rig.url(restored), {"verify"}).out, verified.out);
    const std::string epoch = "SELECT value FROM madoguchi.epoch";
    QVERIFY(!m_rig.ask(restored, epoch).empty());
    QVERIFY(m_rig.ask(restored, epoch) != m_rig.ask(database, epoch));
    QCOMPARE(on(m_rig.url(restored, "service"), {"user", "passwd", "suzuki"}, "another password\n").status,
             0);
    // Nothing is left where it fails in the middle.
    const std::string torn = m_rig.makeDatabase();
    const QString half = QString::fromStdString(data("half.dump"));
    QVERIFY(QFile::copy(QString::fromStdString(copy), half));
    QVERIFY(QFile::resize(half, QFileInfo(half).size() * 3 / 4));
    QCOMPARE(on(m_rig.url(torn), {"restore", half.toStdString()}).status, 1);
    QCOMPARE(m_rig.ask(torn, "SELECT to_regnamespace('madoguchi') IS NULL"), std::string("t"));
  }

  void shouldMoveEverything_whenAnEmbeddedStoreIsMigrated() {
    const std::string folder = data("embedded");
    QCOMPARE(runLine({"init", "--data", folder, "--resources", tests::resourcesFolder()}).status, 0);
    QCOMPARE(runLine({"generate", "--data", folder, "--cases", "300", "--seed", "5"}).status, 0);
    QCOMPARE(runLine({"user", "add", "suzuki", "--name", "鈴木", "--data", folder}, "a password\n").status,
             0);
    const std::string database = m_rig.makeDatabase();
    const std::vector<std::string> migrate{"migrate",           "--from",         folder,   "--database",
                                           m_rig.url(database), "--service-role", "service"};
    const auto moved = runLine(migrate);
    QVERIFY2(moved.status == 0, moved.err.c_str());
    QVERIFY2(moved.out.find("cases: 300\n") != std::string::npos, moved.out.c_str());
    // It holds the same, and works on.
    const std::vector<std::string> verify{"verify", "--print-anchors", "--data", folder};
    auto there = verify;
    there.insert(there.end(), {"--database", m_rig.url(database, "service")});
    QCOMPARE(runLine(there).out, runLine(verify).out);
    QVERIFY(!runLine(verify).out.empty());
    QCOMPARE(on(m_rig.url(database, "service"), {"office", "add", "east"}).status, 0);
    const auto verified = on(m_rig.url(database, "service"), {"verify"});
    QVERIFY2(verified.status == 0, verified.err.c_str());
    QCOMPARE(runLine(migrate).status, 1); // never over a database
  }

  void shouldKeepWhenACommandWasDecided_whenAnEmbeddedStoreIsMigrated() {
    const std::string folder = data("decided");
    QCOMPARE(runLine({"init", "--data", folder, "--resources", tests::resourcesFolder()}).status, 0);
    sqlite3* file = nullptr;
    QCOMPARE(sqlite3_open((folder + "/madoguchi.db").c_str(), &file), SQLITE_OK);
    const char* decided = "INSERT INTO applied VALUES"
                          "('c1', 'suzuki', 'pc', 1, 'hash', '{}', '2026-06-01T09:30:00.007Z')";
    QCOMPARE(sqlite3_exec(file, decided, nullptr, nullptr, nullptr), SQLITE_OK);
    sqlite3_close(file);
    const std::string database = m_rig.makeDatabase();
    const auto moved = runLine({"migrate", "--from", folder, "--database", m_rig.url(database)});
    QVERIFY2(moved.status == 0, moved.err.c_str());
    // To the millisecond, or every desk would take it for another history.
    const auto at = core::parseInstant("2026-06-01T09:30:00.007Z")->time_since_epoch().count();
    QCOMPARE(m_rig.ask(database, "SELECT at FROM madoguchi.applied WHERE command = 'c1'"),
             std::to_string(at));
  }

  void shouldMoveNothing_whenAScopeDiffers() {
    const std::string folder = data("differing");
    QCOMPARE(runLine({"init", "--data", folder, "--resources", tests::resourcesFolder()}).status, 0);
    QCOMPARE(runLine({"generate", "--data", folder, "--cases", "30", "--seed", "5"}).status, 0);
    const std::vector<std::pair<std::string, std::string>> faults{
        {"UPDATE case_row SET digest = replace(digest, 'a', 'b')", "differs from its digest"},
        {"UPDATE scope SET count = count + 1 WHERE name = 'global'", "scope global differs"},
        {"UPDATE scope SET hash = '" + std::string(64, '0') + "' WHERE name = 'global'",
         "scope global differs"},
        {"DELETE FROM case_row WHERE id = (SELECT min(id) FROM case_row)", " differs"}};
    for (const auto& [fault, why] : faults) {
      const QString broken = QString::fromStdString(data("broken.db"));
      QFile::remove(broken);
      QVERIFY(QFile::copy(QString::fromStdString(folder + "/madoguchi.db"), broken));
      sqlite3* file = nullptr;
      QCOMPARE(sqlite3_open(qPrintable(broken), &file), SQLITE_OK);
      QCOMPARE(sqlite3_exec(file, fault.c_str(), nullptr, nullptr, nullptr), SQLITE_OK);
      sqlite3_close(file);
      const std::string database = m_rig.makeDatabase();
      const auto outcome =
          runLine({"migrate", "--from", broken.toStdString(), "--database", m_rig.url(database)});
      QCOMPARE(outcome.status, 1);
      QVERIFY2(outcome.err.find(why) != std::string::npos, outcome.err.c_str());
      QCOMPARE(m_rig.ask(database, "SELECT to_regnamespace('madoguchi') IS NULL"), std::string("t"));
    }
  }

  void shouldMoveNothing_whenAnAuditRowDoesNotArriveAsItWas() {
    const std::string folder = data("audited");
    QCOMPARE(runLine({"init", "--data", folder, "--resources", tests::resourcesFolder()}).status, 0);
    QCOMPARE(runLine({"generate", "--data", folder, "--cases", "30", "--seed", "5"}).status, 0);
    // GIVEN a database that alters one row of as many
    const std::string database = m_rig.makeDatabase();
    m_rig.run(database, R"(
      CREATE FUNCTION public.alter_one() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        IF NEW.number = 2 THEN NEW.record := NEW.record || ' '; END IF; RETURN NEW; END $$;
      CREATE FUNCTION public.watch() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN
        IF EXISTS (SELECT FROM pg_event_trigger_ddl_commands() WHERE object_identity = 'madoguchi.audit') THEN
          CREATE TRIGGER altering BEFORE INSERT ON madoguchi.audit FOR EACH ROW
            EXECUTE FUNCTION public.alter_one();
        END IF; END $$;
      CREATE EVENT TRIGGER watching ON ddl_command_end WHEN TAG IN ('CREATE TABLE')
        EXECUTE FUNCTION public.watch();)");
    const auto outcome = runLine({"migrate", "--from", folder, "--database", m_rig.url(database)});
    QCOMPARE(outcome.status, 1);
    QVERIFY2(outcome.err.find("table audit differs") != std::string::npos, outcome.err.c_str());
    QCOMPARE(m_rig.ask(database, "SELECT to_regnamespace('madoguchi') IS NULL"), std::string("t"));
  }

  void shouldNameTheBadRow_whenTheDatabaseWasTamperedWith() {
    const std::string database = m_rig.makeDatabase();
    const std::string owner = m_rig.url(database);
    QCOMPARE(on(owner, {"init", "--resources", tests::resourcesFolder()}).status, 0);
    QCOMPARE(on(owner, {"generate", "--cases", "20"}).status, 0);
    QCOMPARE(on(owner, {"verify"}).status, 0);
    const std::vector<std::pair<std::string, std::string>> attacks{
        {"UPDATE audit SET record = record || ' ' WHERE number = 2", "its hash does not cover it"},
        {"UPDATE case_row SET state = replace(state, '\"version\"', '\"Version\"')",
         "its digest is not that of its text"},
        {"UPDATE scope SET count = count + 1 WHERE name = 'global'", "its count is not that of its rows"},
        {"DELETE FROM gone; DELETE FROM case_row WHERE id = (SELECT min(id) FROM case_row)",
         "in the audit, but gone"}};
    for (const auto& [attack, why] : attacks) {
      const std::string copy = m_rig.makeDatabase(database);
      m_rig.run(copy, "SET search_path = madoguchi; SET session_replication_role = replica; " + attack);
      const auto outcome = on(m_rig.url(copy), {"verify"});
      QCOMPARE(outcome.status, 1);
      QVERIFY2(outcome.err.find(why) != std::string::npos, outcome.err.c_str());
    }
  }

  void shouldExitWithOne_whenNobodyAnswers() {
    const auto outcome =
        runLine({"user", "list", "--data", data("x"), "--database", "postgresql:///x?host=/nowhere"});
    QCOMPARE(outcome.status, 1);
    QVERIFY2(outcome.err.find("StorageFailed") != std::string::npos, outcome.err.c_str());
    QCOMPARE(runLine({"verify", "--data", data("x"), "--database", "postgresql:///x?host=/nowhere"}).status,
             1);
  }
};

QTEST_GUILESS_MAIN(PostgresCommandLineTest)
#include "postgrescommandlinetest.moc"
