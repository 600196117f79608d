// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cli/commandline.h"
#include "tests/support/postgresrig.h"
#include "tests/support/testsupport.h"

#include <QTemporaryDir>
#include <QtTest>

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
    const std::string restored = m_rig.makeDatabase();
    m_rig.restore(restored, copy);
    QCOMPARE(on(m_rig.url(restored), {"verify"}).out, verified.out);
    const std::string epoch = "SELECT value FROM madoguchi.epoch";
    QCOMPARE(on(m_rig.url(restored), {"user", "list"}).status, 0);
    QVERIFY(m_rig.ask(restored, epoch) != m_rig.ask(database, epoch));
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
    QCOMPARE(runLine({"init", "--data", data("y"), "--service-role", "service"}).status, 1);
  }
};

QTEST_GUILESS_MAIN(PostgresCommandLineTest)
#include "postgrescommandlinetest.moc"
