// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workers/stamp.h"
#include "core/cases/label.h"
#include "models/bulkrun.h"
#include "tests/e2e/deskclient.h"
#include "tests/support/testsupport.h"

#include <QDirIterator>
#include <QtTest>

#include <set>

using namespace madoguchi;
using tests::DeskClient;
using tests::ServerProcess;

namespace {

const QString kPassword = QStringLiteral("a-long-test-password");
const std::string kLabel = "あとで見直す";
const QString kTyped = QStringLiteral("打ちかけの文言カナリア");

void makeSample(ServerProcess& server, const QStringList& logins) {
  if (!server.run({QStringLiteral("generate"), QStringLiteral("--cases"), QStringLiteral("600"),
                   QStringLiteral("--seed"), QStringLiteral("7")}))
    qFatal("no sample");
  for (const QString& login : logins)
    if (!server.run({QStringLiteral("user"), QStringLiteral("passwd"), login}, kPassword))
      qFatal("no password");
}

} // namespace

/// A server that dies, and a PC that two people use.
class LoopbackTest : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void shouldLoseNothing_whenTheServerIsKilledInTheMiddle() {
    // GIVEN a clerk with work from offline
    ServerProcess server;
    makeSample(server, {QStringLiteral("food.clerk1")});
    QVERIFY(server.start());
    QTemporaryDir folder;
    DeskClient clerk(server, folder.path());
    QVERIFY(clerk.signIn(QStringLiteral("food.clerk1"), kPassword));
    QVERIFY(clerk.sync().settled);
    std::set<core::CommandId> made;
    const auto rows = clerk.queue(core::Queue::Office);
    QVERIFY(!rows.empty());
    constexpr std::size_t kNotes = 400;
    for (std::size_t i = 0; i < kNotes; ++i) {
      const auto& id = rows[i % rows.size()].id;
      const auto done = clerk.perform(id, core::AddNote{"覚え書き " + std::to_string(i)});
      QVERIFY2(done.has_value(), done ? "" : done.error().detail.c_str());
      made.insert(*done);
    }
    QCOMPARE(made.size(), kNotes);
    // WHEN the server is killed again and again while it is being sent
    for (int kill = 0; kill < 6; ++kill) {
      clerk.beginSync();
      const auto target = static_cast<std::size_t>(kill) * kNotes / 12;
      QTRY_VERIFY_WITH_TIMEOUT(kill == 0 || clerk.outbox().size() <= kNotes - target, 60'000);
      server.kill();
      (void)clerk.awaitSync();
      QVERIFY(server.start());
    }
    // THEN one quiet sync brings all of it across, each exactly once
    while (!clerk.sync().settled) {
    }
    QVERIFY(clerk.outbox().empty());
    std::multiset<std::string> notes;
    for (const auto& row : rows)
      for (const auto& note : clerk.state(row.id).notes)
        if (note.text.rfind("覚え書き", 0) == 0) notes.insert(note.text);
    QCOMPARE(notes.size(), kNotes);
    QCOMPARE(std::set<std::string>(notes.begin(), notes.end()).size(), kNotes);
    QVERIFY(clerk.damaged().empty());
    QVERIFY(server.stop());
    QVERIFY(server.run({QStringLiteral("verify")}));
  }

  void shouldTakeBackWhatWasNotSent_alsoWhenTheDeskWasStartedAgain() {
    // GIVEN a clerk who labels three cases at once, and nothing of it is sent
    ServerProcess server;
    makeSample(server, {QStringLiteral("food.clerk1")});
    QVERIFY(server.start());
    QTemporaryDir folder;
    std::vector<core::CaseId> cases;
    {
      DeskClient clerk(server, folder.path());
      QVERIFY(clerk.signIn(QStringLiteral("food.clerk1"), kPassword));
      QVERIFY(clerk.sync().settled);
      models::Keys keys;
      for (const auto& row : clerk.queue(core::Queue::Office))
        if (keys.size() < 3) {
          keys.push_back(row.key);
          cases.push_back(row.id);
        }
      const auto source = clerk.client().makeCaseSource();
      models::UndoStack undo(clerk.client().commands(), clerk.client().outbox());
      models::BulkRun run(*source, clerk.client().commands(), clerk.client().references(),
                          clerk.client().drafts(), undo);
      const models::BulkOrder order{models::BulkOrder::Action::Label, {}, {kLabel}};
      QSignalSpy over(&run, &models::BulkRun::finishedAll);
      run.start(order, keys);
      QVERIFY(over.wait(60'000));
      QCOMPARE(clerk.outbox().size(), std::size_t{3});
      // WHEN it is undone THEN all of it is, as one step
      QSignalSpy undone(&undo, &models::UndoStack::undone);
      undo.undo();
      QVERIFY(undone.wait(60'000));
      QVERIFY(clerk.outbox().empty());
      QVERIFY(!undo.canUndo());
      run.start(order, keys);
      QVERIFY(over.wait(60'000));
      QCOMPARE(clerk.outbox().size(), std::size_t{3});
    }
    // AND when the desk was started again, each can still be taken back
    DeskClient again(server, folder.path());
    QVERIFY(again.signIn(QStringLiteral("food.clerk1"), kPassword));
    models::UndoStack undo(again.client().commands(), again.client().outbox());
    again.client().outbox().requestEntries();
    QTRY_COMPARE(undo.count(), std::size_t{3});
    while (undo.canUndo()) {
      undo.undo();
      QTRY_VERIFY(!undo.isUndoing());
    }
    QVERIFY(again.outbox().empty());
    QVERIFY(again.sync().settled);
    for (const core::CaseId& id : cases)
      QVERIFY(!core::holdsLabel(again.state(id).labels, kLabel));
  }

  void shouldTakeBackWhatWasTried_whileTheServerIsStopped() {
    ServerProcess server;
    makeSample(server, {QStringLiteral("food.clerk1")});
    QVERIFY(server.start());
    QTemporaryDir folder;
    DeskClient clerk(server, folder.path());
    QVERIFY(clerk.signIn(QStringLiteral("food.clerk1"), kPassword));
    QVERIFY(clerk.sync().settled);
    const auto rows = clerk.queue(core::Queue::Office);
    QVERIFY(!rows.empty());
    QVERIFY(server.stop());
    QVERIFY(clerk.perform(rows.front().id, core::AddNote{"覚え書き"}));
    // WHEN it is tried, and nobody listens
    QVERIFY(clerk.sync().problem);
    // THEN it is as unsent as before
    models::UndoStack undo(clerk.client().commands(), clerk.client().outbox());
    clerk.client().outbox().requestEntries();
    QTRY_COMPARE(undo.count(), std::size_t{1});
    undo.undo();
    QTRY_VERIFY(!undo.isUndoing());
    QVERIFY(clerk.outbox().empty());
  }

  void shouldLetADraftGo_withTheCommandThatTookIt_andNotBefore() {
    // GIVEN a clerk with two things half typed
    ServerProcess server;
    makeSample(server, {QStringLiteral("food.clerk1")});
    QVERIFY(server.start());
    QTemporaryDir folder;
    core::CaseId id;
    const models::Drafts taken{{QStringLiteral("note/text"), QStringLiteral("電話で確認")}};
    const QStringList other{QStringLiteral("note/other")};
    {
      DeskClient clerk(server, folder.path());
      QVERIFY(clerk.signIn(QStringLiteral("food.clerk1"), kPassword));
      QVERIFY(clerk.sync().settled);
      id = clerk.queue(core::Queue::Office).front().id;
      models::DraftKeeper& drafts = clerk.client().drafts();
      models::Drafts typed = taken;
      typed.insert(other.front(), QStringLiteral("半分"));
      drafts.keep(id, typed);
      models::CommandSink& sink = clerk.client().commands();
      QSignalSpy done(&sink, &models::CommandSink::done);
      QSignalSpy refused(&sink, &models::CommandSink::refused);
      // WHEN a command is refused, or only on its way, THEN what it would take is still kept
      const std::int64_t version = clerk.state(id).version;
      sink.perform(sink.nextRequest(), id, version, core::AddNote{""}, taken);
      QVERIFY(refused.wait(60'000));
      QVERIFY(drafts.drafts(id) == typed);
      sink.perform(sink.nextRequest(), id, version, core::AddNote{"電話で確認"}, taken);
      QVERIFY(drafts.drafts(id) == typed);
      QVERIFY(done.wait(60'000));
      QCOMPARE(drafts.drafts(id).keys(), other);
    }
    // AND so it is on the disk
    DeskClient again(server, folder.path());
    QVERIFY(again.signIn(QStringLiteral("food.clerk1"), kPassword));
    QCOMPARE(again.client().drafts().drafts(id).keys(), other);
    QCOMPARE(again.outbox().size(), std::size_t{1});
  }

  void shouldShowNothingOfTheFirstUser_toTheSecondOnTheSamePc() {
    // GIVEN a clerk who leaves unsent work behind
    ServerProcess server;
    makeSample(server, {QStringLiteral("food.clerk1"), QStringLiteral("roads.clerk1")});
    QVERIFY(server.start());
    QTemporaryDir folder;
    core::CaseId noted;
    {
      DeskClient first(server, folder.path());
      QVERIFY(first.signIn(QStringLiteral("food.clerk1"), kPassword));
      QVERIFY(first.sync().settled);
      noted = first.queue(core::Queue::Office).at(0).id;
      QVERIFY(first.perform(noted, core::AddNote{"未送信の覚え書き"}));
      QCOMPARE(first.outbox().size(), std::size_t{1});
      first.client().drafts().keep(noted, {{QStringLiteral("/memo"), kTyped}});
      first.signOut();
    }
    // WHEN another signs in on the same PC
    {
      DeskClient second(server, folder.path());
      QVERIFY(second.signIn(QStringLiteral("roads.clerk1"), kPassword));
      QVERIFY(second.outbox().empty());
      QVERIFY(second.rows({}).empty());
      QVERIFY(second.sync().settled);
      // THEN there is neither case nor command of the first
      QVERIFY(!second.rows({}).empty());
      for (const auto& row : second.rows({}))
        QVERIFY(row.id != noted);
      QVERIFY(second.outbox().empty());
      second.signOut();
    }
    // AND the first finds the unsent work again, and sends it
    DeskClient again(server, folder.path());
    QVERIFY(again.signIn(QStringLiteral("food.clerk1"), kPassword));
    QCOMPARE(again.outbox().size(), std::size_t{1});
    QVERIFY(again.sync().settled);
    QVERIFY(again.outbox().empty());
    // AND the half-typed text, which no file of the profile shows
    QCOMPARE(again.client().drafts().drafts(noted).value(QStringLiteral("/memo")), kTyped);
    QDirIterator files(folder.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
      QFile file(files.next());
      QVERIFY(file.open(QFile::ReadOnly));
      QVERIFY2(!file.readAll().contains(kTyped.toUtf8()), qPrintable(file.fileName()));
    }
  }
};

QTEST_GUILESS_MAIN(LoopbackTest)
#include "loopbacktest.moc"
