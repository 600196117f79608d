// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/benchprofile.h"

#include "app/profile/profilekeys.h"
#include "app/workers/stamp.h"
#include "core/cases/casecodec.h"
#include "generate/bureau.h"
#include "storage/migrations.h"
#include "tests/bench/benchcases.h"
#include "tests/bench/benchsupport.h"
#include "tests/e2e/deskclient.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

namespace madoguchi::bench {

namespace {

constexpr std::uint64_t kSeed = 7;
constexpr int kPage = 5'000;
constexpr int kMine = 41; ///< one in so many is the user's own; prime to the number of states
/// Of the post that may do most: works cases, assigns them, approves.
const QString kLogin = QStringLiteral("food.chief");
const QString kPassword = QStringLiteral("a-long-bench-password");

void require(bool done, const char* what) {
  if (!done) throw std::runtime_error(what);
}

/// Signs in and fetches what a server without cases has.
void fetchReferences(const QString& folder) {
  tests::ServerProcess server;
  require(server
              .run({QStringLiteral("generate"), QStringLiteral("--cases"), QStringLiteral("0"),
                    QStringLiteral("--seed"), QString::number(kSeed)})
              .has_value(),
          "no staff");
  require(server.run({QStringLiteral("user"), QStringLiteral("passwd"), kLogin}, kPassword).has_value(),
          "no password");
  require(server.start(), "the server does not start");
  tests::DeskClient desk(server, folder);
  expected(desk.signIn(kLogin, kPassword));
  require(desk.sync().settled, "the references have not come");
  // As the first start of the desk leaves it, so that the next needs no option.
  expected(app::ProfileFolder::open(folder))->setServer(server.url(), server.fingerprint());
}

storage::Profile profileIn(const QString& folder) {
  const auto profiles = expected(app::ProfileFolder::open(folder));
  app::DemonstrationKeyStore keys(folder + QStringLiteral("/keys"));
  const auto user = profiles->lastUser();
  const auto userFolder = profiles->userFolder(user);
  app::ProfileKeys wrapped(keys, profiles->secretName(user, "key"), userFolder);
  return {userFolder, expected(wrapped.unlock({}, app::systemNow())), {}};
}

void load(storage::Cache& cache, int cases) {
  const auto bureau = generate::makeBureau(kSeed);
  const auto& around = cache.surroundings();
  std::vector<Home> homes;
  const core::OfficeId mine = around.me.grants.front().office;
  for (const auto& [key, procedure] : around.procedures)
    if (bureau.sectionFor(key.first) == mine) homes.push_back({mine, key.first, key.second});
  require(!homes.empty(), "no procedures");
  const core::ScopeName scope = core::officeScope(homes.front().office, "permit", false);
  for (int done = 0; done < cases;) {
    std::vector<core::FeedItem> page;
    core::CaseId last;
    for (const int end = std::min(cases, done + kPage); done < end; ++done) {
      auto record = benchCase(done, homes[static_cast<std::size_t>(done) % homes.size()]);
      if (done % kMine == 0) record.state.holder = around.me.id;
      auto text = core::toText(record);
      const auto digest = core::digestOf(text);
      last = record.state.id;
      page.emplace_back(core::CaseRow{scope, done + 1, record.state.id, record.state.version, digest,
                                      std::move(text.state), std::move(text.timeline)});
    }
    page.emplace_back(core::SnapshotEnd{scope, last, cases, done == cases});
    static_cast<void>(expected(cache.applySnapshot(page, core::Instant(std::chrono::hours(495'000)))));
  }
  static_cast<void>(expected(cache.finishSnapshots()));
  // As the desk does while nothing else is to be done.
  while (expected(cache.tidySearch())) {
  }
}

} // namespace

BenchProfile benchProfile(int cases) {
  const QString name =
      QStringLiteral("%1-cases-of-a-chief-schema-%2").arg(cases).arg(storage::newestSchema());
  const QString folder = QCoreApplication::applicationDirPath() + QStringLiteral("/../bench-data/") + name;
  const QString ready = folder + QStringLiteral("/ready");
  if (QFile::exists(ready)) return {folder, profileIn(folder), cases, true};
  require(QDir(folder).removeRecursively() && QDir().mkpath(folder), "no folder for the profile");
  fetchReferences(folder);
  const auto profile = profileIn(folder);
  load(*expected(storage::Cache::open(profile)), cases);
  QFile mark(ready);
  require(mark.open(QFile::WriteOnly), "the profile's folder cannot be written");
  return {folder, profile, cases, false};
}

} // namespace madoguchi::bench
