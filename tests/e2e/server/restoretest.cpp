// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/deskclient.h"
#include "tests/support/postgresrig.h"
#include "tests/support/testsupport.h"

#include <QtTest>

using namespace madoguchi;
using tests::DeskClient;
using tests::ServerProcess;

namespace {

const QString kLogin = QStringLiteral("food.clerk1");
const QString kPassword = QStringLiteral("a-long-test-password");

std::set<std::string> notesOf(DeskClient& client, const core::CaseId& id) {
  std::set<std::string> texts;
  for (const auto& note : client.state(id).notes)
    texts.insert(note.text);
  return texts;
}

void settle(DeskClient& client) {
  while (!client.sync().settled) {
  }
}

bool agrees(DeskClient& client, const ServerProcess& server) {
  std::map<core::ScopeName, std::string> theirs;
  for (const auto& held : server.holdings())
    theirs[held.scope] = held.hash;
  const auto mine = client.holdings();
  return !mine.empty() && std::all_of(mine.begin(), mine.end(), [&](const core::Checkpoint& held) {
    return theirs[held.scope] == held.hash;
  });
}

} // namespace

/// A server that comes back from yesterday's backup, or from another kind of database, under the desks that
/// work with it.
class RestoreTest : public QObject {
  Q_OBJECT

  tests::PostgresRig m_rig;

  QString freshDatabase() { return QString::fromStdString(m_rig.url(m_rig.makeDatabase())); }
  static void fill(ServerProcess& server) {
    QVERIFY(server.run({QStringLiteral("generate"), QStringLiteral("--cases"), QStringLiteral("200"),
                        QStringLiteral("--seed"), QStringLiteral("7")}));
    QVERIFY(server.run({QStringLiteral("user"), QStringLiteral("passwd"), kLogin}, kPassword));
    QVERIFY(server.start());
  }

private Q_SLOTS:
  void shouldFetchAnewAndLoseNothing_whenABackupIsRestored_data() {
    QTest::addColumn<bool>("onPostgres");
    QTest::addColumn<bool>("byCopy");
    QTest::newRow("embedded") << false << false;
    QTest::newRow("PostgreSQL") << true << false;
    QTest::newRow("an older file in its place") << false << true;
  }
  void shouldFetchAnewAndLoseNothing_whenABackupIsRestored() {
    // GIVEN a desk that has synced, a backup, and work since: some of it sent, some not
    QFETCH(bool, onPostgres);
    QFETCH(bool, byCopy);
    ServerProcess server(onPostgres ? freshDatabase() : QString());
    fill(server);
    QTemporaryDir folder;
    DeskClient clerk(server, folder.path());
    QVERIFY(clerk.signIn(kLogin, kPassword));
    settle(clerk);
    const core::CaseId id = clerk.queue(core::Queue::Office).at(0).id;
    QVERIFY(clerk.perform(id, core::AddNote{"前"}));
    settle(clerk);
    const QString backup = folder.path() + QStringLiteral("/backup");
    const QString file = server.data() + QStringLiteral("/madoguchi.db");
    if (byCopy)
      QVERIFY(server.stop() && QFile::copy(file, backup) && server.start());
    else
      QVERIFY(server.run({QStringLiteral("backup"), backup}));
    QVERIFY(clerk.perform(id, core::AddNote{"忘れられた"}));
    settle(clerk);
    QVERIFY(clerk.perform(id, core::AddNote{"未送信"}));
    QCOMPARE(clerk.outbox().size(), std::size_t{1});
    // WHEN the server is lost and the backup put into use
    QVERIFY(server.stop());
    if (onPostgres)
      server.setDatabase(freshDatabase());
    else
      QVERIFY(QFile::rename(file, file + QStringLiteral(".lost")));
    // A copy of the file has the epoch of before: nobody says that it was put back.
    if (byCopy)
      QVERIFY(QFile::copy(backup, file));
    else
      QVERIFY(server.run({QStringLiteral("restore"), backup}));
    QVERIFY(server.start());
    // THEN the desk holds what the server holds, and has sent what it had not sent, and what was forgotten
    settle(clerk);
    QVERIFY(clerk.outbox().empty());
    const auto notes = notesOf(clerk, id);
    QVERIFY(notes.contains("前"));
    QVERIFY(notes.contains("忘れられた"));
    QVERIFY(notes.contains("未送信"));
    QVERIFY(clerk.damaged().empty());
    QVERIFY(server.stop());
    QVERIFY(agrees(clerk, server));
    QVERIFY(server.run({QStringLiteral("verify")}));
  }

  void shouldNoticeNothing_whenTheServerMovesToPostgres() {
    ServerProcess server;
    fill(server);
    QTemporaryDir folder;
    DeskClient clerk(server, folder.path());
    QVERIFY(clerk.signIn(kLogin, kPassword));
    settle(clerk);
    const core::CaseId id = clerk.queue(core::Queue::Office).at(0).id;
    QVERIFY(clerk.perform(id, core::AddNote{"引っ越し"}));
    QVERIFY(server.stop());
    const QString database = freshDatabase();
    server.setDatabase(database);
    QVERIFY(server.run({QStringLiteral("migrate"), QStringLiteral("--from"), server.data()}, {}, false));
    QVERIFY(server.start());
    settle(clerk);
    QVERIFY(clerk.outbox().empty());
    QVERIFY(notesOf(clerk, id).contains("引っ越し"));
    QVERIFY(server.stop());
    QVERIFY(agrees(clerk, server));
    QVERIFY(server.run({QStringLiteral("verify")}));
  }
};

QTEST_GUILESS_MAIN(RestoreTest)
#include "restoretest.moc"
