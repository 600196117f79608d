// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/casecodec.h"
#include "storage/migrations.h"
#include "tests/faults/memorydisk.h"
#include "tests/sim/simworld.h"
#include "tests/support/prove.h"
#include "tests/support/testsupport.h"

#include <QTemporaryDir>
#include <QtTest>

#include <cstdio>
#include <filesystem>

using namespace madoguchi;
namespace disk = tests::disk;

namespace {

using Texts = std::map<std::string, std::string>; ///< by case: all that is shown of it

/// What a reader shows, or nothing where it refuses.
std::optional<Texts> shownIn(const storage::Profile& profile) {
  const auto reader = storage::CaseReader::open(storage::cacheFileOf(profile));
  if (!reader) return std::nullopt;
  const auto keys = (*reader)->keys({});
  const auto rows = keys ? (*reader)->rows(*keys)
                         : core::Result<std::vector<core::CaseListRow>>(tl::unexpected(keys.error()));
  if (!rows) return std::nullopt;
  Texts texts;
  for (const auto& row : *rows) {
    const auto opened = (*reader)->record(row.id);
    if (!opened) return std::nullopt;
    const auto text = core::toText(opened->record);
    texts[row.id.value] =
        row.applicant + row.number + std::to_string(row.version) + text.state + text.timeline;
  }
  return texts;
}

/// The definitions of all tables and indexes.
std::string schemaOf(storage::Database& database) {
  std::string all = database.pragma("PRAGMA user_version");
  auto rows = database.use("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name");
  while (rows.step())
    all += "\n" + rows.text(0);
  return all;
}

} // namespace

/// Files that were damaged, schemas that were left half way, and a server that takes everything away.
class CacheDamageTest : public QObject {
  Q_OBJECT

private:
  static void settle(tests::SimWorld& world) {
    world.startAll();
    if (!world.runToRest()) throw std::runtime_error("no rest");
  }

private Q_SLOTS:
  /// T15
  void shouldShowNoWrongValue_whenABitIsFlipped() {
    QTemporaryDir folder;
    tests::SimWorld world(1, folder.path().toStdString(), {"clerk1"});
    settle(world);
    tests::SimClient& desk = *world.clients.front();
    (void)desk.give(core::CaseId("case-0"), core::AddNote{"nicht gesendet"});
    desk.stop();
    const auto image = disk::image(desk.folder());
    const auto truth = shownIn(desk.profile());
    QVERIFY(truth && !truth->empty());
    const std::uint64_t bits = image.at("cache.db").size() * 8;
    const int flips = tests::count(100, 1'000);
    int refused = 0;
    for (int i = 0; i < flips; ++i) {
      disk::place(desk.folder(), image);
      disk::flip(desk.folder(), "cache.db", world.timeline.below(bits));
      const auto shown = shownIn(desk.profile());
      refused += shown ? 0 : 1;
      QVERIFY(!shown || *shown == *truth); // where the flipped page was not read, all is as it was
    }
    std::printf("T15: %d flips, %d refused, 0 wrong values\n", flips, refused);
    QVERIFY(refused > 0);
  }

  /// T7
  void shouldFetchOneScopeAnew_whenARowOfItIsNotWhatItWas() {
    QTemporaryDir folder;
    tests::SimWorld world(1, folder.path().toStdString(), {"super2"}); // sees east and west
    settle(world);
    tests::SimClient& desk = *world.clients.front();
    desk.stop();
    {
      const auto database = storage::openRaw(storage::cacheFileOf(desk.profile()), SQLite::OPEN_READWRITE);
      QCOMPARE(database->run("UPDATE case_documents SET state = replace(state, '山崎', '山埼')"
                             " WHERE key = (SELECT key FROM cases WHERE id = 'case-0')"),
               1);
    }
    QVERIFY(desk.start(world.server.actor(core::UserId(desk.user()))));
    const auto damaged = desk.cache().verifySums();
    QVERIFY(damaged.has_value());
    QCOMPARE(damaged->size(), std::size_t(1));
    QCOMPARE(damaged->front(), core::officeScope(core::OfficeId("east"), "permit", false));
    QVERIFY(desk.cache().restartScope(damaged->front()));
    desk.stop();
    desk.rowsTaken.clear();
    settle(world);
    QCOMPARE(world.verdict(), std::string());
    QCOMPARE(desk.rowsTaken.size(), std::size_t(1));
    QCOMPARE(desk.rowsTaken.begin()->first, damaged->front());
    std::printf("T7: 1 flipped row found, %d rows of its scope fetched anew, 0 of the others\n",
                desk.rowsTaken.begin()->second);
  }

  /// T8
  void shouldHoldAnAnswer_whichWouldRemoveWhatWasNotSent() {
    QTemporaryDir folder;
    tests::SimWorld world(1, folder.path().toStdString(), {"clerk1"});
    settle(world);
    tests::SimClient& desk = *world.clients.front();
    world.network.weather.isDown = true;
    QVERIFY(desk.give(core::CaseId("case-0"), core::AddNote{"nicht gesendet"}));
    const auto before = desk.cases();
    world.runFor(std::chrono::minutes(1));
    // The answers to commands stay away, and so the removal meets something unsent.
    world.network.weather.isDown = false;
    world.network.refused = "/v1/commands";
    world.server.setGrants(core::UserId("clerk1"), {});
    world.network.ring();
    world.runFor(std::chrono::minutes(20));
    QVERIFY(desk.status().heldRemoval.has_value());
    QCOMPARE(desk.cases(), before);
    // WHEN a person lets it happen
    desk.take(sync::RemovalAllowed{});
    world.runFor(std::chrono::minutes(20));
    QVERIFY(desk.cases().empty());
    // THEN what was not sent is kept, and shown
    const auto entries = desk.cache().outbox();
    QVERIFY(entries.has_value());
    QCOMPARE(entries->size(), std::size_t(1));
    QVERIFY(entries->front().status == core::OutboxStatus::Quarantined ||
            entries->front().status == core::OutboxStatus::Sent);
    // AND goes out when the rights are back
    world.network.refused.clear();
    world.server.setGrants(core::UserId("clerk1"), tests::SimServer::bureau().person("clerk1").grants);
    world.network.ring();
    QVERIFY(world.runToRest());
    QCOMPARE(world.verdict(), std::string());
    QVERIFY(desk.cache().outbox()->empty());
    std::printf("T8: held with %d unsent, shown, kept, sent in the end\n", 1);
  }

  /// T9
  void shouldUpgrade_whenKilledAtAnyAccess() {
    QTemporaryDir folder;
    tests::SimWorld world(1, folder.path().toStdString(), {"clerk1"}, tests::SimClient::Begin::Nothing);
    const auto profile = world.clients.front()->profile();
    const std::string& drive = world.clients.front()->folder();
    const auto file = storage::cacheFileOf(profile);
    std::filesystem::remove(file.path); // the stand-in of a file that is not empty
    disk::place(drive, {});
    (void)storage::openForWriting(file);
    const std::string whole = schemaOf(*storage::openRaw(file, SQLite::OPEN_READONLY));
    int kills = 0;
    for (int from = 0; from < storage::newestSchema(); ++from) {
      disk::place(drive, {});
      if (from > 0) makeSchema(file, from);
      const auto begin = disk::image(drive);
      const std::int64_t accesses = accessesOf(file, drive);
      const std::int64_t stride = tests::proving() ? 1 : accesses / 25 + 1;
      for (std::int64_t nth = 1; nth <= accesses; nth += stride, ++kills) {
        disk::place(drive, begin);
        disk::arm(drive, {nth, disk::Kind::InputOutput, true});
        (void)storage::openForWriting(file);
        disk::crash(drive, nth % 2 == 0 ? disk::Crash::Power : disk::Crash::Process, world.timeline.random);
        disk::mend(drive);
        const auto opened = storage::openForWriting(file);
        QVERIFY2(opened.has_value(), opened ? "" : opened.error().detail.c_str());
        QCOMPARE(schemaOf(**opened), whole);
      }
    }
    std::printf("T9: %d kills in %d upgrades\n", kills, storage::newestSchema());
    QVERIFY(kills > 20);
  }

  void shouldLeaveANewerCacheUntouched() {
    QTemporaryDir folder;
    tests::SimWorld world(1, folder.path().toStdString(), {"clerk1"});
    tests::SimClient& desk = *world.clients.front();
    storage::openRaw(storage::cacheFileOf(desk.profile()), SQLite::OPEN_READWRITE)
        ->script("PRAGMA user_version = " + std::to_string(storage::newestSchema() + 1));
    const auto before = disk::image(desk.folder());
    const auto opened = storage::Cache::open(desk.profile());
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, core::ErrorCode::StorageNewer);
    QVERIFY(disk::image(desk.folder()) == before);
  }

private:
  static void makeSchema(const storage::CacheFile& file, int version) {
    const auto database = storage::openRaw(file, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    database->script("PRAGMA journal_mode = WAL");
    for (const auto& migration : storage::migrations()) {
      if (migration.version > version) break;
      for (const char* statement : migration.statements)
        database->script(statement);
    }
    database->script("PRAGMA user_version = " + std::to_string(version));
  }
  static std::int64_t accessesOf(const storage::CacheFile& file, const std::string& drive) {
    const std::int64_t before = disk::accesses(drive);
    if (!storage::openForWriting(file)) throw std::runtime_error("no schema");
    return disk::accesses(drive) - before;
  }
};

QTEST_GUILESS_MAIN(CacheDamageTest)
#include "cachedamagetest.moc"
