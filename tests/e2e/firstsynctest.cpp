// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "generate/bureau.h"
#include "server/caseloader.h"
#include "server/embedded/embeddedstore.h"
#include "tests/bench/benchcases.h"
#include "tests/e2e/deskclient.h"
#include "tests/support/testsupport.h"

#include <QDir>
#include <QtTest>

using namespace madoguchi;
using tests::DeskClient;
using tests::ServerProcess;

namespace {

constexpr int kLarge = 5'400; // more than a page of rows
constexpr int kSmall = 60;
constexpr std::uint64_t kSeed = 7;
constexpr int kPatience = 60'000;
/// Keys of a ready-made cache begin behind this one.
constexpr std::int64_t kReadyMadeKeys = 1'000'000'000;
const QString kPassword = QStringLiteral("a-long-test-password");
const QString kLogin = QStringLiteral("bureau.head"); // sees every section

template <class Value>
Value orFatal(core::Result<Value> result) {
  if (!result) qFatal("%s", result.error().detail.c_str());
  if constexpr (!std::is_void_v<Value>) return std::move(*result);
}

/// Two scopes: one of food permits, large, and one of advertisements.
void fill(const ServerProcess& server) {
  const auto store =
      orFatal(server::EmbeddedStore::open((server.data() + QStringLiteral("/madoguchi.db")).toStdString()));
  std::shared_ptr<const server::Catalog> catalog;
  orFatal(store->read([&](server::Reading& reading) -> core::Result<void> {
    catalog = server::loadCatalog(reading);
    return {};
  }));
  const auto homeOf = [bureau = generate::makeBureau(kSeed)](const char* procedure) {
    const core::ProcedureId id(procedure);
    return bench::Home{bureau.sectionFor(id), id, 1};
  };
  const auto food = homeOf("food-business-permit");
  const auto signs = homeOf("outdoor-advertisement-permit");
  std::vector<core::CaseRecord> cases;
  for (int i = 0; i < kLarge + kSmall; ++i)
    cases.push_back(bench::benchCase(i, i < kLarge ? food : signs));
  orFatal(store->write([&](server::Writing& writing) {
    return server::loadCases(writing, *catalog, cases, "caseGenerated", cases.back().state.arrivedAt);
  }));
}

QStringList readyMadeOf(const ServerProcess& server, const QString& ending) {
  const QDir folder(server.data() + QStringLiteral("/ready-made"));
  QStringList paths;
  for (const QString& name : folder.entryList({QStringLiteral("*.") + ending}, QDir::Files))
    paths << folder.filePath(name);
  return paths;
}

} // namespace

/// The first sync of a large office, by a ready-made cache of a real server.
class FirstSyncTest : public QObject {
  Q_OBJECT

  std::unique_ptr<ServerProcess> m_server;

  /// Everything is here, and equal to the server's.
  void expectAll(DeskClient& desk) {
    QCOMPARE(desk.rows({}).size(), static_cast<std::size_t>(kLarge + kSmall));
    QVERIFY(desk.damaged().empty());
    auto held = m_server->holdings();
    for (const auto& mine : desk.holdings()) {
      const auto theirs = std::find_if(held.begin(), held.end(),
                                       [&mine](const auto& each) { return each.scope == mine.scope; });
      QVERIFY(theirs != held.end());
      QCOMPARE(mine, *theirs);
    }
  }
  [[nodiscard]] static bool isReadyMade(DeskClient& desk) {
    return desk.rows({}).front().key > kReadyMadeKeys;
  }

private Q_SLOTS:
  void initTestCase() {
    m_server = std::make_unique<ServerProcess>();
    QVERIFY(m_server->run({QStringLiteral("generate"), QStringLiteral("--cases"), QStringLiteral("0"),
                           QStringLiteral("--seed"), QString::number(kSeed)}));
    QVERIFY(m_server->run({QStringLiteral("user"), QStringLiteral("passwd"), kLogin}, kPassword));
    fill(*m_server);
    m_server->setOptions({QStringLiteral("--ready-made-from"), QString::number(kLarge)});
    QVERIFY(m_server->start());
    QTRY_COMPARE_WITH_TIMEOUT(readyMadeOf(*m_server, QStringLiteral("json")).size(), 1, kPatience);
  }

  void shouldTakeTheReadyMadeCache_withWorkOfTheFirstMinutesKept() {
    QTemporaryDir folder;
    DeskClient desk(*m_server, folder.path());
    QVERIFY(desk.signIn(kLogin, kPassword));
    const auto status = desk.sync();
    QVERIFY2(status.settled, status.problem ? status.problem->detail.c_str() : "");
    QVERIFY(isReadyMade(desk));
    expectAll(desk);
    // AND the desk goes on as any other
    const auto id = desk.rows({}).front().id;
    QVERIFY(desk.perform(id, core::AddNote{"覚え書き"}));
    QVERIFY(desk.sync().settled);
    QVERIFY(desk.outbox().empty());
    expectAll(desk);
    // AND a second desk, behind the file's stamp, follows the feed
    QTemporaryDir second;
    DeskClient other(*m_server, second.path());
    QVERIFY(other.signIn(kLogin, kPassword));
    QVERIFY(other.sync().settled);
    QVERIFY(isReadyMade(other));
    expectAll(other);
    QCOMPARE(other.state(id).notes.size(), desk.state(id).notes.size());
  }

  void shouldTakeRows_whereTheReadyMadeCacheIsBroken() {
    // GIVEN a byte of it that has turned over
    QFile pack(readyMadeOf(*m_server, QStringLiteral("pack")).value(0));
    QVERIFY(pack.open(QFile::ReadWrite));
    QVERIFY(pack.seek(pack.size() / 2));
    char byte = 0;
    QVERIFY(pack.getChar(&byte));
    QVERIFY(pack.seek(pack.size() / 2));
    QVERIFY(pack.putChar(static_cast<char>(byte ^ 1)));
    pack.close();
    QTemporaryDir folder;
    DeskClient desk(*m_server, folder.path());
    QVERIFY(desk.signIn(kLogin, kPassword));
    QVERIFY(desk.sync().settled);
    QVERIFY(!isReadyMade(desk));
    expectAll(desk);
    QVERIFY(QDir(desk.userFolder()).entryList({QStringLiteral("ready-made*")}).isEmpty());
  }

  void cleanupTestCase() {
    QVERIFY(m_server->stop());
    QVERIFY(m_server->run({QStringLiteral("verify")}));
  }
};

QTEST_GUILESS_MAIN(FirstSyncTest)
#include "firstsynctest.moc"
