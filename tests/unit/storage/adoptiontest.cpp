// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/readymade.h"
#include "tests/support/testsupport.h"
#include "tests/unit/storage/cachedesk.h"
#include "tests/unit/storage/faultvfs.h"

#include <QtTest>

#include <sys/wait.h>

#include <algorithm>
#include <csignal>
#include <unistd.h>

using namespace madoguchi;
using tests::expected;
using tests::FaultVfs;
namespace fs = std::filesystem;

/// A ready-made file takes the place of the cache's own: at every moment it is the old one or the new one,
/// and what the user has done is in both.
class AdoptionTest : public QObject {
  Q_OBJECT

  static constexpr std::size_t kCases = 20;
  static constexpr std::int64_t kStamp = 300;

  QTemporaryDir m_folder;
  std::unique_ptr<tests::TinyServer> m_server;
  std::unique_ptr<tests::Desk> m_desk;
  core::CommandId m_command; ///< that waits in the outbox
  fs::path m_made;

  /// A desk with the first of the cases and a note on it, and what a server has made ready, under its key.
  void make(const std::string& vfs) {
    m_server = std::make_unique<tests::TinyServer>();
    m_desk = std::make_unique<tests::Desk>(*m_server, vfs);
    std::vector<core::FeedItem> rows;
    for (std::size_t i = 0; i < kCases; ++i)
      rows.emplace_back(m_server->row(m_server->takenCase()));
    std::sort(rows.begin(), rows.end(), [](const auto& left, const auto& right) {
      return std::get<core::CaseRow>(left).id < std::get<core::CaseRow>(right).id;
    });
    const auto first = std::get<core::CaseRow>(rows.front());
    const auto last = std::get<core::CaseRow>(rows.back()).id;
    m_made = fs::path(m_folder.path().toStdString()) / "made.db";
    fs::remove(m_made);
    auto maker = expected(storage::ReadyMadeMaker::begin({m_made, m_desk->profile().key, {}},
                                                         m_desk->cache().bulkBasis(m_server->world.now),
                                                         m_desk->digestOfReferences()));
    rows.emplace_back(core::SnapshotEnd{m_server->east(), last, kStamp, true});
    static_cast<void>(expected(maker->add(std::move(rows))));
    static_cast<void>(expected(maker->finish()));
    static_cast<void>(m_desk->feed({first}));
    m_command = m_desk->perform(first.id, core::AddNote{"送っていない"});
  }
  /// A copy of it where the desk unpacks.
  [[nodiscard]] fs::path unpacked() const {
    const auto file = m_desk->profile().folder / "ready-made.db";
    fs::copy_file(m_made, file, fs::copy_options::overwrite_existing);
    return file;
  }
  /// All of the old one or all of the new one, with the command; whether it is the new one.
  [[nodiscard]] bool isReplaced() {
    const auto outbox = m_desk->outbox();
    if (outbox.size() != 1 || outbox.front().command != m_command) qFatal("the command is lost");
    const auto keys = expected(m_desk->reader().keys({}));
    const auto scopes = expected(m_desk->cache().cursor()).scopes;
    const bool follows = scopes.count(m_server->east()) != 0 && scopes.at(m_server->east()) == kStamp;
    if (keys.size() != (follows ? kCases : 1)) qFatal("neither the old file nor the new one");
    if (!expected(m_desk->cache().verifySums()).empty()) qFatal("sums do not hold");
    return follows;
  }

  /// Asks for one of the things with which the background begins again.
  [[nodiscard]] bool goesOn(int which) {
    storage::Cache& cache = m_desk->cache();
    switch (which % 7) {
    case 0:
      return cache.rebuildNextIndex().has_value();
    case 1:
      return cache.tidySearch().has_value();
    case 2:
      return cache.nextRun(1, 1'000).has_value();
    case 3:
      return cache.outboxCounts().has_value();
    case 4:
      return cache.nextAudit(1).has_value();
    case 5:
      return cache.readyMadeSchema().has_value();
    default:
      return cache.setting("epoch").has_value();
    }
  }

private Q_SLOTS:
  void shouldBeTheOldFileOrTheNewOne_whereverItIsKilled() {
    make({});
    for (int delay = 0; delay < 24; delay += 2) {
      const auto file = unpacked();
      m_desk->close();
      int said[2];
      QCOMPARE(::pipe(said), 0);
      const pid_t child = ::fork();
      QVERIFY(child >= 0);
      if (child == 0) {
        m_desk->open();
        (void)!::write(said[1], "x", 1);
        (void)m_desk->cache().adopt(file, m_server->world.now, [] { return false; });
        ::pause();
      }
      char byte = 0;
      QCOMPARE(::read(said[0], &byte, 1), ssize_t(1));
      ::usleep(static_cast<useconds_t>(delay) * 1'000);
      ::kill(child, SIGKILL);
      ::waitpid(child, nullptr, 0);
      ::close(said[0]);
      ::close(said[1]);
      m_desk->open();
      if (isReplaced()) make({});
    }
    // AND in peace it is the new one
    QVERIFY(expected(m_desk->cache().adopt(unpacked(), m_server->world.now, [] { return false; })));
    QVERIFY(isReplaced());
  }

  void shouldGoOn_whateverTheDiskRefuses() {
    const auto kinds = {FaultVfs::Kind::InputOutput, FaultVfs::Kind::DiskFull};
    for (const auto kind : kinds) {
      make(FaultVfs::name());
      bool failed = true;
      for (int nth = 1; failed; ++nth) {
        const auto file = unpacked();
        FaultVfs::arm(nth, kind, nth % 2 == 0);
        const auto adopted = m_desk->cache().adopt(file, m_server->world.now, [] { return false; });
        failed = FaultVfs::hasFailed();
        FaultVfs::disarm();
        // THEN the user works on at once, in the same program, and what he does is kept
        static_cast<void>(expected(m_desk->cache().saveDraft("memo", std::to_string(nth))));
        if (!isReplaced()) {
          QVERIFY(failed || !adopted);
          continue;
        }
        QCOMPARE(expected(m_desk->cache().drafts("")).at("memo"), std::to_string(nth));
        make(FaultVfs::name());
      }
    }
  }

  void shouldGoOnByItself_whenTheNewFileCannotBeOpenedAtOnce() {
    int notOpened = 0;
    bool failed = true;
    for (int nth = 90; failed; ++nth) { // the last of some 120
      make(FaultVfs::name());
      const auto file = unpacked();
      FaultVfs::arm(nth, FaultVfs::Kind::InputOutput, true);
      const auto adopted = m_desk->cache().adopt(file, m_server->world.now, [] { return false; });
      failed = FaultVfs::hasFailed();
      FaultVfs::disarm();
      // THEN whatever comes first finds the cache again; nobody waits for the user to do something
      QVERIFY2(goesOn(nth), qPrintable(QString::number(nth)));
      if (isReplaced() && !adopted) ++notOpened;
    }
    QVERIFY(notOpened > 0);
  }

  void shouldWaitForAReader_thatLooksAtTheOldFile() {
    make({});
    const auto own = storage::cacheFileOf(m_desk->profile());
    const auto looking = expected(storage::openForReading(own));
    looking->script("BEGIN");
    QCOMPARE(looking->number("SELECT count(*) FROM cases"), 1);
    // GIVEN something in the log that this one must not see
    static_cast<void>(expected(m_desk->cache().saveDraft("memo", "あとから")));
    const auto file = unpacked();
    QVERIFY(!expected(m_desk->cache().adopt(file, m_server->world.now, [] { return false; })));
    QVERIFY(!isReplaced());
    looking->script("COMMIT");
    QVERIFY(expected(m_desk->cache().adopt(file, m_server->world.now, [] { return false; })));
    // THEN one that has it open sees the old one, whole, and closing it harms nothing
    QCOMPARE(looking->number("SELECT count(*) FROM cases"), 1);
    QCOMPARE(looking->number("SELECT count(*) FROM drafts"), 1);
    QVERIFY(isReplaced());
    static_cast<void>(expected(m_desk->cache().saveDraft("other", "そのあと")));
    QCOMPARE(looking->number("SELECT count(*) FROM drafts"), 1);
  }

  void shouldKeepWhatComesAfter_whenAReaderOfTheOldFileCloses() {
    make({});
    {
      const auto late = expected(storage::openForReading(storage::cacheFileOf(m_desk->profile())));
      QVERIFY(expected(m_desk->cache().adopt(unpacked(), m_server->world.now, [] { return false; })));
      static_cast<void>(expected(m_desk->cache().saveDraft("memo", "あとから")));
    }
    // The log of the new file, which holds the draft, is still there.
    QVERIFY(fs::file_size(m_desk->profile().folder / "cache.db-wal") > 0);
    m_desk->close();
    m_desk->open();
    QVERIFY(isReplaced());
    QCOMPARE(expected(m_desk->cache().drafts("")).at("memo"), std::string("あとから"));
  }
};

QTEST_APPLESS_MAIN(AdoptionTest)
#include "adoptiontest.moc"
