// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/hash.h"
#include "storage/bulkindexes.h"
#include "storage/cache.h"
#include "storage/casereader.h"
#include "storage/migrations.h"
#include "tests/support/testsupport.h"

#include <QTemporaryDir>
#include <QtTest>

#include <fstream>
#include <sqlite3.h>

using namespace madoguchi;
using core::ErrorCode;

class CacheFileTest : public QObject {
  Q_OBJECT

private:
  [[nodiscard]] storage::CacheFile file(std::uint8_t key = 1) const {
    storage::CacheFile file{m_folder->filePath(QStringLiteral("cache.db")).toStdString(), {}, {}};
    file.key.fill(key);
    return file;
  }

  std::unique_ptr<QTemporaryDir> m_folder;

private Q_SLOTS:
  void init() { m_folder = std::make_unique<QTemporaryDir>(); }

  void shouldMakeAnEncryptedFileOfTheNewestSchema_whenThereIsNone() {
    const auto database = storage::openForWriting(file());
    QVERIFY(database);
    QCOMPARE(storage::schemaVersion(**database), storage::newestSchema());
    QCOMPARE((*database)->pragma("PRAGMA journal_mode"), std::string("wal"));
    QCOMPARE((*database)->pragma("PRAGMA mmap_size"), std::string("0"));
    QCOMPARE((*database)->pragma("PRAGMA temp_store"), std::string("2"));
    QCOMPARE((*database)->pragma("PRAGMA secure_delete"), std::string("1"));
    QVERIFY(!(*database)->pragma("PRAGMA cipher_version").empty());
    (*database)->script("PRAGMA wal_checkpoint(TRUNCATE)");
    QVERIFY(tests::readFile(file().path).rfind("SQLite format 3", 0) != 0);
  }

  void shouldKeepMorePagesAndTheIndexesOfFewRows_whileALoadGoesOn() {
    auto opened = storage::openForWriting(file());
    QVERIFY(opened);
    storage::Database& database = **opened;
    const auto kept = [&] { return -std::stoi(database.pragma("PRAGMA cache_size")); };
    const auto indexes = [&](const char* like) {
      return database.number("SELECT count(*) FROM sqlite_master WHERE type = 'index' AND tbl_name = 'cases'"
                             " AND sql LIKE ?",
                             std::string(like));
    };
    const int atWork = kept();
    const auto all = indexes("%");
    const auto ofFew = indexes("% WHERE %");
    QVERIFY(ofFew >= 4 && all > ofFew);
    storage::dropIndexes(database);
    QVERIFY(kept() > atWork);
    QCOMPARE(indexes("%"), ofFew);
    storage::keepPages(database, 1);
    storage::dropIndexes(database); // the next page, perhaps after a restart
    QVERIFY(kept() > atWork);
    storage::rebuildIndexes(database);
    QCOMPARE(kept(), atWork);
    QCOMPARE(indexes("%"), all);
  }

  void shouldRefuseAPlainDatabase_andLeaveItAlone() {
    {
      SQLite::Database plain(file().path.string(), SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
      plain.exec("CREATE TABLE t(x)");
    }
    const std::string before = tests::readFile(file().path);
    const auto opened = storage::openForWriting(file());
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, ErrorCode::StorageNotEncrypted);
    QCOMPARE(storage::openForReading(file()).error().code, ErrorCode::StorageNotEncrypted);
    QVERIFY(tests::readFile(file().path) == before);
  }

  void shouldRefuseAWrongKey() {
    QVERIFY(storage::openForWriting(file(1)));
    QCOMPARE(storage::openForWriting(file(2)).error().code, ErrorCode::StorageCorrupt);
    QCOMPARE(storage::openForReading(file(2)).error().code, ErrorCode::StorageCorrupt);
    QVERIFY(storage::openForWriting(file(1)));
  }

  void shouldRefuseANewerSchema_andLeaveTheFileUntouched() {
    {
      const auto database = storage::openForWriting(file());
      (*database)->script("PRAGMA user_version = 999");
      (*database)->script("PRAGMA wal_checkpoint(TRUNCATE)");
    }
    const std::string before = tests::readFile(file().path);
    const auto opened = storage::openForWriting(file());
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, ErrorCode::StorageNewer);
    QVERIFY(tests::readFile(file().path) == before);
  }

  void shouldSayThatThereIsNoCache_whenAReaderComesFirst() {
    QCOMPARE(storage::openForReading(file()).error().code, ErrorCode::NotFound);
  }

  void shouldNotLetAReaderWrite() {
    QVERIFY(storage::openForWriting(file()));
    const auto reader = storage::openForReading(file());
    QVERIFY(reader);
    const auto done = storage::guarded([&] { (*reader)->script("DELETE FROM cases"); });
    QVERIFY(!done);
  }

  void shouldFindAFlippedBit() {
    {
      const auto database = storage::openForWriting(file());
      for (int i = 0; i < 200; ++i)
        (*database)->run("INSERT INTO settings(key, value) VALUES (?, ?)", std::to_string(i),
                         std::string(500, 'x'));
      (*database)->script("PRAGMA wal_checkpoint(TRUNCATE)");
    }
    const auto size = static_cast<std::streamoff>(std::filesystem::file_size(file().path));
    std::fstream bytes(file().path, std::ios::in | std::ios::out | std::ios::binary);
    for (std::streamoff page = 1; page * 4096 < size; ++page) { // every page but the first
      bytes.seekg(page * 4096 + 100);
      const char byte = static_cast<char>(bytes.get() ^ 0x10);
      bytes.seekp(page * 4096 + 100);
      bytes.put(byte);
    }
    bytes.close();
    const auto database = storage::openForReading(file());
    const auto read =
        !database ? core::Result<std::int64_t>(tl::unexpected(database.error())) : storage::guarded([&] {
          return (*database)->number("SELECT sum(length(value)) FROM settings");
        });
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::StorageCorrupt);
  }

  void shouldLetOneProcessOwnAProfile() {
    storage::Profile profile{m_folder->filePath(QStringLiteral("profile")).toStdString(), {}, {}};
    auto first = storage::Cache::open(profile);
    QVERIFY(first);
    const auto second = storage::Cache::open(profile);
    QVERIFY(!second);
    QCOMPARE(second.error().code, ErrorCode::ProfileInUse);
    first->reset();
    QVERIFY(storage::Cache::open(profile));
  }

  void shouldHaveMigrationsWithoutGaps() {
    int version = 0;
    for (const auto& migration : storage::migrations())
      QCOMPARE(migration.version, ++version);
  }

  /// T9 in small: a migration cut at any of its statements leaves the schema before it, and can be taken.
  void shouldMigrate_whenCutAtAnyStatementBefore() {
    const auto& first = storage::migrations().front();
    for (std::size_t cut = 0; cut < first.statements.size(); ++cut) {
      QTemporaryDir folder;
      storage::CacheFile there{folder.filePath(QStringLiteral("cache.db")).toStdString(), {}, {}};
      {
        const auto raw = storage::openRaw(there, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
        raw->script("PRAGMA journal_mode = WAL");
        storage::Transaction transaction(*raw, storage::Durability::Full);
        for (std::size_t i = 0; i <= cut; ++i)
          raw->script(first.statements[i]);
      } // not committed
      const auto database = storage::openForWriting(there);
      QVERIFY2(database, first.statements[cut]);
      QCOMPARE(storage::schemaVersion(**database), storage::newestSchema());
    }
  }
};

QTEST_APPLESS_MAIN(CacheFileTest)
#include "cachefiletest.moc"
