// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/pagerekeyer.h"

#include "storage/packing.h"
#include "tests/support/testsupport.h"

#include <QtTest>

#include <fstream>
#include <sqlite3.h>

using namespace madoguchi;
using storage::CacheFile;
using storage::PageRekeyer;

namespace {

constexpr std::size_t kPage = PageRekeyer::kPageBytes;
constexpr int kRows = 2'000;

/// Holds a row of a few hundred bytes for each number.
void fill(const CacheFile& file) {
  const auto database = storage::openRaw(file, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
  database->script("CREATE TABLE t(n INTEGER PRIMARY KEY, text TEXT); BEGIN");
  for (int n = 0; n < kRows; ++n)
    database->run("INSERT INTO t VALUES (?, ?)", n, std::string(300, static_cast<char>('a' + n % 26)));
  database->script("COMMIT");
}

std::string rekeyed(std::string pages, const storage::CacheKey& from, const storage::CacheKey& to) {
  PageRekeyer rekeyer(from, to);
  // In two goes, as they come.
  auto* bytes = reinterpret_cast<unsigned char*>(pages.data());
  rekeyer.rekey({bytes, 3 * kPage});
  rekeyer.rekey({bytes + 3 * kPage, pages.size() - 3 * kPage});
  return pages;
}

} // namespace

/// Files of SQLCipher, page by page under another key.
class PageRekeyerTest : public QObject {
  Q_OBJECT

  QTemporaryDir m_folder;
  CacheFile m_from;
  CacheFile m_to;
  std::string m_pages;

private Q_SLOTS:
  void initTestCase() {
    m_from.path = m_folder.filePath(QStringLiteral("from.db")).toStdString();
    m_from.key.fill(5);
    m_to.path = m_folder.filePath(QStringLiteral("to.db")).toStdString();
    m_to.key = {1, 2, 3};
    fill(m_from);
    m_pages = tests::readFile(m_from.path.string());
    QVERIFY(m_pages.size() > 100 * kPage && m_pages.size() % kPage == 0);
  }

  void shouldGiveAFile_thatSqlcipherFindsWhole() {
    std::ofstream(m_to.path, std::ios::binary) << rekeyed(m_pages, m_from.key, m_to.key);
    const auto database = storage::openRaw(m_to, SQLITE_OPEN_READONLY);
    QCOMPARE(database->number("SELECT count(*) FROM t"), kRows);
    QCOMPARE(database->number("SELECT count(*) FROM t WHERE substr(text, 300) = char(97 + n % 26)"), kRows);
    // The HMAC of every page, as SQLCipher makes it; and its tables.
    QCOMPARE(database->pragma("PRAGMA cipher_integrity_check"), std::string());
    QCOMPARE(database->pragma("PRAGMA integrity_check"), std::string("ok"));
    // AND no page of it is as it was, nor is it twice the same
    const auto now = tests::readFile(m_to.path.string());
    for (std::size_t at = 0; at < m_pages.size(); at += kPage)
      QVERIFY(now.compare(at, kPage, m_pages, at, kPage) != 0);
    QVERIFY(rekeyed(m_pages, m_from.key, m_to.key) != now);
  }

  void shouldBeOpenedByTheNewKeyAlone() {
    const auto pages = rekeyed(m_pages, m_from.key, m_to.key);
    QCOMPARE(rekeyed(pages, m_to.key, m_from.key).size(), pages.size());
    QVERIFY_EXCEPTION_THROWN((void)rekeyed(pages, m_from.key, m_to.key), storage::Fault);
  }

  void shouldRefuseAPage_thatIsNotWhatWasWritten() {
    const auto refused = [this](const std::string& pages) {
      try {
        (void)rekeyed(pages, m_from.key, m_to.key);
      } catch (const storage::Fault& fault) {
        return fault.error.code == core::ErrorCode::FileBroken;
      }
      return false;
    };
    // One bit: in the salt, in the text of the first page and of another, in an IV, in an HMAC
    for (const std::size_t at :
         {std::size_t(3), std::size_t(200), 7 * kPage + 11, 9 * kPage - 70, 9 * kPage - 1}) {
      auto pages = m_pages;
      pages[at] = static_cast<char>(pages[at] ^ 4);
      QVERIFY2(refused(pages), std::to_string(at).c_str());
    }
    // AND a page in another's place, one left out, and one of nothing
    auto swapped = m_pages;
    std::swap_ranges(swapped.begin() + 5 * kPage, swapped.begin() + 6 * kPage, swapped.begin() + 6 * kPage);
    QVERIFY(refused(swapped));
    QVERIFY(refused(std::string(m_pages).erase(4 * kPage, kPage)));
    QVERIFY(refused(std::string(m_pages).replace(8 * kPage, kPage, kPage, '\0')));
  }

  void shouldComeOutOfAPackedFile_underTheNewKey() {
    const auto packed = m_folder.filePath(QStringLiteral("packed")).toStdString();
    const auto name = storage::packFile(m_from.path, packed);
    QVERIFY(name.has_value());
    const auto bytes = tests::readFile(packed);
    const auto rekeyer = [this] { return std::make_unique<PageRekeyer>(m_from.key, m_to.key); };
    storage::Unpacker unpacker(m_to.path, m_pages.size(), rekeyer());
    for (std::size_t at = 0; at < bytes.size(); at += 10'000)
      QVERIFY(unpacker.add(std::string_view(bytes).substr(at, 10'000)).has_value());
    QVERIFY(unpacker.finish(*name).has_value());
    QCOMPARE(storage::openRaw(m_to, SQLITE_OPEN_READONLY)->number("SELECT count(*) FROM t"), kRows);
    // AND half a page is refused
    const auto half = m_folder.filePath(QStringLiteral("half")).toStdString();
    std::ofstream(half, std::ios::binary) << m_pages.substr(0, 5 * kPage + 100);
    const auto halfName = storage::packFile(half, packed);
    storage::Unpacker other(m_to.path, 5 * kPage + 100, rekeyer());
    auto done = other.add(tests::readFile(packed));
    if (done) done = other.finish(*halfName);
    QCOMPARE(done.error().code, core::ErrorCode::FileBroken);
  }

  void shouldUnpackAlsoWhatPacksWell() {
    const auto plain = m_folder.filePath(QStringLiteral("plain")).toStdString();
    const auto packed = plain + ".packed";
    // Over and under the size of the pieces in which it is written, and exactly as long.
    for (const std::size_t size : {std::size_t(5'000'003), std::size_t(1'048'576), std::size_t(2'097'153)}) {
      const std::string text(size, 'x');
      std::ofstream(plain, std::ios::binary) << text;
      const auto name = storage::packFile(plain, packed);
      const auto bytes = tests::readFile(packed);
      QVERIFY(bytes.size() < 2'000);
      for (const std::size_t step : {std::size_t(1), std::size_t(97), bytes.size()}) {
        storage::Unpacker unpacker(plain, size);
        for (std::size_t at = 0; at < bytes.size(); at += step)
          QVERIFY(unpacker.add(std::string_view(bytes).substr(at, step)).has_value());
        QVERIFY(unpacker.finish(*name).has_value());
        QVERIFY(tests::readFile(plain) == text);
      }
    }
  }
};

QTEST_APPLESS_MAIN(PageRekeyerTest)
#include "pagerekeyertest.moc"
