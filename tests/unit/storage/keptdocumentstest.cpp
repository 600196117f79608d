// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/keptdocuments.h"

#include "core/base/hash.h"
#include "tests/support/testsupport.h"
#include "tests/unit/storage/cachedesk.h"

#include <QtTest>

using namespace madoguchi;
using core::ErrorCode;
using tests::expected;

/// Documents that the user wants on this PC.
class KeptDocumentsTest : public QObject {
  Q_OBJECT

private:
  [[nodiscard]] storage::BlobStore& blobs() { return m_desk->cache().blobs(); }
  [[nodiscard]] storage::KeptDocuments& kept() { return m_desk->cache().kept(); }
  /// As it comes from the server, looked at.
  core::BlobId fetched(const std::string& content, const core::CaseId& caseId = {}) {
    bool given = false;
    return expected(blobs().put([&] { return std::exchange(given, true) ? std::string() : content; }, caseId,
                                core::BlobId(core::sha256Hex(content))))
        .id;
  }
  core::CaseId arrived() {
    const auto record = m_server->takenCase();
    m_desk->feed({m_server->row(record)});
    return record.state.id;
  }

  std::unique_ptr<tests::TinyServer> m_server;
  std::unique_ptr<tests::Desk> m_desk;

private Q_SLOTS:
  void init() {
    m_server = std::make_unique<tests::TinyServer>();
    m_desk = std::make_unique<tests::Desk>(*m_server);
  }

  void shouldStay_whateverRoomThereIs_untilItIsReleased() {
    const core::CaseId id = arrived();
    const auto first = fetched("first"), second = fetched("second");
    expected(kept().keep(id, {first}));
    QCOMPARE(expected(blobs().evict(0)), std::int64_t(6));
    QVERIFY(blobs().read(first).has_value() && !blobs().read(second).has_value());
    // AND after a start
    m_desk->close();
    m_desk->open();
    QCOMPARE(expected(blobs().evict(0)), std::int64_t(0));
    QVERIFY(expected(kept().all()).at(id).blobs.count(first) == 1);
    expected(kept().release(id, first));
    QCOMPARE(expected(blobs().evict(0)), std::int64_t(5));
    QVERIFY(expected(kept().all()).empty());
  }

  void shouldKeepAllOfACase_untilOneOfThemIsReleased() {
    const core::CaseId id = arrived();
    const auto first = fetched("first"), second = fetched("second");
    expected(kept().keepAll(id, {first, second}));
    QVERIFY(expected(kept().all()).at(id).all);
    QCOMPARE(expected(blobs().evict(0)), std::int64_t(0));
    // WHEN one is released THEN the other stays, and what comes later is not wanted
    expected(kept().release(id, first));
    const auto left = expected(kept().all()).at(id);
    QVERIFY(!left.all);
    QCOMPARE(left.blobs, std::set{second});
    expected(kept().keepAll(id, {first, second}));
    expected(kept().releaseAll(id));
    QVERIFY(expected(kept().all()).empty());
  }

  void shouldGoWithItsCase_data() {
    QTest::addColumn<bool>("named");
    QTest::newRow("fetched for the case") << true;
    QTest::newRow("only looked at") << false;
  }
  void shouldGoWithItsCase() {
    QFETCH(bool, named);
    const core::CaseId taken = arrived(), other = arrived();
    const auto secret = fetched("secret", named ? taken : core::CaseId());
    const auto mine = fetched("mine");
    expected(kept().keepAll(taken, {secret}));
    expected(kept().keep(other, {mine}));
    m_desk->feed({m_server->gone(taken)}, storage::Removals::Allow);
    QCOMPARE(blobs().read(secret).error().code, ErrorCode::NotFound);
    QVERIFY(blobs().read(mine).has_value());
    const auto left = expected(kept().all());
    QCOMPARE(left.size(), std::size_t(1));
    QCOMPARE(left.begin()->first, other);
  }

  void shouldTellReaders_ofWhichCases() {
    const core::CaseId id = arrived();
    (void)arrived();
    const core::BlobId blob(std::string(64, 'a'));
    expected(kept().keep(id, {blob}));
    const auto read = expected(m_desk->reader().kept());
    QCOMPARE(read.size(), std::size_t(1));
    QCOMPARE(read[0].first.id, id);
    QCOMPARE(read[0].second.blobs, std::set{blob});
  }
};

QTEST_GUILESS_MAIN(KeptDocumentsTest)
#include "keptdocumentstest.moc"
