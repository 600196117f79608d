// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/hash.h"
#include "storage/packing.h"
#include "storage/readymade.h"
#include "tests/support/testsupport.h"
#include "tests/unit/storage/cachedesk.h"

#include <QtTest>

#include <sys/wait.h>

#include <algorithm>
#include <csignal>
#include <unistd.h>

using namespace madoguchi;
using tests::expected;

/// Pages of a first sync: cut anywhere, they go on where they were, and a user works meanwhile.
class BulkLoadTest : public QObject {
  Q_OBJECT

private:
  static constexpr std::size_t kCases = 400;
  static constexpr std::size_t kPage = 200;

  /// Rows in the order of their ids, as the server gives them.
  void makeRows() {
    m_rows.clear();
    for (std::size_t i = 0; i < kCases; ++i)
      m_rows.push_back(m_server->row(m_server->takenCase()));
    std::sort(m_rows.begin(), m_rows.end(),
              [](const core::CaseRow& left, const core::CaseRow& right) { return left.id < right.id; });
  }
  /// The page that follows on `begin`.
  [[nodiscard]] storage::BulkPage page(const core::CaseId& begin) {
    std::vector<core::FeedItem> items;
    core::CaseId last = begin;
    for (const auto& row : m_rows) {
      if (!(row.id > begin) || items.size() == kPage) continue;
      last = row.id;
      items.emplace_back(row);
    }
    const bool done = last == m_rows.back().id;
    items.emplace_back(core::SnapshotEnd{m_server->east(), last, kStamp, done});
    return expected(
        storage::prepareBulk(std::move(items), begin, m_desk->cache().bulkBasis(m_server->world.now)));
  }
  /// Writes until it is done, a look at a time; `looked` after each transaction.
  void load(const std::function<void()>& looked) {
    for (core::CaseId begin = position();;) {
      const auto next = page(begin);
      for (std::size_t at = 0; at < next.rows.size();) {
        at += expected(m_desk->cache().applyBulk(next, at, m_server->world.now, [] { return true; })).rows;
        looked();
      }
      begin = next.end.after;
      if (next.end.done) return;
    }
  }
  [[nodiscard]] core::CaseId position() {
    const auto progress = expected(m_desk->cache().snapshots());
    return progress.empty() ? core::CaseId() : progress.front().after;
  }
  void expectAllIsHere() {
    static_cast<void>(expected(m_desk->cache().finishSnapshots()));
    QVERIFY(expected(m_desk->cache().snapshots()).empty());
    QVERIFY(m_desk->feed({m_server->checkpoint(m_server->east())}).mismatched.empty());
    QVERIFY(expected(m_desk->cache().verifySums()).empty());
    QCOMPARE(expected(m_desk->reader().keys({})).size(), kCases);
    QCOMPARE(expected(m_desk->reader().search("窓口", 1'000)).size(), kCases);
  }

  /// How many pieces the search index of a file is in.
  static std::int64_t segments(const storage::CacheFile& file) {
    return expected(storage::openForReading(file))->number("SELECT count(DISTINCT segid) FROM search_idx");
  }

  /// What a server makes of the rows.
  [[nodiscard]] storage::CacheFile readyMade(std::uint8_t key = kOwnKey) {
    storage::CacheFile file{std::filesystem::path(m_folder.path().toStdString()) / "ready.db", {}, {}};
    std::filesystem::remove(file.path);
    file.key.fill(key);
    auto maker = expected(storage::ReadyMadeMaker::begin(file, m_desk->cache().bulkBasis(m_server->world.now),
                                                         m_desk->digestOfReferences()));
    for (std::size_t i = 0; i < m_rows.size();) {
      std::vector<core::FeedItem> items;
      for (const std::size_t end = std::min(m_rows.size(), i + kPage); i < end; ++i)
        items.emplace_back(m_rows[i]);
      items.emplace_back(core::SnapshotEnd{m_server->east(), m_rows[i - 1].id, kStamp, i == m_rows.size()});
      static_cast<void>(expected(maker->add(std::move(items))));
    }
    static_cast<void>(expected(maker->finish()));
    return file;
  }

  static constexpr std::int64_t kStamp = 300;
  static constexpr std::uint8_t kOwnKey = 7; ///< of the desk's cache
  QTemporaryDir m_folder;
  std::unique_ptr<tests::TinyServer> m_server;
  std::unique_ptr<tests::Desk> m_desk;
  std::vector<core::CaseRow> m_rows;

private Q_SLOTS:
  void init() {
    m_server = std::make_unique<tests::TinyServer>();
    m_desk = std::make_unique<tests::Desk>(*m_server);
    makeRows();
  }

  void shouldGoOnWhereItWas_whenClosedInTheMiddleOfAPage() {
    const auto first = page({});
    const auto written =
        expected(m_desk->cache().applyBulk(first, 0, m_server->world.now, [] { return true; }));
    QVERIFY(written.rows > 0 && written.rows < kPage);
    m_desk->close();
    m_desk->open();
    QCOMPARE(position(), first.rows[written.rows - 1].row.id);
    QCOMPARE(expected(m_desk->reader().keys({})).size(), written.rows);
    load([] {});
    QCOMPARE(expected(m_desk->cache().cursor()).scopes.at(m_server->east()), kStamp);
    expectAllIsHere();
  }

  void shouldLoseNothing_whenKilledAgainAndAgain() {
    // GIVEN a process that loads and says so after each transaction
    m_desk->close();
    for (int kill = 1; kill <= 6; ++kill) {
      int said[2];
      QCOMPARE(::pipe(said), 0);
      const pid_t child = ::fork();
      QVERIFY(child >= 0);
      if (child == 0) {
        m_desk->open();
        load([&] { (void)!::write(said[1], "x", 1); });
        static_cast<void>(expected(m_desk->cache().finishSnapshots()));
        ::_exit(0);
      }
      ::close(said[1]);
      // WHEN it is killed after the n-th, with the next one under way
      char byte = 0;
      for (int n = 0; n < kill && ::read(said[0], &byte, 1) == 1;)
        ++n;
      ::kill(child, SIGKILL);
      ::waitpid(child, nullptr, 0);
      ::close(said[0]);
    }
    // THEN the rest comes, and all of it is as the server says
    m_desk->open();
    QVERIFY(!position().empty() || expected(m_desk->cache().snapshots()).empty());
    if (!expected(m_desk->cache().snapshots()).empty()) load([] {});
    expectAllIsHere();
  }

  void shouldKeepWhatTheUserDoes_whileRowsStillCome() {
    // GIVEN the first half, and a note on one of its cases
    const auto first = page({});
    static_cast<void>(
        expected(m_desk->cache().applyBulk(first, 0, m_server->world.now, [] { return false; })));
    const auto id = first.rows[3].row.id;
    const auto note = m_desk->perform(id, core::AddNote{"覚え書き"});
    // WHEN the page comes again, one row newer, and then the rest
    m_server->run(id, "clerk2", core::AddNote{"他の職員"});
    const auto newer = m_server->row(m_server->record(id));
    *std::find_if(m_rows.begin(), m_rows.end(), [&id](const auto& row) { return row.id == id; }) = newer;
    static_cast<void>(
        expected(m_desk->cache().applyBulk(page({}), 0, m_server->world.now, [] { return false; })));
    load([] {});
    // THEN both notes are shown, and the command still waits
    QCOMPARE(m_desk->shown(id).notes.size(), std::size_t(2));
    QCOMPARE(m_desk->outbox().size(), std::size_t(1));
    QCOMPARE(m_desk->outbox().front().command, note);
    QVERIFY(core::has(m_desk->listRow(id).flags, core::RowFlag::Pending));
    expectAllIsHere();
  }

  void shouldRefuseAPage_whenTheOneBeforeIsMissing() {
    const auto first = page({});
    const auto second = page(first.end.after);
    const auto refused = m_desk->cache().applyBulk(second, 0, m_server->world.now, [] { return false; });
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, core::ErrorCode::StorageFailed);
    QVERIFY(expected(m_desk->cache().snapshots()).empty());
    QVERIFY(expected(m_desk->reader().keys({})).empty());
  }

  void shouldDeriveRowsAnew_whenReferencesHaveChangedMeanwhile() {
    const auto prepared = page({});
    QVERIFY(prepared.rows.front().summary.row.dueOn.has_value());
    m_desk->feed(
        {core::ReferenceRow{core::globalScope(), 100, "procedure", "food-business-permit@1", 2, {}, {}}});
    static_cast<void>(
        expected(m_desk->cache().applyBulk(prepared, 0, m_server->world.now, [] { return false; })));
    QVERIFY(!m_desk->listRow(prepared.rows.front().row.id).dueOn.has_value());
  }

  void shouldBuildOneIndexAtATime_afterTheLastPage() {
    load([] {});
    int built = 0;
    while (expected(m_desk->cache().rebuildNextIndex())) {
      ++built;
      m_desk->close(); // as if the program ended there; opening builds the rest
      m_desk->open();
    }
    QCOMPARE(built, 1);
    expectAllIsHere();
  }

  void shouldMergeTheSearchIndexLittleByLittle_afterALoad() {
    const storage::CacheFile file = storage::cacheFileOf(m_desk->profile());
    constexpr int kPieces = 20; // FTS5, left to itself, would merge them all within the next write
    for (int i = 0; i < kPieces; ++i) {
      load([] {});
      makeRows();
      static_cast<void>(expected(m_desk->cache().restartScope(m_server->east())));
    }
    load([] {});
    static_cast<void>(expected(m_desk->cache().finishSnapshots()));
    QVERIFY(segments(file) > kPieces);
    auto changed = m_rows.front();
    changed.version += 1;
    m_desk->feed({changed});
    QVERIFY(segments(file) > kPieces); // still
    // WHEN they are merged slice by slice
    while (expected(m_desk->cache().tidySearch())) {
    }
    // THEN few are left, and all is found
    QVERIFY(segments(file) <= 4);
    QVERIFY(expected(m_desk->reader().search("窓口", 1'000)).size() >= kCases);
  }

  void shouldTakeOverAReadyMadeCache_withWhatTheUserHasDone() {
    // GIVEN paper taken in here and a draft, before the first sync
    const core::CaseId onPaper(m_server->world.freshId());
    const core::CommandId received = m_desk->perform(onPaper, m_server->paper());
    static_cast<void>(expected(m_desk->cache().saveDraft("memo", "打ちかけ")));
    QCOMPARE(m_desk->outbox().size(), std::size_t(1));
    const auto before = m_desk->outbox().front().deviceSeq;
    // WHEN the copy is given up because the user waits, and then done
    const auto file = readyMade();
    QVERIFY(segments(file) <= 4); // merged where nobody waits
    QVERIFY(!expected(m_desk->cache().adopt(file.path, m_server->world.now, [] { return true; })));
    QCOMPARE(expected(m_desk->reader().keys({})).size(), std::size_t(1));
    QVERIFY(expected(m_desk->cache().adopt(file.path, m_server->world.now, [] { return false; })));
    // THEN all is here, the scope is followed, and nothing of the user's is lost
    QCOMPARE(m_desk->outbox().size(), std::size_t(1));
    QCOMPARE(m_desk->outbox().front().command, received);
    QCOMPARE(m_desk->outbox().front().deviceSeq, before);
    QCOMPARE(expected(m_desk->cache().drafts("")).at("memo"), std::string("打ちかけ"));
    QCOMPARE(m_desk->shown(onPaper).applicant.party.name.display, std::string("港　太郎"));
    QCOMPARE(expected(m_desk->reader().keys({})).size(), kCases + 1);
    QCOMPARE(expected(m_desk->cache().cursor()).scopes.at(m_server->east()), kStamp);
    QVERIFY(m_desk->feed({m_server->checkpoint(m_server->east())}).mismatched.empty());
    QVERIFY(expected(m_desk->cache().verifySums()).empty());
    QCOMPARE(expected(m_desk->reader().search("窓口", 1'000)).size(), kCases);
    QVERIFY(m_desk->listRow(m_rows.front().id).dueOn.has_value());
    // AND after a restart too
    m_desk->close();
    m_desk->open();
    QCOMPARE(expected(m_desk->reader().keys({})).size(), kCases + 1);
    QCOMPARE(m_desk->outbox().size(), std::size_t(1));
  }

  void shouldKeepWhatCameBefore_whenAReadyMadeCacheIsTakenOver() {
    // GIVEN the file, and behind it: the first page, a case that has changed since, and one of another office
    const auto file = readyMade();
    static_cast<void>(
        expected(m_desk->cache().applyBulk(page({}), 0, m_server->world.now, [] { return false; })));
    const auto changed = m_rows[5].id;
    m_server->run(changed, "clerk2", core::AddNote{"あとから"});
    const auto elsewhere = m_server->takenCase("西の　人");
    auto moved = elsewhere;
    moved.state.office = core::OfficeId("west");
    const auto west = m_server->row(moved);
    static_cast<void>(m_desk->feed(
        {m_server->row(m_server->record(changed)), west, m_server->checkpoint(m_server->west())}));
    // AND commands of the user, one of which is taken back between two tries
    const auto noted = m_rows[7].id;
    static_cast<void>(m_desk->perform(noted, core::AddNote{"送っていない"}));
    static_cast<void>(m_desk->perform(changed, core::AddNote{"これも"}));
    const auto undone = m_desk->perform(m_rows[9].id, core::AddNote{"やめる"});
    const auto late = m_desk->perform(noted, core::AddNote{"二つめ"});
    const auto keyBefore = m_desk->listRow(noted).key;
    QVERIFY(expected(m_desk->cache().readyMadeSchema()) > 0);
    QVERIFY(!expected(m_desk->cache().adopt(file.path, m_server->world.now, [] { return true; })));
    static_cast<void>(m_desk->cache().takeBack(undone, {}, m_server->world.now, false));
    // WHEN it is taken over
    QVERIFY(expected(m_desk->cache().adopt(file.path, m_server->world.now, [] { return false; })));
    // THEN all is here, in its newest form, under keys that nobody held before
    QCOMPARE(expected(m_desk->reader().keys({})).size(), kCases + 1);
    QCOMPARE(m_desk->listRow(noted).holder, core::UserId("clerk1"));
    const std::vector<std::int64_t> old{keyBefore};
    QVERIFY(expected(m_desk->reader().rows(old)).front().id.empty());
    QCOMPARE(m_desk->shown(noted).notes.size(), std::size_t(2));
    QCOMPARE(m_desk->shown(changed).notes.size(), std::size_t(2));
    QVERIFY(m_desk->shown(m_rows[9].id).notes.empty());
    QCOMPARE(m_desk->shown(west.id).office, core::OfficeId("west"));
    QCOMPARE(m_desk->outbox().size(), std::size_t(3));
    QCOMPARE(m_desk->outbox().back().command, late);
    QVERIFY(core::has(m_desk->listRow(noted).flags, core::RowFlag::Pending));
    QVERIFY(!core::has(m_desk->listRow(m_rows[9].id).flags, core::RowFlag::Pending));
    // AND the feed goes on from the file's stamp, and both checkpoints hold
    QVERIFY(expected(m_desk->cache().snapshots()).empty());
    QCOMPARE(expected(m_desk->cache().cursor()).scopes.at(m_server->east()), kStamp);
    QVERIFY(m_desk->pull().mismatched.empty());
    QVERIFY(expected(m_desk->cache().verifySums()).empty());
    // AND what waits is sent
    for (const auto& answer : m_desk->push())
      QCOMPARE(answer.kind, core::AnswerKind::Applied);
    QVERIFY(m_desk->pull().mismatched.empty());
    QVERIFY(m_desk->outbox().empty());
    QCOMPARE(m_desk->shown(changed).notes.size(), std::size_t(2));
  }

  void shouldRefuseAReadyMadeCache_thatWasMadeWithOtherReferences() {
    const auto file = readyMade();
    static_cast<void>(m_desk->feed(
        {core::ReferenceRow{core::globalScope(), 100, "procedure", "food-business-permit@1", 2, {}, {}}}));
    QCOMPARE(m_desk->cache().adopt(file.path, m_server->world.now, [] { return false; }).error().code,
             core::ErrorCode::WrongState);
    load([] {});
    QCOMPARE(expected(m_desk->reader().keys({})).size(), kCases);
  }

  void shouldMoveDueDaysOfStoppedClocks_whereTheReadyMadeCacheIsOfAnEarlierDay() {
    const auto stopped = m_rows[3].id;
    auto record = m_server->record(stopped);
    record.state.status = core::Status::AwaitingCorrection;
    record.state.rounds = {{{}, core::makeDate(2026, 6, 1), core::makeDate(2026, 6, 15), {}, {}}};
    m_rows[3] = m_server->row(record);
    const auto file = readyMade();
    const auto later = m_server->world.now + std::chrono::hours(24 * 30);
    QVERIFY(expected(m_desk->cache().adopt(file.path, later, [] { return false; })));
    const auto made = m_desk->listRow(stopped).dueOn;
    m_desk->refreshRows(core::dayInJapan(later));
    QVERIFY(m_desk->listRow(stopped).dueOn != made);
  }

  void shouldRefuseAReadyMadeCache_underAnotherKey() {
    const auto file = readyMade(kOwnKey + 1);
    QVERIFY(!m_desk->cache().adopt(file.path, m_server->world.now, [] { return false; }));
    QVERIFY(expected(m_desk->reader().keys({})).empty());
    load([] {});
    expectAllIsHere();
  }

  void shouldUnpackOnlyWhatItsNameSays() {
    const auto file = readyMade();
    const auto packed = file.path.parent_path() / "packed";
    const auto out = file.path.parent_path() / "out";
    const auto size = std::filesystem::file_size(file.path);
    const auto name = expected(storage::packFile(file.path, packed));
    const std::string bytes = tests::readFile(packed.string());
    QCOMPARE(core::sha256Hex(bytes), name);
    const auto unpack = [&](const std::string& given, const std::string& under, std::uint64_t most) {
      storage::Unpacker unpacker(out, most);
      for (std::size_t at = 0; at < given.size(); at += 1'000)
        if (auto added = unpacker.add(std::string_view(given).substr(at, 1'000)); !added) return added;
      return unpacker.finish(under);
    };
    static_cast<void>(expected(unpack(bytes, name, size)));
    QCOMPARE(tests::readFile(out.string()), tests::readFile(file.path.string()));
    const auto broken = [&](const std::string& given, const std::string& under, std::uint64_t most) {
      const auto done = unpack(given, under, most);
      return !done && done.error().code == core::ErrorCode::FileBroken;
    };
    QVERIFY(broken(bytes, name, size - 1));
    QVERIFY(broken(bytes, name, size + 1));
    QVERIFY(broken(bytes, std::string(64, '0'), size));
    QVERIFY(broken(bytes.substr(0, bytes.size() - 1), name, size));
  }

  void shouldRefuseAPage_whenARowIsNotWhatItsDigestSays() {
    auto row = m_rows.front();
    row.state.replace(row.state.find("窓口"), std::string("窓口").size(), "窓囗");
    const auto basis = m_desk->cache().bulkBasis(m_server->world.now);
    const core::SnapshotEnd end{m_server->east(), row.id, kStamp, false};
    QCOMPARE(storage::prepareBulk({row, end}, {}, basis).error().code, core::ErrorCode::Malformed);
    QCOMPARE(storage::prepareBulk({row}, {}, basis).error().code, core::ErrorCode::Malformed);
    QCOMPARE(storage::prepareBulk({}, {}, basis).error().code, core::ErrorCode::Malformed);
  }
};

QTEST_APPLESS_MAIN(BulkLoadTest)
#include "bulkloadtest.moc"
