// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/profile/sealedwork.h"
#include "tests/e2e/deskclient.h"
#include "tests/support/testsupport.h"

#include <QDir>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QtTest>

#include <filesystem>
#include <fstream>
#include <set>

using namespace madoguchi;
using tests::DeskClient;
using tests::ServerProcess;
using State = models::SessionSource::State;

namespace {

const QString kPassword = QStringLiteral("a-long-test-password");
const QString kClerk = QStringLiteral("food.clerk1");

void removeKeys(const QString& profile) {
  QDir keys(profile + QStringLiteral("/keys"));
  for (const QString& name : keys.entryList(QDir::Files))
    if (name.endsWith(QLatin1String("key"))) keys.remove(name);
}

std::set<std::string> notesOf(DeskClient& clerk, const core::CaseId& id) {
  std::set<std::string> texts;
  for (const auto& note : clerk.state(id).notes)
    texts.insert(note.text);
  return texts;
}

} // namespace

/// A PC that loses its key, is revoked, or outlives its lease (T16).
class DeviceTest : public QObject {
  Q_OBJECT

  std::unique_ptr<ServerProcess> m_server;

private Q_SLOTS:
  void init() {
    m_server = std::make_unique<ServerProcess>();
    QVERIFY(m_server->run({QStringLiteral("generate"), QStringLiteral("--cases"), QStringLiteral("60"),
                           QStringLiteral("--seed"), QStringLiteral("7")}));
    QVERIFY(m_server->run({QStringLiteral("user"), QStringLiteral("passwd"), kClerk}, kPassword));
    QVERIFY(m_server->start());
  }
  void cleanup() { m_server.reset(); }

  void shouldLoseNoUnsentCommand_whenTheKeyIsLost() {
    QTemporaryDir folder;
    core::CaseId id;
    {
      // GIVEN a clerk with unsent work, and a text half typed
      DeskClient clerk(*m_server, folder.path());
      QVERIFY(clerk.signIn(kClerk, kPassword));
      QVERIFY(clerk.sync().settled);
      id = clerk.queue(core::Queue::Office).at(0).id;
      for (const char* text : {"一", "二", "三"})
        QVERIFY(clerk.perform(id, core::AddNote{text}));
      clerk.client().drafts().keep(id, {{QStringLiteral("/memo"), QStringLiteral("打ちかけ")}});
      QCOMPARE(clerk.outbox().size(), std::size_t{3});
    }
    // WHEN the key store loses its half
    removeKeys(folder.path());
    DeskClient clerk(*m_server, folder.path());
    QSignalSpy recovered(&clerk.session(), &models::SessionSource::recovered);
    QVERIFY(clerk.signIn(kClerk, kPassword));
    // THEN the server applies what was sealed, as the clerk's
    QTRY_VERIFY_WITH_TIMEOUT(!recovered.isEmpty(), 20'000);
    QCOMPARE(recovered.at(0).at(0).toInt(), 3);
    QVERIFY(clerk.sync().settled);
    const auto notes = notesOf(clerk, id);
    for (const char* text : {"一", "二", "三"})
      QVERIFY(notes.contains(text));
    QTRY_COMPARE(clerk.client().drafts().drafts(id).value(QStringLiteral("/memo")),
                 QStringLiteral("打ちかけ"));
    QVERIFY(clerk.outbox().empty());
    QVERIFY(app::sealedWork(clerk.userFolder().toStdString()).empty());
  }

  void shouldHandInOnce_whatTheDiskDoesNotLetGo() {
    QTemporaryDir folder;
    std::filesystem::path lost;
    {
      DeskClient clerk(*m_server, folder.path());
      QVERIFY(clerk.signIn(kClerk, kPassword));
      lost = std::filesystem::path(clerk.userFolder().toStdString()) / "lost";
    }
    std::filesystem::create_directories(lost / "1");
    std::ofstream(lost / "1" / "1.sealed") << "no box at all";
    // GIVEN that what is refused cannot be put aside
    std::ofstream(lost / "refused") << "in its way";
    DeskClient clerk(*m_server, folder.path());
    QSignalSpy recovered(&clerk.session(), &models::SessionSource::recovered);
    QVERIFY(clerk.signIn(kClerk, kPassword));
    QTRY_VERIFY_WITH_TIMEOUT(!recovered.isEmpty(), 20'000);
    QVERIFY(clerk.sync().settled);
    for (int again = 0; again < 3; ++again) {
      const auto id = clerk.queue(core::Queue::Office).at(0).id;
      QVERIFY(clerk.perform(id, core::AddNote{"そのあと"}));
      QVERIFY(clerk.sync().settled);
    }
    QCOMPARE(recovered.size(), 1);
    QCOMPARE(app::sealedWork(clerk.userFolder().toStdString()).size(), std::size_t(1));
  }

  void shouldRecoverByTheServersVerb_whatAPcLeftSealed() {
    QTemporaryDir folder;
    core::CaseId id;
    QStringList files;
    {
      DeskClient clerk(*m_server, folder.path());
      QVERIFY(clerk.signIn(kClerk, kPassword));
      QVERIFY(clerk.sync().settled);
      id = clerk.queue(core::Queue::Office).at(0).id;
      for (const char* text : {"一", "二"})
        QVERIFY(clerk.perform(id, core::AddNote{text}));
      QDir sealed(clerk.userFolder() + QStringLiteral("/sealed"));
      for (const QString& name : sealed.entryList({QStringLiteral("*.sealed")}, QDir::Files))
        files << sealed.filePath(name);
      QCOMPARE(files.size(), 2);
    }
    const auto output = m_server->run(QStringList{QStringLiteral("recover")} + files);
    QVERIFY(output.has_value());
    QCOMPARE(output->count(QStringLiteral("Applied")), 2);
    // AND the PC, which lost nothing, sends them again: harmless
    DeskClient clerk(*m_server, folder.path());
    QVERIFY(clerk.signIn(kClerk, kPassword));
    QVERIFY(clerk.sync().settled);
    QCOMPARE(notesOf(clerk, id), (std::set<std::string>{"一", "二"}));
    QVERIFY(QDir(clerk.userFolder() + QStringLiteral("/sealed")).isEmpty());
  }

  void shouldWipeWithinTenSeconds_whenTheDeviceIsRevoked() {
    // GIVEN a PC that follows the server, with unsent work
    QTemporaryDir folder;
    DeskClient clerk(*m_server, folder.path());
    QVERIFY(clerk.signIn(kClerk, kPassword));
    QVERIFY(clerk.sync().settled);
    const auto id = clerk.queue(core::Queue::Office).at(0).id;
    const QString user = clerk.userFolder();
    const auto listed = m_server->run({QStringLiteral("device"), QStringLiteral("list")});
    QVERIFY(listed && listed->contains(QStringLiteral("office/")));
    const QString device = listed->section(u'\t', 0, 0);
    QVERIFY(clerk.perform(id, core::AddNote{"未送信"}));
    // WHEN it is revoked while its request is held
    QVERIFY(m_server->run({QStringLiteral("device"), QStringLiteral("revoke"), device}));
    QElapsedTimer clock;
    clock.start();
    QSignalSpy failed(&clerk.session(), &models::SessionSource::failed);
    clerk.client().follow(true);
    QTRY_VERIFY_WITH_TIMEOUT(!failed.isEmpty(), 10'000);
    // THEN nothing readable is left; the unsent has reached the server before the wipe, or stays sealed
    QVERIFY(clerk.session().state() == State::SignedOut);
    const auto left = QDir(user).entryList(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden);
    const auto sealed = app::sealedWork(user.toStdString());
    QCOMPARE(left, sealed.empty() ? QStringList() : QStringList{QStringLiteral("lost")});
    qInfo("wiped after %lld ms", static_cast<long long>(clock.elapsed()));
    QVERIFY(!clerk.signIn(kClerk, kPassword));
    // AND when it may come back, it begins anew and hands in what was sealed
    QVERIFY(m_server->run({QStringLiteral("device"), QStringLiteral("restore"), device}));
    QSignalSpy recovered(&clerk.session(), &models::SessionSource::recovered);
    QVERIFY(clerk.signIn(kClerk, kPassword));
    QTRY_VERIFY_WITH_TIMEOUT(sealed.empty() || !recovered.isEmpty(), 20'000);
    QVERIFY(clerk.sync().settled);
    QVERIFY(notesOf(clerk, id).contains("未送信"));
  }

  void shouldBeWoken_whenAHeldDeviceIsRevoked() {
    QTemporaryDir folder;
    DeskClient clerk(*m_server, folder.path());
    QVERIFY(clerk.signIn(kClerk, kPassword));
    clerk.client().follow(true);
    QTRY_VERIFY_WITH_TIMEOUT(clerk.session().sync().status().settled, 20'000);
    const auto listed = m_server->run({QStringLiteral("device"), QStringLiteral("list")});
    QVERIFY(listed.has_value());
    QVERIFY(
        m_server->run({QStringLiteral("device"), QStringLiteral("revoke"), listed->section(u'\t', 0, 0)}));
    QTRY_VERIFY_WITH_TIMEOUT(clerk.session().state() == State::SignedOut, 10'000);
    QVERIFY(!QFile::exists(clerk.userFolder() + QStringLiteral("/cache.db")));
  }

  void shouldNotOpen_whenTheLeaseHasEnded() {
    QTemporaryDir folder;
    core::Instant now = app::systemNow();
    core::CaseId id;
    {
      DeskClient clerk(*m_server, folder.path(), [&now] { return now; });
      QVERIFY(clerk.signIn(kClerk, kPassword));
      QVERIFY(clerk.sync().settled);
      id = clerk.queue(core::Queue::Office).at(0).id;
      QVERIFY(clerk.perform(id, core::AddNote{"未送信"}));
    }
    {
      // GIVEN that it opens offline while the lease runs
      now += std::chrono::hours{71};
      DeskClient clerk(*m_server, folder.path(), [&now] { return now; });
      clerk.session().resume();
      QTRY_VERIFY(clerk.session().state() == State::SignedIn);
      // WHEN it ends under way
      now += std::chrono::hours{2};
      clerk.session().checkLease();
      QVERIFY(clerk.session().state() == State::SignedOut);
    }
    {
      DeskClient clerk(*m_server, folder.path(), [&now] { return now; });
      QSignalSpy failed(&clerk.session(), &models::SessionSource::failed);
      clerk.session().resume();
      QCOMPARE(failed.size(), 1);
      // THEN only the server opens it again, with all that was unsent
      QVERIFY(clerk.signIn(kClerk, kPassword));
      QCOMPARE(clerk.outbox().size(), std::size_t{1});
      QVERIFY(clerk.sync().settled);
      QVERIFY(notesOf(clerk, id).contains("未送信"));
    }
  }

  void shouldAskForThePin_whenOneWasChosen() {
    QTemporaryDir folder;
    {
      DeskClient clerk(*m_server, folder.path());
      QVERIFY(clerk.signIn(kClerk, kPassword));
      QVERIFY(clerk.session().setPin(QStringLiteral("482915")).has_value());
      // WHEN the window was locked
      QSignalSpy confirmed(&clerk.session(), &models::SessionSource::confirmed);
      QSignalSpy failed(&clerk.session(), &models::SessionSource::failed);
      clerk.session().unlock(QStringLiteral("482916"));
      QTRY_COMPARE(failed.size(), 1);
      QVERIFY(confirmed.isEmpty());
      clerk.session().unlock(QStringLiteral("482915"));
      QTRY_COMPARE(confirmed.size(), 1);
    }
    DeskClient clerk(*m_server, folder.path());
    clerk.session().resume();
    QVERIFY(clerk.session().state() == State::SignedOut);
    QVERIFY(clerk.session().hasPin());
    clerk.session().unlock(QStringLiteral("482915"));
    QTRY_VERIFY(clerk.session().state() == State::SignedIn);
  }

  void shouldKeepNothing_whenThePolicyWipesAtSignOut() {
    QVERIFY(m_server->run({QStringLiteral("device"), QStringLiteral("policy"),
                           QStringLiteral("--wipe-at-sign-out"), QStringLiteral("on")}));
    QTemporaryDir folder;
    DeskClient clerk(*m_server, folder.path());
    QVERIFY(clerk.signIn(kClerk, kPassword));
    QVERIFY(clerk.sync().settled);
    QVERIFY(QFile::exists(clerk.userFolder() + QStringLiteral("/cache.db")));
    clerk.signOut();
    QVERIFY(QDir(clerk.userFolder()).isEmpty());
  }
};

QTEST_GUILESS_MAIN(DeviceTest)
#include "devicetest.moc"
