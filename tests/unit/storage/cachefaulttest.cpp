// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/cachefile.h"
#include "tests/support/testsupport.h"
#include "tests/unit/storage/cachedesk.h"
#include "tests/unit/storage/faultvfs.h"

#include <QTemporaryDir>
#include <QtTest>

#include <sys/wait.h>

#include <csignal>
#include <set>
#include <unistd.h>

using namespace madoguchi;
using tests::expected;
using tests::FaultVfs;

Q_DECLARE_METATYPE(madoguchi::tests::FaultVfs::Kind)

/// Disks that fail and processes that die: what was acknowledged is there afterwards, once and whole.
class CacheFaultTest : public QObject {
  Q_OBJECT

private:
  /// Tries until it succeeds; after the first failure the disk is well again.
  template <class Work>
  static void insist(Work work) {
    for (int tries = 0; tries < 3; ++tries) {
      if (work()) return;
      FaultVfs::disarm();
    }
    throw std::runtime_error("it fails although the disk is well again");
  }

  struct EndState {
    core::CaseRecord record;
    std::size_t outbox = 0;
    bool sumsHold = false;
    bool operator==(const EndState&) const = default;
  };

  /// One user command, its way to the server and back, and a row of somebody else.
  static EndState scenario(int failing, FaultVfs::Kind kind, bool forGood) {
    tests::TinyServer server;
    tests::Desk desk(server, FaultVfs::name());
    const auto record = server.takenCase();
    desk.feed({server.row(record)});
    const auto other = server.row(server.takenCase("別の　人", {}));
    const auto command = desk.command(record.state.id, core::AddNote{"保存"});

    FaultVfs::arm(failing, kind, forGood);
    insist([&] { return desk.cache().perform(command, false).has_value(); });
    insist([&] { return desk.cache().applyFeed({other}, server.world.now, {}).has_value(); });
    const auto entries = expected(desk.cache().outbox());
    if (entries.size() != 1 || entries.front().command != command.id)
      throw std::runtime_error("an acknowledged command is lost");
    insist([&] { return desk.cache().markSent({entries.front().deviceSeq}).has_value(); });
    const auto answer = server.decide(entries.front());
    insist([&] { return desk.cache().recordAnswers({answer}, server.world.now).has_value(); });
    const auto row = server.row(server.record(record.state.id));
    const auto checkpoint = server.checkpoint(server.east());
    bool holds = false;
    insist([&] {
      const auto result = desk.cache().applyFeed({row, checkpoint}, server.world.now, {});
      holds = result && result->mismatched.empty();
      return result.has_value();
    });
    FaultVfs::disarm();
    desk.close();
    desk.open();
    holds = holds && expected(desk.cache().verifySums()).empty();
    auto shown = expected(desk.reader().record(record.state.id)).record;
    return {std::move(shown), desk.outbox().size(), holds};
  }

  /// Adds notes until it is killed, and tells of each only after it was acknowledged.
  [[noreturn]] static void addNotesForEver(tests::Desk& desk, const core::CaseId& id, int pipe) {
    for (;;) {
      const auto command = desk.perform(id, core::AddNote{"notiert"});
      const std::string line = command.value + "\n";
      if (::write(pipe, line.data(), line.size()) != static_cast<ssize_t>(line.size())) ::_exit(1);
    }
  }

private Q_SLOTS:
  void shouldConverge_whenAnyAccessFails_data() {
    QTest::addColumn<FaultVfs::Kind>("kind");
    QTest::addColumn<bool>("forGood");
    QTest::newRow("i/o error, once") << FaultVfs::Kind::InputOutput << false;
    QTest::newRow("i/o error, until mended") << FaultVfs::Kind::InputOutput << true;
    QTest::newRow("disk full, once") << FaultVfs::Kind::DiskFull << false;
    QTest::newRow("disk full, until mended") << FaultVfs::Kind::DiskFull << true;
  }
  void shouldConverge_whenAnyAccessFails() {
    QFETCH(FaultVfs::Kind, kind);
    QFETCH(bool, forGood);
    const auto undisturbed = scenario(0, kind, forGood);
    QVERIFY(undisturbed.sumsHold);
    QCOMPARE(undisturbed.outbox, std::size_t(0));
    int failing = 1;
    for (;; ++failing) {
      const auto disturbed = scenario(failing, kind, forGood);
      if (!FaultVfs::hasFailed()) break;
      QVERIFY2(disturbed == undisturbed, qPrintable(QString::number(failing)));
    }
    QVERIFY(failing > 10); // it did fail at many places
  }

  /// A new cache whose making failed anywhere is made anew, and nobody has to remove a file by hand.
  void shouldOpenAfterwards_whenAnyOperationFailedWhileItWasMade() {
    bool failed = true;
    for (int nth = 1; failed; ++nth) {
      const QTemporaryDir folder;
      const storage::CacheFile file{folder.path().toStdString() + "/cache.db", {1}, FaultVfs::name()};
      FaultVfs::arm(nth, FaultVfs::Kind::InputOutput, true);
      const bool made = storage::openForWriting(file).has_value();
      failed = FaultVfs::hasFailed();
      FaultVfs::disarm();
      const auto again = storage::openForWriting(file);
      QVERIFY2(again.has_value(), again ? "" : (std::to_string(nth) + again.error().detail).c_str());
      QVERIFY(made || failed);
      QVERIFY(nth < 2'000);
    }
  }

  void shouldSayThatTheDiskIsFull() {
    tests::TinyServer server;
    tests::Desk desk(server, FaultVfs::name());
    const auto record = server.takenCase();
    desk.feed({server.row(record)});
    const auto command = desk.command(record.state.id, core::AddNote{"保存"});
    FaultVfs::arm(1, FaultVfs::Kind::DiskFull, true);
    const auto done = desk.cache().perform(command, false);
    FaultVfs::disarm();
    QVERIFY(!done);
    QCOMPARE(done.error().code, core::ErrorCode::StorageFull);
  }

  /// What was typed is a draft, or the command that took it: never neither, never both.
  void shouldKeepADraftOrItsCommand_whenAnyAccessFails() {
    bool failed = true;
    int nth = 1;
    for (; failed; ++nth) {
      tests::TinyServer server;
      tests::Desk desk(server, FaultVfs::name());
      const auto record = server.takenCase();
      desk.feed({server.row(record)});
      QVERIFY(desk.cache().saveDraft("case/a/note", "保存").has_value());
      const auto command = desk.command(record.state.id, core::AddNote{"保存"});
      FaultVfs::arm(nth, FaultVfs::Kind::InputOutput, true);
      const bool done = desk.cache().perform(command, false, {{"case/a/note", "保存"}}).has_value();
      failed = FaultVfs::hasFailed();
      FaultVfs::disarm();
      desk.close();
      desk.open();
      const bool isDraft = expected(desk.cache().drafts("case/a/")).count("case/a/note") > 0;
      QCOMPARE(desk.outbox().empty(), isDraft);
      QVERIFY(!done || !isDraft);
      QVERIFY(nth < 2'000);
    }
    QVERIFY(nth > 3); // it did fail at several places
  }

  /// T1 in small: killed at random points, 0 acknowledged commands lost, 0 twice, 0 half.
  void shouldLoseNothing_whenItIsKilled() {
    tests::TinyServer server;
    tests::Desk desk(server);
    const auto record = server.takenCase();
    desk.feed({server.row(record)});
    std::set<std::string> acknowledged;
    for (int round = 0; round < 15; ++round) {
      desk.close();
      int pipe[2] = {-1, -1};
      QCOMPARE(::pipe(pipe), 0);
      server.world.now += std::chrono::minutes(1); // fresh ids in each round
      const pid_t child = ::fork();
      if (child == 0) {
        ::close(pipe[0]);
        desk.open();
        addNotesForEver(desk, record.state.id, pipe[1]);
      }
      ::close(pipe[1]);
      std::array<char, 37> line{};
      // Killed after a different number of acknowledgements each time, in the middle of what follows.
      for (int i = 0; i < 3 + round % 5; ++i)
        if (::read(pipe[0], line.data(), line.size()) == static_cast<ssize_t>(line.size()))
          acknowledged.insert(std::string(line.data(), 36));
      ::kill(child, SIGKILL);
      ::waitpid(child, nullptr, 0);
      while (::read(pipe[0], line.data(), line.size()) == static_cast<ssize_t>(line.size()))
        acknowledged.insert(std::string(line.data(), 36));
      ::close(pipe[0]);
      desk.open();
      std::set<std::string> kept;
      for (const auto& entry : desk.outbox())
        QVERIFY(kept.insert(entry.command.value).second);
      for (const auto& id : acknowledged)
        QVERIFY(kept.count(id) == 1);
      QCOMPARE(desk.shown(record.state.id).notes.size(), kept.size());
    }
    QVERIFY(acknowledged.size() >= 45);
  }
};

QTEST_APPLESS_MAIN(CacheFaultTest)
#include "cachefaulttest.moc"
