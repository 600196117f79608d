// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workers/readymadetaker.h"

#include "app/cli/awaited.h"
#include "core/base/hash.h"
#include "storage/packing.h"
#include "storage/readymade.h"
#include "tests/support/testsupport.h"
#include "tests/unit/sync/http/rawserver.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QtTest>

using namespace madoguchi;
using app::Awaited;
using app::ReadyMadeTaker;
using tests::RawServer;

namespace {

const core::ScopeName kScope = "office/food/permits/ordinary";
constexpr std::int64_t kStamp = 7;
constexpr storage::CacheKey kKey{1, 2, 3};

QByteArray response(int status, const QByteArray& body) {
  return "HTTP/1.1 " + QByteArray::number(status) +
         " X\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

} // namespace

/// Fetching a ready-made cache from a server that answers as the test likes.
class ReadyMadeTakerTest : public QObject {
  Q_OBJECT

  QTemporaryDir m_made;
  protocol::ReadyMade m_file;
  QByteArray m_packed;

  std::unique_ptr<QTemporaryDir> m_folder;
  std::unique_ptr<RawServer> m_server;
  std::unique_ptr<app::StoreWorker> m_store;
  std::unique_ptr<sync::http::Transport> m_transport;

  [[nodiscard]] std::filesystem::path folder() const { return m_folder->path().toStdString(); }
  [[nodiscard]] storage::CacheFile cacheFile() const { return storage::cacheFileOf({folder(), kKey, {}}); }
  [[nodiscard]] QStringList leftovers() const {
    return QDir(m_folder->path()).entryList({QStringLiteral("ready-made.*")}, QDir::Files);
  }
  /// Answers ranges of these bytes, the first `parts` of them; then it hangs up.
  void serve(const QByteArray& bytes, int parts = 1'000'000) {
    m_server->answer = [bytes, left = parts](const QByteArray& request) mutable {
      const auto range = QRegularExpression(QStringLiteral("[Rr]ange: bytes=([0-9]+)-([0-9]+)"))
                             .match(QString::fromLatin1(request));
      if (!range.hasMatch()) return response(400, {});
      if (left-- <= 0) return QByteArray("HTTP/1.1 206 X\r\nContent-Length: 9999\r\n\r\ncut");
      const auto from = range.captured(1).toLongLong();
      return response(206, bytes.mid(from, range.captured(2).toLongLong() - from + 1));
    };
  }
  sync::Event take(const protocol::ReadyMade& file, ReadyMadeTaker::Limits limits) {
    Awaited<sync::Event> awaited;
    QObject context;
    ReadyMadeTaker taker(
        *m_transport, *m_store, cacheFile(),
        [&](sync::Event event) {
          QMetaObject::invokeMethod(
              &context, [&awaited, event = std::move(event)] { awaited.set(event); }, Qt::QueuedConnection);
        },
        limits);
    taker.take(file);
    return awaited.wait();
  }
  sync::Event take(const protocol::ReadyMade& file) {
    return take(file, {m_file.packed / 10 + 1, std::chrono::seconds(1'000), 3});
  }
  /// -1: not failed; 0: for good; 1: worth another try.
  static int failed(const sync::Event& event) {
    const auto* failure = std::get_if<sync::ReadyMadeFailed>(&event);
    return failure == nullptr ? -1 : failure->unreachable ? 1 : 0;
  }
  [[nodiscard]] core::Cursor cursor() {
    Awaited<core::Cursor> awaited;
    QObject context;
    m_store->urgent([&](storage::Cache& cache) {
      m_store->reply(QPointer<QObject>(&context),
                     [&awaited, now = cache.cursor().value()] { awaited.set(now); });
    });
    return awaited.wait();
  }

private Q_SLOTS:
  void initTestCase() {
    storage::CacheFile cache{std::filesystem::path(m_made.path().toStdString()) / "c.db", {}, {}};
    cache.key.fill(5);
    auto basis = std::make_shared<storage::BulkBasis>();
    auto maker = storage::ReadyMadeMaker::begin(
        cache, basis, storage::digestOfReferences(std::map<std::string, std::string>{}));
    QVERIFY(maker.has_value());
    QVERIFY((*maker)->add({core::SnapshotEnd{kScope, {}, kStamp, true}}).has_value());
    QVERIFY((*maker)->finish().has_value());
    const auto packed = cache.path.parent_path() / "packed";
    m_file = {kScope, "e1", kStamp, storage::packFile(cache.path, packed).value(), core::toHex(cache.key), 1,
              0,      0,    0};
    m_packed = QByteArray::fromStdString(tests::readFile(packed.string()));
    m_file.packed = m_packed.size();
    m_file.size = static_cast<std::int64_t>(std::filesystem::file_size(cache.path));
  }

  void init() {
    m_folder = std::make_unique<QTemporaryDir>();
    m_server = std::make_unique<RawServer>();
    m_store = std::make_unique<app::StoreWorker>();
    Awaited<bool> opened;
    m_store->open({folder(), kKey, {}},
                  [&](const core::Result<void>& done) { opened.set(done.has_value()); });
    QVERIFY(opened.wait());
    const auto address =
        sync::http::parseServerAddress(m_server->url().toStdString(), m_server->fingerprint().toStdString());
    m_transport = std::make_unique<sync::http::Transport>(*address, nullptr);
  }
  void cleanup() {
    m_transport.reset();
    m_store.reset();
  }

  void shouldTakeItOver_partByPart() {
    serve(m_packed);
    const auto event = take(m_file);
    const auto* applied = std::get_if<sync::SnapshotApplied>(&event);
    QVERIFY(applied != nullptr);
    QCOMPARE(applied->cursor.scopes.at(kScope), kStamp);
    QVERIFY(m_server->requests.size() >= 10);
    QVERIFY(leftovers().isEmpty());
  }

  void shouldGoOnWhereItWasCut() {
    // GIVEN a line that breaks in the middle, and a program that ends
    serve(m_packed, 4);
    QCOMPARE(failed(take(m_file)), 1);
    QCOMPARE(leftovers().filter(QStringLiteral(".part")).size(), 1);
    const auto asked = m_server->requests.size();
    // WHEN it is asked for again
    serve(m_packed);
    QCOMPARE(failed(take(m_file)), -1);
    // THEN only the rest was asked for
    QVERIFY(m_server->requests.size() - asked < 10);
    QVERIFY(!m_server->requests[asked].toLower().contains("range: bytes=0-"));
    QCOMPARE(cursor().scopes.at(kScope), kStamp);
    QVERIFY(leftovers().isEmpty());
  }

  void shouldBeginAnew_whereAnotherFileIsOfferedMeanwhile() {
    serve(m_packed, 4);
    auto other = m_file;
    other.name = std::string(64, 'a');
    QCOMPARE(failed(take(other)), 1);
    serve(m_packed);
    QCOMPARE(failed(take(m_file)), -1);
    QVERIFY(leftovers().isEmpty());
  }

  void shouldGiveItUp_whereItIsNotWhatItsNameSays_data() {
    QTest::addColumn<int>("at");
    QTest::addColumn<QString>("key");
    QTest::newRow("first byte") << 0 << QString::fromStdString(m_file.key);
    QTest::newRow("in the middle") << static_cast<int>(m_packed.size() / 2)
                                   << QString::fromStdString(m_file.key);
    QTest::newRow("the key") << -1 << QString(64, u'0');
    QTest::newRow("no key") << -1 << QStringLiteral("key");
  }
  void shouldGiveItUp_whereItIsNotWhatItsNameSays() {
    QFETCH(const int, at);
    QFETCH(const QString, key);
    auto bytes = m_packed;
    if (at >= 0) bytes[at] = static_cast<char>(bytes[at] ^ 1);
    serve(bytes);
    auto file = m_file;
    file.key = key.toStdString();
    QCOMPARE(failed(take(file)), 0);
    // THEN nothing is left of it, and the cache is as it was
    QVERIFY(leftovers().isEmpty());
    QVERIFY(cursor().scopes.empty());
    serve(m_packed);
    QCOMPARE(failed(take(m_file)), -1);
  }

  void shouldGiveItUp_whereTheServerHasItNoLonger() {
    m_server->answer = [](const QByteArray&) { return response(404, {}); };
    QCOMPARE(failed(take(m_file)), 0);
    QVERIFY(leftovers().isEmpty());
  }

  void shouldGiveItUp_whereTryAfterTryBringsNothing() {
    serve(m_packed, 0);
    Awaited<sync::Event> awaited;
    std::vector<int> outcomes;
    QObject context;
    ReadyMadeTaker taker(*m_transport, *m_store, cacheFile(),
                         [&](sync::Event event) {
                           QMetaObject::invokeMethod(
                               &context,
                               [&, event = std::move(event)] {
                                 outcomes.push_back(failed(event));
                                 if (outcomes.back() == 1)
                                   taker.take(m_file);
                                 else
                                   awaited.set(event);
                               },
                               Qt::QueuedConnection);
                         },
                         {m_file.packed, std::chrono::seconds(1'000), 3});
    taker.take(m_file);
    (void)awaited.wait();
    QCOMPARE(outcomes, (std::vector<int>{1, 1, 0}));
  }

  void shouldLeaveItToRows_whereTheLineIsSlow() {
    serve(m_packed);
    QCOMPARE(failed(take(m_file, {m_file.packed / 10 + 1, std::chrono::seconds(0), 3})), 0);
  }
};

QTEST_GUILESS_MAIN(ReadyMadeTakerTest)
#include "readymadetakertest.moc"
