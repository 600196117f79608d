// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/settings.h"
#include "tests/support/testsupport.h"
#include "tests/unit/storage/cachedesk.h"

#include <QtTest>

using namespace madoguchi;
using core::OutboxStatus;
using tests::edit;
using tests::expected;

/// What comes from the server: rows, tombstones, scopes, checkpoints, bulk pages.
class CacheFeedTest : public QObject {
  Q_OBJECT

private:
  [[nodiscard]] std::vector<core::CaseId> arrive(int count) {
    return tests::arrive(*m_server, *m_desk, count);
  }
  [[nodiscard]] std::size_t caseCount() { return expected(m_desk->reader().keys({})).size(); }
  [[nodiscard]] core::FeedItem eastCheckpoint() { return m_server->checkpoint(m_server->east()); }

  std::unique_ptr<tests::TinyServer> m_server;
  std::unique_ptr<tests::Desk> m_desk;

private Q_SLOTS:
  void init() {
    m_server = std::make_unique<tests::TinyServer>();
    m_desk = std::make_unique<tests::Desk>(*m_server);
  }

  void shouldReadReferences() {
    const auto& around = m_desk->cache().surroundings();
    QCOMPARE(around.offices.all().size(), std::size_t(3));
    QCOMPARE(around.people.size(), m_server->world.people.size());
    QVERIFY(around.procedure(m_server->world.procedure.id, 1) != nullptr);
    QCOMPARE(core::toText(around.holidays.lastDay()), core::toText(m_server->world.holidays.lastDay()));
    QCOMPARE(around.me, m_server->world.person("clerk1"));
    const auto read = expected(m_desk->reader().surroundings());
    QCOMPARE(read.procedures.size(), std::size_t(2));
  }

  void shouldFollowTheCursor() {
    auto cursor = expected(m_desk->cache().cursor());
    QCOMPARE(cursor.epoch, m_server->epoch);
    QVERIFY(cursor.scopes.count(core::globalScope()) == 1);
    QVERIFY(cursor.scopes.count(m_server->east()) == 0); // nothing of it has come yet
    static_cast<void>(arrive(3));
    m_desk->close();
    m_desk->open();
    cursor = expected(m_desk->cache().cursor());
    QCOMPARE(cursor.scopes.at(m_server->east()), std::int64_t(3));
  }

  void shouldRefuseABatch_whenARowIsNotWhatItsDigestSays() {
    auto good = m_server->row(m_server->takenCase());
    auto bad = m_server->row(m_server->takenCase());
    bad.state.replace(bad.state.find("Registered"), 10, "Examining ");
    const auto result = m_desk->cache().applyFeed({good, bad}, m_server->world.now, {});
    QVERIFY(!result);
    QCOMPARE(result.error().code, core::ErrorCode::Malformed);
    QCOMPARE(caseCount(), std::size_t(0));
    QVERIFY(expected(m_desk->cache().cursor()).scopes.count(m_server->east()) == 0);
    // and the scopes in memory are those of the file again
    QVERIFY(m_desk->feed({good}).mismatched.empty());
    QCOMPARE(caseCount(), std::size_t(1));
  }

  void shouldRefuseABatch_whenARowHoldsAnotherCase() {
    auto row = m_server->row(m_server->takenCase());
    row.id = core::CaseId("another");
    const auto result = m_desk->cache().applyFeed({row}, m_server->world.now, {});
    QVERIFY(!result);
    QCOMPARE(result.error().code, core::ErrorCode::Malformed);
    QCOMPARE(caseCount(), std::size_t(0));
  }

  void shouldShowACaseAsTheServerHasIt_whenItsTimelineIsOfANewerRelease() {
    const auto ids = arrive(2);
    m_desk->perform(ids[0], core::AddNote{"offen"});
    const std::vector<std::int64_t> key{m_desk->listRow(ids[0]).key};
    // WHEN a row with an event that is not known here comes among others
    for (const auto& id : ids)
      m_server->run(id, "clerk1", core::AddNote{"neu"});
    auto row = m_server->row(m_server->record(ids[0]));
    row.timeline.replace(row.timeline.find("NoteAdded"), 9, "Teleported");
    row.digest = core::digestOf({row.state, row.timeline});
    m_desk->feed({row, m_server->row(m_server->record(ids[1]))});
    // THEN all are taken, it stands there as the server has it, and what waits still waits
    QCOMPARE(m_desk->shown(ids[1]).notes.size(), std::size_t(1));
    const core::CaseListRow listed = expected(m_desk->reader().rows(key)).front();
    QCOMPARE(listed.version, row.version);
    QVERIFY(core::has(listed.flags, core::RowFlag::Pending));
    QCOMPARE(m_desk->outbox().front().status, OutboxStatus::Waiting);
    // AND nothing can be done to it here
    core::Command command;
    command.id = core::CommandId(m_server->world.freshId());
    command.caseId = ids[0];
    command.actor = core::UserId("clerk1");
    command.madeAt = m_server->world.now;
    command.body = core::AddNote{"nicht hier"};
    const auto refused = m_desk->cache().perform(command, true);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, core::ErrorCode::UnknownKind);
    // AND what was given before goes out, and is let go of
    m_desk->push();
    QCOMPARE(m_desk->outbox().front().status, OutboxStatus::Confirmed);
    m_desk->feed({m_server->row(m_server->record(ids[0]))});
    QVERIFY(m_desk->outbox().empty());
    QCOMPARE(m_desk->shown(ids[0]).notes.size(), std::size_t(2));
  }

  void shouldKeepWhatANewerReleaseGave_andTakeTheFeedAllTheSame() {
    const auto id = arrive(1).front();
    m_desk->perform(id, core::AddNote{"von morgen"});
    m_desk->close();
    storage::openRaw(storage::cacheFileOf(m_desk->profile()), 2 /* READWRITE */)
        ->script("UPDATE outbox SET payload = replace(payload, 'AddNote', 'Teleport')");
    m_desk->open();
    m_server->run(id, "clerk1", core::AddNote{"neu"});
    m_desk->feed({m_server->row(m_server->record(id))});
    QCOMPARE(m_desk->shown(id).notes.size(), std::size_t(1));
    QCOMPARE(expected(m_desk->cache().nextRun(10, 10'000)).size(), std::size_t(1));
  }

  void shouldNotTakeAnOlderRow() {
    const auto id = arrive(1).front();
    const auto old = m_server->row(m_server->record(id));
    m_server->run(id, "clerk1", core::AddNote{"neu"});
    m_desk->feed({m_server->row(m_server->record(id)), old});
    QCOMPARE(m_desk->shown(id).notes.size(), std::size_t(1));
  }

  void shouldFindThatTheCheckpointDoesNotHold_andFetchThatScopeAnew() {
    const auto ids = arrive(3);
    static_cast<void>(m_server->row(m_server->takenCase())); // never reaches the desk
    const auto result = m_desk->feed({eastCheckpoint()});
    QCOMPARE(result.mismatched, std::vector<core::ScopeName>{m_server->east()});

    expected(m_desk->cache().restartScope(m_server->east()));
    QVERIFY(expected(m_desk->cache().cursor()).scopes.count(m_server->east()) == 0);
    // WHEN all but one of the rows come again
    std::vector<core::FeedItem> again;
    static_cast<void>(m_server->gone(ids[0])); // its tombstone was lost
    for (std::size_t i = 1; i < ids.size(); ++i)
      again.emplace_back(m_server->row(m_server->record(ids[i])));
    m_desk->feed(again);
    QCOMPARE(caseCount(), std::size_t(3)); // nothing disappears before the end
    static_cast<void>(m_desk->feed({eastCheckpoint()}));
    QVERIFY(!m_desk->reader().record(ids[0]));
    QCOMPARE(caseCount(), std::size_t(2));
  }

  void shouldFindARowThatWasChangedBehindItsBack() {
    const auto id = arrive(2).front();
    m_desk->perform(id, core::AddNote{"offen"}); // pending commands do not disturb the sum
    QVERIFY(expected(m_desk->cache().verifySums()).empty());
    m_desk->close();
    {
      const auto raw = storage::openRaw(storage::cacheFileOf(m_desk->profile()), 2 /* READWRITE */);
      raw->script("UPDATE base_rows SET state = replace(state, 'Registered', 'Decided')");
    }
    m_desk->open();
    QCOMPARE(expected(m_desk->cache().verifySums()), std::vector<core::ScopeName>{m_server->east()});
  }

  void shouldRemoveACaseThatLeft() {
    const auto ids = arrive(11);
    const auto result = m_desk->feed({m_server->gone(ids[0]), eastCheckpoint()});
    QVERIFY(result.mismatched.empty());
    QCOMPARE(result.changes.removed.size(), std::size_t(1));
    QVERIFY(!m_desk->reader().record(ids[0]));
  }

  void shouldFollowACaseIntoAnotherScope_data() {
    QTest::addColumn<bool>("tombstoneFirst");
    QTest::newRow("tombstone first") << true;
    QTest::newRow("row first") << false;
  }
  void shouldFollowACaseIntoAnotherScope() {
    QFETCH(bool, tombstoneFirst);
    const auto id = arrive(1).front();
    m_desk->perform(id, core::AddNote{"kommt mit"});
    const core::GoneRow gone{m_server->east(), 2, id, "left"};
    m_server->run(id, "clerk1", core::TransferCase{core::OfficeId("west"), "zuständig"});
    const auto row = m_server->row(m_server->record(id));
    QCOMPARE(row.scope, m_server->west());
    if (tombstoneFirst)
      m_desk->feed({gone, row});
    else
      m_desk->feed({row, gone});
    QCOMPARE(m_desk->shown(id).office, core::OfficeId("west"));
    QCOMPARE(m_desk->outbox().front().status, OutboxStatus::Waiting);
    QVERIFY(m_desk->feed({m_server->checkpoint(m_server->west())}).mismatched.empty());
  }

  void shouldLetGoOfACommand_whoseCaseWentOutOfSight() {
    // GIVEN a desk that does not see the office west
    m_server->scopes = {core::globalScope(), m_server->east()};
    const auto id = arrive(11).front();
    m_desk->feed({m_server->scopeList()});
    m_desk->perform(id, core::TransferCase{core::OfficeId("west"), "zuständig"});
    m_desk->push();
    QCOMPARE(m_desk->outbox().front().status, OutboxStatus::Confirmed);
    const auto result = m_desk->pull();
    QVERIFY(result.mismatched.empty());
    QVERIFY(m_desk->outbox().empty());
    QVERIFY(!m_desk->reader().record(id));
  }

  void shouldPurgeAScopeThatIsGone_andQuarantineWhatWasUnsent() {
    const auto ids = arrive(3);
    m_desk->perform(ids[1], core::AddNote{"nicht verloren"});
    const auto fewer = core::ScopeList{m_server->epoch, {core::globalScope()}};

    // GIVEN it would take something unsent away THEN it is held first
    auto result = m_desk->feed({fewer});
    QVERIFY(result.held.has_value());
    QCOMPARE(result.held->removed, std::int64_t(3));
    QCOMPARE(result.held->unsent, std::int64_t(1));
    QCOMPARE(caseCount(), std::size_t(3));

    result = m_desk->feed({fewer}, storage::Removals::Allow);
    QVERIFY(!result.held.has_value());
    QCOMPARE(caseCount(), std::size_t(0));
    QCOMPARE(m_desk->outbox().front().status, OutboxStatus::Quarantined);
    QVERIFY(expected(m_desk->reader().search("窓口", 10)).empty());
    QVERIFY(expected(m_desk->cache().cursor()).scopes.count(m_server->east()) == 0);

    // WHEN the scope comes back THEN the command waits again
    m_desk->feed({m_server->scopeList(), m_server->row(m_server->record(ids[1]))});
    QCOMPARE(m_desk->outbox().front().status, OutboxStatus::Waiting);
    QCOMPARE(m_desk->shown(ids[1]).notes.size(), std::size_t(1));
  }

  void shouldHoldAnAnswerThatRemovesTooMuch_data() {
    QTest::addColumn<int>("leaving");
    QTest::addColumn<bool>("held");
    QTest::newRow("one in five") << 20 << false;
    QTest::newRow("more") << 21 << true;
    QTest::newRow("all") << 100 << true;
  }
  void shouldHoldAnAnswerThatRemovesTooMuch() {
    QFETCH(int, leaving);
    QFETCH(bool, held);
    const auto ids = arrive(100);
    std::vector<core::FeedItem> items;
    for (int i = 0; i < leaving; ++i)
      items.emplace_back(m_server->gone(ids[static_cast<std::size_t>(i)]));
    const auto before = expected(m_desk->cache().cursor());
    const auto result = m_desk->feed(items);
    QCOMPARE(result.held.has_value(), held);
    QCOMPARE(caseCount(), std::size_t(held ? 100 : 100 - leaving));
    if (held) QCOMPARE(expected(m_desk->cache().cursor()), before);
  }

  void shouldBeginAnew_whenTheServerWasRestored() {
    const auto id = arrive(2).front();
    m_desk->perform(id, core::AddNote{"bestätigt"});
    m_desk->push();
    QCOMPARE(m_desk->outbox().front().status, OutboxStatus::Confirmed);
    m_server->epoch = "epoch-2";
    m_desk->feed({m_server->scopeList()});
    const auto cursor = expected(m_desk->cache().cursor());
    QCOMPARE(cursor.epoch, std::string("epoch-2"));
    QVERIFY(cursor.scopes.empty());
    QCOMPARE(m_desk->outbox().front().status, OutboxStatus::Waiting);
    QCOMPARE(caseCount(), std::size_t(2));
  }

  void shouldLoadInBulk_andGoOnAfterARestart() {
    std::vector<core::FeedItem> first;
    std::vector<core::FeedItem> second;
    for (int i = 0; i < 60; ++i)
      (i < 30 ? first : second).emplace_back(m_server->row(m_server->takenCase()));
    const auto lastOf = [](const std::vector<core::FeedItem>& items) {
      return std::get<core::CaseRow>(items.back()).id;
    };
    first.emplace_back(core::SnapshotEnd{m_server->east(), lastOf(first), 50, false});
    second.emplace_back(core::SnapshotEnd{m_server->east(), lastOf(second), 60, true});

    static_cast<void>(expected(m_desk->cache().applySnapshot(first, m_server->world.now)));
    QVERIFY(expected(m_desk->cache().cursor()).scopes.count(m_server->east()) == 0);
    m_desk->close();
    m_desk->open();
    const auto progress = expected(m_desk->cache().snapshots());
    QCOMPARE(progress.size(), std::size_t(1));
    QCOMPARE(progress.front().after, std::get<core::CaseRow>(first[29]).id);
    QCOMPARE(caseCount(), std::size_t(30));

    static_cast<void>(expected(m_desk->cache().applySnapshot(second, m_server->world.now)));
    QVERIFY(expected(m_desk->cache().finishSnapshots()).everything);
    QVERIFY(expected(m_desk->cache().snapshots()).empty());
    QCOMPARE(expected(m_desk->cache().cursor()).scopes.at(m_server->east()), std::int64_t(50));
    QCOMPARE(caseCount(), std::size_t(60));
    QVERIFY(m_desk->feed({eastCheckpoint()}).mismatched.empty());
    QCOMPARE(expected(m_desk->reader().search("窓口", 100)).size(), std::size_t(60));
  }

  void shouldTakeTheFirstItems_andLaterTheRest_whenTheUserWaits() {
    std::vector<core::FeedItem> items;
    for (int i = 0; i < 100; ++i)
      items.emplace_back(m_server->row(m_server->takenCase()));
    items.emplace_back(eastCheckpoint());
    const auto apply = [&](const storage::Enough& enough) {
      const auto result = expected(m_desk->cache().applyFeed(items, m_server->world.now, {}, enough));
      items.erase(items.begin(), items.begin() + static_cast<std::ptrdiff_t>(result.taken));
      return result;
    };
    std::size_t left = 7;
    const auto first = apply([&left] { return --left == 0; });
    QCOMPARE(first.taken, std::size_t(7));
    QVERIFY(first.mismatched.empty());
    // The cursor stands at the last row that is here, also after a restart
    QCOMPARE(caseCount(), first.taken);
    m_desk->close();
    m_desk->open();
    QCOMPARE(expected(m_desk->cache().cursor()).scopes.at(m_server->east()),
             std::get<core::CaseRow>(items.front()).seq - 1);
    const auto rest = apply([] { return false; });
    QVERIFY(items.empty() && rest.mismatched.empty());
    QCOMPARE(caseCount(), std::size_t(100));
  }

  void shouldShowDueDays_whenTheProcedureComesLate() {
    auto gone =
        core::ReferenceRow{core::globalScope(), 100, "procedure", "food-business-permit@1", 2, {}, {}};
    m_desk->feed({gone});
    const auto id = arrive(1).front();
    QVERIFY(!m_desk->listRow(id).dueOn.has_value());
    m_desk->feed(m_server->references());
    m_desk->refreshRows(core::dayInJapan(m_server->world.now));
    QVERIFY(m_desk->listRow(id).dueOn.has_value());
  }

  void shouldReplayAgain_whenTheProcedureComesLate() {
    const auto id = arrive(1).front();
    m_desk->perform(id, edit("/facility/phone", "042-555-0101", "042-555-0001"));
    auto gone =
        core::ReferenceRow{core::globalScope(), 100, "procedure", "food-business-permit@1", 2, {}, {}};
    m_desk->feed({gone});
    QCOMPARE(m_desk->outbox().front().code, std::string("NoSuchProcedure"));
    m_desk->feed(m_server->references());
    QVERIFY(m_desk->outbox().front().code.empty());
  }
};

QTEST_APPLESS_MAIN(CacheFeedTest)
#include "cachefeedtest.moc"
