// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/hash.h"
#include "storage/bulkindexes.h"
#include "storage/casereader.h"
#include "tests/support/testsupport.h"
#include "tests/unit/storage/cachedesk.h"

#include <QtTest>

#include <filesystem>
#include <fstream>

using namespace madoguchi;
using core::ErrorCode;
using tests::expected;

/// What lies beside the cases: documents, journal, drafts; and that nothing of it lies there in the clear.
class CacheKeepingTest : public QObject {
  Q_OBJECT

private:
  [[nodiscard]] storage::BlobStore& blobs() { return m_desk->cache().blobs(); }
  [[nodiscard]] std::vector<std::filesystem::path> files(const char* below = "") const {
    std::vector<std::filesystem::path> paths;
    for (const auto& file : std::filesystem::recursive_directory_iterator(m_desk->profile().folder / below))
      if (file.is_regular_file()) paths.push_back(file.path());
    return paths;
  }
  [[nodiscard]] core::AttachDocument attach(const storage::BlobStore::Entry& entry) const {
    core::AttachDocument body;
    body.document = core::DocumentId(m_server->world.freshId());
    body.documentKind = m_server->world.procedure.documents.front().id;
    body.name = "図面.pdf";
    body.mediaType = "application/pdf";
    body.size = entry.size;
    body.blob = entry.id;
    return body;
  }

  std::unique_ptr<tests::TinyServer> m_server;
  std::unique_ptr<tests::Desk> m_desk;

private Q_SLOTS:
  void init() {
    m_server = std::make_unique<tests::TinyServer>();
    m_desk = std::make_unique<tests::Desk>(*m_server);
  }

  void shouldGiveBackADocument_data() {
    QTest::addColumn<int>("size");
    for (const int size : {0, 1, 65'535, 65'536, 65'537, 200'000})
      QTest::addRow("%d bytes", size) << size;
  }
  void shouldGiveBackADocument() {
    QFETCH(int, size);
    std::string content(static_cast<std::size_t>(size), '\0');
    for (std::size_t i = 0; i < content.size(); ++i)
      content[i] = static_cast<char>(i * 7 % 251);
    const auto entry = expected(blobs().put(content, {}));
    QCOMPARE(entry.id.value, core::sha256Hex(content));
    QCOMPARE(entry.size, static_cast<std::int64_t>(size));
    QVERIFY(expected(blobs().read(entry.id)) == content);
    // and in parts, in order and not
    std::string parts;
    for (std::int64_t at = 0; at <= size; at += 50'000)
      parts += expected(blobs().readPart(entry.id, at, 50'000));
    QVERIFY(parts == content);
    QVERIFY(expected(blobs().readPart(entry.id, 10, 5)) ==
            (size > 10 ? content.substr(10, 5) : std::string()));
  }

  void shouldRefuseADocument_whenItIsNotWhatWasExpected() {
    bool given = false;
    const auto source = [&] { return std::exchange(given, true) ? std::string() : std::string("other"); };
    const auto put = blobs().put(source, {}, core::BlobId(core::sha256Hex("this")));
    QVERIFY(!put);
    QCOMPARE(put.error().code, ErrorCode::Malformed);
    QVERIFY(files("blobs").empty());
    QCOMPARE(blobs().read(core::BlobId(core::sha256Hex("other"))).error().code, ErrorCode::NotFound);
  }

  void shouldFindThatADocumentWasChanged_data() {
    QTest::addColumn<int>("change");
    QTest::newRow("a bit flipped") << 0;
    QTest::newRow("cut") << 1;
    QTest::newRow("bytes added") << 2;
  }
  void shouldFindThatADocumentWasChanged() {
    QFETCH(int, change);
    const auto entry = expected(blobs().put(std::string(100'000, 'x'), {}));
    const auto path = files("blobs").front();
    std::string bytes = tests::readFile(path.string());
    if (change == 0) bytes[70'000] = static_cast<char>(bytes[70'000] ^ 1);
    if (change == 1) bytes.resize(65'577);
    if (change == 2) bytes += "x";
    std::ofstream(path, std::ios::binary) << bytes;
    QCOMPARE(blobs().read(entry.id).error().code, ErrorCode::StorageCorrupt);
  }

  void shouldRemoveDocuments_whenTheirCaseHasLeft_butNotWhatIsUnsent() {
    const auto record = m_server->takenCase();
    const auto other = m_server->takenCase();
    m_desk->feed({m_server->row(record), m_server->row(other)});
    const auto here = expected(blobs().put("left behind", record.state.id));
    const auto unsent = expected(blobs().put("unsent", {}));
    m_desk->perform(other.state.id, attach(unsent));
    QCOMPARE(expected(blobs().find(unsent.id))->caseId, other.state.id);
    m_desk->feed({m_server->gone(record.state.id), m_server->gone(other.state.id)}, storage::Removals::Allow);
    QCOMPARE(blobs().read(here.id).error().code, ErrorCode::NotFound);
    QCOMPARE(expected(blobs().read(unsent.id)), std::string("unsent"));
    QCOMPARE(files("blobs").size(), std::size_t(1));
  }

  void shouldForgetWhatWasSeenLongestAgo_butNothingUnsent() {
    const auto record = m_server->takenCase();
    m_desk->feed({m_server->row(record)});
    const auto fetched = [&](const std::string& content) {
      bool given = false;
      return expected(blobs().put([&] { return std::exchange(given, true) ? std::string() : content; }, {},
                                  core::BlobId(core::sha256Hex(content))));
    };
    const std::string pages(1000, 'p');
    const auto first = fetched("1" + pages), second = fetched("2" + pages), third = fetched("3" + pages);
    const auto fresh = expected(blobs().put("4" + pages, {}));
    const auto unsent = expected(blobs().put("5" + pages, {}));
    m_desk->perform(record.state.id, attach(unsent));
    // WHEN there is room for four, and the first was looked at last
    QVERIFY(blobs().read(first.id).has_value() && blobs().read(fresh.id).has_value());
    QCOMPARE(expected(blobs().evict(4 * 1001)), std::int64_t(1001));
    QVERIFY(!blobs().read(second.id).has_value());
    for (const auto& kept : {first, third, fresh, unsent})
      QVERIFY(blobs().read(kept.id).has_value());
    // AND when there is room for none, what the server may not have stays all the same
    QCOMPARE(expected(blobs().evict(0)), std::int64_t(2 * 1001));
    QVERIFY(blobs().read(fresh.id).has_value() && blobs().read(unsent.id).has_value());
    QCOMPARE(files("blobs").size(), std::size_t(2));
  }

  void shouldKeepLongest_whatTheServerMayAskForAgain() {
    const auto record = m_server->takenCase();
    m_desk->feed({m_server->row(record)});
    const std::string pages(1000, 'p');
    const auto mine = expected(blobs().put("1" + pages, {}));
    m_desk->perform(record.state.id, attach(mine));
    m_desk->push();
    static_cast<void>(m_desk->pull());
    QVERIFY(m_desk->outbox().empty());
    // GIVEN another that was only looked at, later
    bool given = false;
    const std::string content = "2" + pages;
    const auto seen =
        expected(blobs().put([&] { return std::exchange(given, true) ? std::string() : content; }, {},
                             core::BlobId(core::sha256Hex(content))));
    // WHEN there is room for one THEN it is the one whose command goes out again if the server is put back
    QCOMPARE(expected(blobs().evict(1001)), std::int64_t(1001));
    QVERIFY(blobs().read(mine.id).has_value() && !blobs().read(seen.id).has_value());
    // AND where there is room for none, it goes too
    QCOMPARE(expected(blobs().evict(0)), std::int64_t(1001));
  }

  void shouldClearAway_whatACrashLeftBehind() {
    std::ofstream(m_desk->profile().folder / "blobs" / "incoming.part") << "half";
    m_desk->close();
    m_desk->open();
    QVERIFY(files("blobs").empty());
  }

  void shouldKeepTheJournal_untilItIsAcknowledged() {
    for (int i = 0; i < 3; ++i)
      expected(m_desk->cache().addAudit(
          {0, "id" + std::to_string(i), m_server->world.now, core::UserId("clerk1"), "view", "case"}));
    m_desk->close();
    m_desk->open();
    auto rows = expected(m_desk->cache().nextAudit(2));
    QCOMPARE(rows.size(), std::size_t(2));
    QCOMPARE(rows[0].id, std::string("id0"));
    QVERIFY(rows[0].deviceSeq < rows[1].deviceSeq);
    QVERIFY(rows[0].at == m_server->world.now);
    expected(m_desk->cache().acknowledgeAudit({"id0", "id1"}));
    rows = expected(m_desk->cache().nextAudit(10));
    QCOMPARE(rows.size(), std::size_t(1));
    QCOMPARE(rows[0].id, std::string("id2"));
    QVERIFY(!m_desk->cache().addAudit(rows[0])); // the same id twice: the action must not happen
  }

  void shouldKeepWhatWasTypedAndIsNoCommandYet() {
    expected(m_desk->cache().saveDraft("case1/note", "電話で"));
    expected(m_desk->cache().saveDraft("case1/answer", "半分"));
    expected(m_desk->cache().saveDraft("case10/note", "別の"));
    m_desk->close();
    m_desk->open();
    QCOMPARE(expected(m_desk->cache().drafts("case1/")).size(), std::size_t(2));
    expected(m_desk->cache().saveDraft("case1/note", {}));
    QCOMPARE(expected(m_desk->cache().drafts("case1/")).count("case1/note"), std::size_t(0));
  }

  void shouldTakeADraftAlongWithItsCommand_unlessItSaysSomethingElseByThen() {
    const auto record = m_server->takenCase();
    m_desk->feed({m_server->row(record)});
    const auto give = [&](const std::string& note) {
      return m_desk->cache().perform(m_desk->command(record.state.id, core::AddNote{note}), false,
                                     {{"case1/note", "電話で"}, {"case1/gone", "x"}});
    };
    expected(m_desk->cache().saveDraft("case1/note", "電話で"));
    expected(m_desk->cache().saveDraft("case1/answer", "半分"));
    QVERIFY(!give("").has_value()); // refused
    QCOMPARE(expected(m_desk->cache().drafts("case1/")).size(), std::size_t(2));
    QVERIFY(give("電話で").has_value());
    const auto left = expected(m_desk->cache().drafts("case1/"));
    QCOMPARE(left.size(), std::size_t(1));
    QCOMPARE(left.count("case1/answer"), std::size_t(1));
    // WHEN more was typed before the command came to its turn
    expected(m_desk->cache().saveDraft("case1/note", "電話で確認"));
    QVERIFY(give("電話で").has_value());
    QCOMPARE(expected(m_desk->cache().drafts("case1/")).at("case1/note"), std::string("電話で確認"));
  }

  void shouldLetOthersReadWhileItIsStillBeingOpened() {
    expected(m_desk->cache().saveDraft("case1/note", "電話で"));
    m_desk->close();
    const auto& profile = m_desk->profile();
    int told = 0;
    const auto read = [&] {
      ++told;
      const auto reader = expected(storage::CaseReader::open(storage::cacheFileOf(profile)));
      QCOMPARE(expected(reader->drafts("case1/")).at("case1/note"), std::string("電話で"));
    };
    const auto cache = expected(storage::Cache::open(profile, read));
    QCOMPARE(told, 1);
    // Nor where there is no opening it.
    QCOMPARE(storage::Cache::open(profile, read).error().code, ErrorCode::ProfileInUse);
    QCOMPARE(told, 1);
  }

  void shouldLetNobodyRead_whileIndexesAreMissing() {
    m_desk->close();
    storage::dropIndexes(*expected(storage::openForWriting(storage::cacheFileOf(m_desk->profile()))));
    bool isTold = false;
    const auto cache = expected(storage::Cache::open(m_desk->profile(), [&] { isTold = true; }));
    QVERIFY(!isTold);
  }

  void shouldKeepSettings() {
    expected(m_desk->cache().setSetting("language", "ja"));
    m_desk->close();
    m_desk->open();
    QCOMPARE(expected(m_desk->cache().setting("language")), std::string("ja"));
    QCOMPARE(expected(m_desk->cache().setting("never set")), std::string());
    QCOMPARE(m_desk->cache().surroundings().me, m_server->world.person("clerk1"));
  }

  /// T14 in small: canaries in every field that holds a person's data, and none in any file, in UTF-8 and
  /// UTF-16, while the WAL is full and after it was emptied.
  void shouldLeaveNothingInTheClear() {
    std::vector<core::FeedItem> items;
    std::vector<std::string> canaries;
    std::vector<core::CaseId> ids;
    for (int i = 0; i < 100; ++i) {
      const std::string canary = "canary" + std::to_string(100'000 + i);
      canaries.push_back(canary);
      const auto record = m_server->takenCase(canary, "カナリア" + canary);
      ids.push_back(record.state.id);
      items.emplace_back(m_server->row(record));
    }
    m_desk->feed(items);
    for (std::size_t i = 0; i < ids.size(); ++i) {
      if (i % 10 != 0) continue;
      m_desk->perform(ids[i], core::AddNote{canaries[i]});
      expected(m_desk->cache().saveDraft(ids[i].value, canaries[i]));
      static_cast<void>(expected(blobs().put(canaries[i], ids[i])));
    }
    QCOMPARE(expected(m_desk->reader().search("canary100042", 10)).size(), std::size_t(1));
    for (int pass = 0; pass < 2; ++pass) {
      for (const auto& path : files()) {
        const std::string bytes = tests::readFile(path.string());
        QVERIFY2(bytes.find("canary") == std::string::npos, path.c_str());
        QVERIFY2(bytes.find(std::string("c\0a\0n\0a\0r\0y\0", 12)) == std::string::npos, path.c_str());
        QVERIFY2(bytes.find("SQLite format 3") == std::string::npos, path.c_str());
      }
      m_desk->close();
    }
  }
};

QTEST_APPLESS_MAIN(CacheKeepingTest)
#include "cachekeepingtest.moc"
