// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/verify/verifier.h"

#include "tests/support/prove.h"
#include "tests/support/testsupport.h"
#include "tests/unit/server/serverworld.h"

#include <QtTest>

#include <cstdio>
#include <fstream>
#include <random>
#include <sqlite3.h>

using namespace madoguchi;
using namespace madoguchi::server;
using namespace madoguchi::tests;

namespace {

void execute(const std::string& file, const std::string& sql) {
  sqlite3* database = nullptr;
  if (sqlite3_open(file.c_str(), &database) != SQLITE_OK) qFatal("cannot open");
  char* error = nullptr;
  if (sqlite3_exec(database, sql.c_str(), nullptr, nullptr, &error) != SQLITE_OK) qFatal("%s", error);
  sqlite3_close(database);
}

std::string textOf(const std::string& file, const std::string& sql) {
  sqlite3* database = nullptr;
  sqlite3_stmt* statement = nullptr;
  std::string text;
  if (sqlite3_open(file.c_str(), &database) != SQLITE_OK) qFatal("cannot open");
  if (sqlite3_prepare_v2(database, sql.c_str(), -1, &statement, nullptr) == SQLITE_OK &&
      sqlite3_step(statement) == SQLITE_ROW)
    text = reinterpret_cast<const char*>(sqlite3_column_text(statement, 0));
  sqlite3_finalize(statement);
  sqlite3_close(database);
  return text;
}

std::string firstBad(const std::string& file, const std::string& anchors = {}) {
  const auto report = verify::check(file, anchors);
  return report ? report->firstBad : "error " + report.error().detail;
}

// A database with a history, in one file that can be copied.
class History {
public:
  History() {
    for (int i = 0; i < 5; ++i)
      (void)m_world.taken();
    const auto moved = m_world.taken();
    (void)m_world.run("super", moved, 3, core::TransferCase{core::OfficeId("west"), "管轄"});
    if (!m_world.store->backup(file())) qFatal("no backup");
  }
  [[nodiscard]] std::string file() const { return m_world.folder() + "/history.db"; }
  [[nodiscard]] std::string copy() const {
    const std::string copied = m_world.folder() + "/copy.db";
    QFile::remove(QString::fromStdString(copied));
    if (!QFile::copy(QString::fromStdString(file()), QString::fromStdString(copied))) qFatal("no copy");
    return copied;
  }
  [[nodiscard]] std::string anchors() const {
    const std::string path = m_world.folder() + "/anchors";
    std::ofstream out(path);
    const auto report = verify::check(file(), {});
    for (const auto& head : report->heads)
      out << head << '\n';
    return path;
  }

private:
  ServerWorld m_world;
};

} // namespace

class VerifierTest : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void shouldFindNothing_whenAllIsWell() {
    const History history;
    QCOMPARE(firstBad(history.file()), std::string());
    QCOMPARE(firstBad(history.file(), history.anchors()), std::string());
    const auto report = verify::check(history.file(), {});
    QCOMPARE(report->cases, 6);
    QVERIFY(report->auditRows > 19);
  }

  // T17: one row of the audit is tampered with, each time another and in another way.
  void shouldNameTheRow_whenTheAuditIsTamperedWith() {
    const History history;
    std::mt19937 random(17);
    const std::vector<std::string> ways = {"UPDATE audit SET record = replace(record, '2026', '2025')",
                                           "UPDATE audit SET record = record || ' '",
                                           "UPDATE audit SET hash = upper(hash)", "DELETE FROM audit",
                                           "UPDATE audit SET record = '{}'"};
    const int rows = std::stoi(textOf(history.file(), "SELECT count(*) FROM audit"));
    const int tries = count(60, 1'000);
    for (int i = 0; i < tries; ++i) {
      const std::string file = history.copy();
      const std::string offset = std::to_string(random() % static_cast<unsigned>(rows));
      const std::string where = "FROM audit ORDER BY chain, number LIMIT 1 OFFSET " + offset;
      const std::string chain = textOf(file, "SELECT chain " + where);
      const std::string number = textOf(file, "SELECT number " + where);
      execute(file, ways[static_cast<std::size_t>(i) % ways.size()] + " WHERE chain = '" + chain +
                        "' AND number = " + number);
      const std::string bad = firstBad(file);
      QVERIFY2(bad.find("audit row " + number + " of chain '" + chain + "'") == 0, bad.c_str());
    }
    std::printf("%d of %d tamperings of the audit named\n", tries, tries);
  }

  void shouldFindACutTail_whenOnlyTheAnchorKnowsIt() {
    const History history;
    const std::string anchors = history.anchors();
    const std::string file = history.copy();
    // Somebody thorough: the last row goes, and the head is made to fit; so does the case's row.
    execute(
        file,
        "DELETE FROM audit WHERE chain = '' AND number = (SELECT max(number) FROM audit WHERE chain = '')");
    QVERIFY(!firstBad(file).empty());
    execute(file, "DELETE FROM audit_chain WHERE chain = ''");
    if (textOf(file, "SELECT count(*) FROM audit WHERE chain = ''") != "0")
      execute(file, "INSERT INTO audit_chain SELECT chain, number, hash FROM audit WHERE chain = '' "
                    "ORDER BY number DESC LIMIT 1");
    QCOMPARE(firstBad(file), std::string());
    QVERIFY(firstBad(file, anchors).find("anchored") != std::string::npos);
  }

  void shouldNameTheCaseOrScope_whenTheyAreTamperedWith() {
    const History history;
    const std::string id = textOf(history.file(), "SELECT id FROM case_row ORDER BY id LIMIT 1");
    const std::vector<std::pair<std::string, std::string>> ways = {
        {"UPDATE case_row SET state = replace(state, '東', '西') WHERE id = '" + id + "'", "case " + id},
        {"UPDATE case_row SET version = version + 1 WHERE id = '" + id + "'", "case " + id},
        {"DELETE FROM case_row WHERE id = '" + id + "'", "case " + id},
        {"UPDATE scope SET count = count + 1 WHERE name = 'global'", "scope global"},
        {"UPDATE scope SET hash = '' WHERE name = 'global'", "scope global"},
        {"UPDATE scope SET seq = 1 WHERE name = 'global'", "scope global"},
        {"UPDATE reference_row SET document = '{}' WHERE key = 'clerk1' AND entity = 'user'", "user/clerk1"}};
    for (const auto& [sql, named] : ways) {
      const std::string file = history.copy();
      execute(file, sql);
      const std::string bad = firstBad(file);
      QVERIFY2(bad.find(named) == 0, (sql + ": " + bad).c_str());
    }
  }

  void shouldRefuse_whenTheAnchorsAreBroken() {
    const History history;
    QVERIFY(verify::check(history.file(), "/does/not/exist").error().code == core::ErrorCode::FileUnreadable);
    std::ofstream(history.copy() + ".txt") << "seven abc\n";
    QVERIFY(verify::check(history.file(), history.copy() + ".txt").error().code ==
            core::ErrorCode::FileBroken);
  }
};

QTEST_APPLESS_MAIN(VerifierTest)
#include "verifiertest.moc"
