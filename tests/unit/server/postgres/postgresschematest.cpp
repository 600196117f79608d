// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/postgres/schema.h"
#include "tests/support/prove.h"
#include "tests/support/testsupport.h"
#include "tests/unit/server/postgres/postgresworld.h"

#include <QtTest>

#include <cstdio>

using namespace madoguchi;
using namespace madoguchi::server;
using tests::PostgresWorld;

namespace {

std::string codeOf(const core::Result<void>& result) {
  return result ? std::string() : std::string(core::toText(result.error().code));
}

} // namespace

/// How the tables come into a database, whole or not at all, and who may do what to them.
class PostgresSchemaTest : public QObject {
  Q_OBJECT

  PostgresWorld m_world;

private Q_SLOTS:
  void shouldRefuseEverybody_whenTheAuditIsToBeChanged() {
    const std::string database = m_world.fresh();
    const tests::ServerWorld world([&](const std::string&) { return m_world.open(database); });
    for (const char* role : {"service", "postgres"})
      for (const char* attack : {"UPDATE madoguchi.audit SET record = ''", "DELETE FROM madoguchi.audit",
                                 "TRUNCATE madoguchi.audit"})
        QVERIFY_EXCEPTION_THROWN(m_world.rig().run(database, attack, role), std::runtime_error);
    for (const char* attack :
         {"DELETE FROM madoguchi.audit_chain", "DELETE FROM madoguchi.desk_row", "DROP TABLE madoguchi.audit",
          "DROP TRIGGER audit_stays ON madoguchi.audit", "DELETE FROM madoguchi.schema_version",
          "DELETE FROM madoguchi.case_row", "UPDATE madoguchi.number_directory SET case_id = ''"})
      QVERIFY_EXCEPTION_THROWN(m_world.rig().run(database, attack, "service"), std::runtime_error);
  }

  void shouldMakeAllOrNothing_whenKilledAtAnyStep() {
    const std::string database = m_world.rig().makeDatabase();
    const auto options = m_world.options(database, "postgres");
    int steps = 0;
    for (int killed = 0; killed == steps; ++killed) {
      steps = 0;
      bool lost = false;
      try {
        migratePostgres(options, "service", [&](PostgresConnection& connection) {
          if (steps++ != killed) return;
          const auto pid = connection.query("SELECT pg_backend_pid()").number(0, 0);
          m_world.rig().run("postgres", "SELECT pg_terminate_backend(" + std::to_string(pid) + ", 5000)");
        });
      } catch (const PostgresFailure& failure) {
        lost = failure.kind == PostgresFailure::Kind::Lost;
      }
      if (steps == killed) break; // there was no such step
      QVERIFY(lost);
      QCOMPARE(m_world.rig().ask(database, "SELECT to_regnamespace('madoguchi') IS NULL"), std::string("t"));
      steps = killed + 1;
    }
    QVERIFY(steps >= 6);
    // The last run went through; another changes nothing.
    QCOMPARE(codeOf(PostgresStore::prepare(options, "service")), std::string());
    QVERIFY(PostgresStore::open(m_world.options(database)).has_value());
  }

  // T9: the connection dies as each statement of every step begins (every 17th in the short run).
  void shouldMakeAllOrNothing_whenKilledAtAnyStatement() {
    auto& rig = m_world.rig();
    const auto prepare = [&](const std::string& database) {
      return PostgresStore::prepare(m_world.options(database, "postgres"), {});
    };
    int killed = 0;
    for (int at = 1;; at += tests::count(17, 1)) {
      const std::string database = rig.makeDatabase();
      rig.run(database, "CREATE SEQUENCE statements; CREATE FUNCTION die() RETURNS event_trigger "
                        "LANGUAGE plpgsql AS $$ BEGIN IF nextval('public.statements') = " +
                            std::to_string(at) +
                            " THEN PERFORM pg_terminate_backend(pg_backend_pid()); END IF; END $$; "
                            "CREATE EVENT TRIGGER dying ON ddl_command_start EXECUTE FUNCTION die()");
      const auto made = prepare(database);
      if (made) {
        rig.dropDatabase(database);
        break; // there was no such statement
      }
      ++killed;
      QCOMPARE(rig.ask(database, "SELECT to_regnamespace('madoguchi') IS NULL"), std::string("t"));
      QCOMPARE(codeOf(prepare(database)), std::string());
      QVERIFY(PostgresStore::open(m_world.options(database, "postgres")).has_value());
      rig.dropDatabase(database);
    }
    QVERIFY2(killed >= tests::count(4, 60), qPrintable(QString::number(killed)));
    std::printf("killed at %d statements of the migrations\n", killed);
  }

  void shouldRefuseUntouched_whenTheDatabaseIsNotForIt() {
    const std::string empty = m_world.rig().makeDatabase();
    QCOMPARE(PostgresStore::open(m_world.options(empty)).error().code, core::ErrorCode::NotFound);
    const std::string newer = m_world.fresh();
    m_world.rig().run(newer, "INSERT INTO madoguchi.schema_version VALUES(99)");
    QCOMPARE(PostgresStore::open(m_world.options(newer)).error().code, core::ErrorCode::StorageNewer);
    QCOMPARE(codeOf(PostgresStore::prepare(m_world.options(newer, "postgres"), {})),
             std::string("StorageNewer"));
    QCOMPARE(PostgresStore::open({"host=/nowhere dbname=x"}).error().code, core::ErrorCode::StorageFailed);
    m_world.rig().run("postgres", "CREATE DATABASE latin TEMPLATE template0 ENCODING 'SQL_ASCII'");
    QCOMPARE(codeOf(PostgresStore::prepare(m_world.options("latin", "postgres"), {})),
             std::string("Malformed"));
  }
};

QTEST_GUILESS_MAIN(PostgresSchemaTest)
#include "postgresschematest.moc"
