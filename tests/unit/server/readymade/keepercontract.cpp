// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/server/readymade/keepercontract.h"

#include "core/base/hash.h"
#include "server/audit/audittrail.h"
#include "storage/packing.h"
#include "tests/support/testsupport.h"

#include <QDir>
#include <QtTest>

#include <sodium.h>

namespace madoguchi::tests {

using namespace madoguchi::server;

namespace {

constexpr int kCases = 10;

/// Under the key of the cache that takes it over.
std::string unpacked(const storage::CacheFile& cache, const protocol::ReadyMade& file,
                     const std::string& packed) {
  storage::CacheKey key{};
  sodium_hex2bin(key.data(), key.size(), file.key.data(), file.key.size(), nullptr, nullptr, nullptr);
  const std::string path = cache.path.string() + ".ready";
  storage::Unpacker unpacker(path, static_cast<std::uint64_t>(file.size),
                             std::make_unique<storage::PageRekeyer>(key, cache.key));
  if (!unpacker.add(packed) || !unpacker.finish(file.name)) return {};
  return path;
}

} // namespace

std::unique_ptr<ReadyMadeKeeper> KeeperContract::keeper(std::int64_t from) {
  return std::make_unique<ReadyMadeKeeper>(ReadyMadeKeeper::Parts{*m_world->store, m_world->readyMade,
                                                                  m_world->log,
                                                                  [this] { return m_world->now; }},
                                           from);
}

std::vector<protocol::ReadyMade> KeeperContract::offered(ApiDesk& desk) {
  const auto answer = desk.ask("GET", "/v1/ready-made");
  if (answer.status != 200) return {};
  return protocol::readyMadeListFrom(answer.body).value().files;
}

QStringList KeeperContract::files() const {
  return QDir(QString::fromStdString(m_world->folder() + "/ready-made"))
      .entryList({QStringLiteral("*.json"), QStringLiteral("*.pack")}, QDir::Files);
}

std::unique_ptr<storage::Cache> KeeperContract::freshCache(const QTemporaryDir& folder,
                                                           const std::string& login) {
  auto cache = storage::Cache::open({folder.path().toStdString(), {1}, {}});
  auto items = m_world->feed(login);
  items.erase(std::remove_if(items.begin(), items.end(),
                             [](const auto& item) {
                               const auto* checkpoint = std::get_if<core::Checkpoint>(&item);
                               return std::holds_alternative<core::CaseRow>(item) ||
                                      (checkpoint != nullptr && checkpoint->scope.rfind("office/", 0) == 0);
                             }),
              items.end());
  if (!(*cache)->applyFeed(items, m_world->now, {})) return nullptr;
  return std::move(*cache);
}

void KeeperContract::init() {
  m_world = std::make_unique<ServerWorld>(m_factory);
  m_cases.clear();
  for (int i = 0; i < kCases; ++i)
    m_cases.push_back(m_world->arrived());
  static_cast<void>(m_world->arrived("west"));
}

void KeeperContract::shouldMakeOneOfEachLargeScope_andOfNoOther() {
  QCOMPARE(keeper(0)->look(), 0);
  QCOMPARE(keeper()->look(), 1);
  QCOMPARE(files().size(), 2);
  QCOMPARE(keeper()->look(), 0);
  ApiDesk desk(*m_world, "clerk1");
  const auto list = offered(desk);
  QCOMPARE(list.size(), std::size_t(1));
  QVERIFY(list.front().scope.rfind("office/east/", 0) == 0);
  QCOMPARE(list.front().count, kCases);
  QCOMPARE(list.front().packed,
           static_cast<std::int64_t>(readFile(m_world->readyMade.fileOf(list.front().name)).size()));
}

void KeeperContract::shouldFillAnEmptyCache_thatThenFollowsTheFeed() {
  QCOMPARE(keeper()->look(), 1);
  // GIVEN a change since it was made
  const auto& changed = m_cases[3];
  QCOMPARE(m_world->run("clerk1", changed, 1, core::RegisterCase{}).kind, core::AnswerKind::Applied);
  ApiDesk desk(*m_world, "clerk1");
  const auto made = offered(desk).at(0);
  // WHEN it is fetched by ranges
  std::string packed;
  const std::string target = "/v1/ready-made/" + made.name;
  while (static_cast<std::int64_t>(packed.size()) < made.packed) {
    const auto part = desk.ask(
        "GET", target, {},
        {{"range", "bytes=" + std::to_string(packed.size()) + "-" + std::to_string(packed.size() + 99'999)}});
    QCOMPARE(part.status, 206);
    packed += readFile(part.file->file).substr(part.file->offset, part.file->length);
  }
  QCOMPARE(desk.ask("GET", target, {}, {{"range", "bytes=" + std::to_string(made.packed) + "-"}}).status,
           416);
  QCOMPARE(core::sha256Hex(packed), made.name);
  // AND taken over
  QTemporaryDir folder;
  const auto cache = freshCache(folder, "clerk1");
  QVERIFY(cache && cache->readyMadeSchema().value() == made.schema);
  const auto adopted =
      cache->adopt(unpacked(cache->file(), made, packed), m_world->now, [] { return false; });
  QVERIFY2(adopted.has_value(), adopted ? "" : adopted.error().detail.c_str());
  QCOMPARE(cache->cursor().value().scopes.at(made.scope), made.stamp);
  // THEN the feed brings the rest, and count and hash hold
  const auto rest = m_world->feed("clerk1", cache->cursor().value());
  QCOMPARE(only<core::CaseRow>(rest).size(), std::size_t(1));
  const auto applied = cache->applyFeed(rest, m_world->now, {});
  QVERIFY(applied && applied->mismatched.empty() && !applied->held);
  QVERIFY(cache->verifySums().value().empty());
}

void KeeperContract::shouldGiveItToThoseAlone_whoSeeTheScope() {
  QCOMPARE(keeper()->look(), 1);
  ApiDesk clerk(*m_world, "clerk1");
  const std::string target = "/v1/ready-made/" + offered(clerk).at(0).name;
  for (const char* login : {"clerk.west", "admin"}) {
    ApiDesk other(*m_world, login);
    QVERIFY2(offered(other).empty(), login);
    QCOMPARE(other.ask("GET", target).status, 404);
  }
  ApiDesk stranger(*m_world);
  QCOMPARE(stranger.ask("GET", "/v1/ready-made").status, 401);
  QCOMPARE(stranger.ask("GET", target).status, 401);
  QCOMPARE(clerk.ask("GET", target).status, 200);
  QCOMPARE(clerk.ask("GET", "/v1/ready-made/" + std::string(64, '0')).status, 404);
  QCOMPARE(clerk.ask("GET", "/v1/ready-made/..%2f..%2fmadoguchi.db").status, 404);
  QCOMPARE(clerk.ask("POST", "/v1/ready-made").status, 405);
}

void KeeperContract::shouldEnterEachOfferInTheAuditOfTheOffice() {
  const auto rows = [this] {
    std::int64_t number = 0;
    static_cast<void>(m_world->store->read([&](Reading& reading) -> core::Result<void> {
      number = reading.auditHead("east").number;
      return {};
    }));
    return number;
  };
  ApiDesk desk(*m_world, "clerk1");
  const auto before = rows();
  QVERIFY(offered(desk).empty());
  QCOMPARE(rows(), before);
  QCOMPARE(keeper()->look(), 1);
  QCOMPARE(offered(desk).size(), std::size_t(1));
  QCOMPARE(rows(), before + 1);
}

void KeeperContract::shouldOfferNoneThatWasMadeWithOtherReferences_butRenewIt() {
  QCOMPARE(keeper()->look(), 1);
  ApiDesk desk(*m_world, "clerk1");
  const auto old = offered(desk).at(0);
  // WHEN a holiday table comes
  static_cast<void>(m_world->store->write([&](Writing& writing) -> core::Result<void> {
    auto counters = writing.takeCounters({core::globalScope()});
    auto& counter = counters.at(core::globalScope());
    auto holidays = writing.references(core::globalScope(), "holidays").at(0);
    counter.sum.remove("holidays/" + holidays.key, holidays.version, holidays.digest);
    holidays.document += " ";
    holidays.digest = core::sha256Hex(holidays.document);
    ++holidays.version;
    holidays.seq = ++counter.seq;
    counter.sum.add("holidays/" + holidays.key, holidays.version, holidays.digest);
    writing.putReferences({holidays});
    writing.putCounters(counters);
    return {};
  }));
  QVERIFY(offered(desk).empty());
  m_world->now += std::chrono::minutes(5);
  QCOMPARE(keeper()->look(), 1);
  const auto renewed = offered(desk).at(0);
  QVERIFY(renewed.name != old.name);
  // THEN the old one stays for those who fetch it, for an hour
  QCOMPARE(files().size(), 4);
  m_world->now += std::chrono::hours(2);
  QCOMPARE(keeper()->look(), 0);
  QCOMPARE(files().size(), 2);
  QVERIFY(m_world->readyMade.find(renewed.name).has_value());
}

void KeeperContract::shouldRemoveIt_whereTheScopeIsNoLongerLarge() {
  QCOMPARE(keeper()->look(), 1);
  QCOMPARE(keeper(kCases + 1)->look(), 0);
  QVERIFY(files().isEmpty());
}

void KeeperContract::shouldLeaveNothingBehind_whenItIsStoppedInTheMiddle() {
  const auto made = m_world->readyMade.make(*m_world->store, "office/east/advertisement/ordinary",
                                            m_world->now, [] { return true; });
  QCOMPARE(made.error().code, core::ErrorCode::Cancelled);
  QVERIFY(files().isEmpty());
  QVERIFY(!QDir(QString::fromStdString(m_world->folder() + "/ready-made/work")).exists());
  // AND one that runs on its own thread stops when it is told
  auto own = keeper();
  own->start();
  own->stop();
}

} // namespace madoguchi::tests
