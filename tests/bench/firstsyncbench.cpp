// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/casecodec.h"
#include "server/caseloader.h"
#include "server/embedded/embeddedstore.h"
#include "generate/bureau.h"
#include "tests/bench/benchcases.h"
#include "tests/bench/benchsupport.h"
#include "tests/bench/rawcache.h"
#include "tests/e2e/deskclient.h"

#include <QCoreApplication>

#include <algorithm>
#include <cstdlib>

namespace madoguchi::bench {

namespace {

constexpr int kCases = 100'000;
constexpr int kTimes = 2;
constexpr std::size_t kBatch = 5'000;
constexpr std::uint64_t kSeed = 7;
const QString kLogin = QStringLiteral("bureau.head"); // sees every section
const QString kPassword = QStringLiteral("a-long-bench-password");
const core::Date kToday = core::makeDate(2026, 6, 1);

void require(bool done, const char* what) {
  if (!done) throw std::runtime_error(what);
}

std::vector<Home> homesOf(const server::Catalog& catalog) {
  const auto bureau = generate::makeBureau(kSeed);
  std::vector<Home> homes;
  for (const auto& [key, known] : catalog.procedures) {
    const auto& procedure = known->procedure;
    const auto office = bureau.sectionFor(procedure.id);
    if (!office.empty()) homes.push_back({office, procedure.id, procedure.version});
  }
  return homes;
}

void fill(server::Store& store, const server::Catalog& catalog, int cases) {
  const auto homes = homesOf(catalog);
  std::vector<core::CaseRecord> batch;
  for (int i = 0; i < cases; ++i) {
    batch.push_back(benchCase(i, homes[static_cast<std::size_t>(i) % homes.size()]));
    if (batch.size() < kBatch && i + 1 < cases) continue;
    expected(store.write([&](server::Writing& writing) {
      return server::loadCases(writing, catalog, batch, "caseGenerated", batch.back().state.arrivedAt);
    }));
    batch.clear();
  }
}

/// Every case of the store as the raw side inserts it, in the order of the ids.
std::vector<RawRow> rawRows(server::Store& store, const server::Catalog& catalog) {
  std::vector<RawRow> rows;
  std::size_t bytes = 0;
  core::CaseSummarizer summarizer(catalog.holidays, kToday);
  expected(store.read([&](server::Reading& reading) -> core::Result<void> {
    for (const auto& counter : reading.counters()) {
      for (core::CaseId after;;) {
        auto page = reading.casesAfter(counter.scope, after, {kBatch, 64UL * 1024 * 1024});
        if (page.empty()) break;
        after = page.back().id;
        for (auto& row : page) {
          bytes += row.state.size() + row.timeline.size();
          const auto state = expected(core::caseStateFrom(expected(core::parseJson(row.state))));
          const auto* known = catalog.find(state.procedure, state.procedureVersion);
          rows.push_back(rawRow(std::move(row), state, known ? &known->procedure : nullptr, summarizer));
        }
      }
    }
    return {};
  }));
  std::sort(rows.begin(), rows.end(),
            [](const RawRow& left, const RawRow& right) { return left.row.id < right.row.id; });
  std::printf("# %zu cases of %zu bytes\n", rows.size(), bytes / std::max<std::size_t>(rows.size(), 1));
  return rows;
}

struct Synced {
  double firstRows = 0;
  double all = 0;
  double cpu = 0;
};

Synced syncOnce(const tests::ServerProcess& server, const std::filesystem::path& folder, std::size_t cases) {
  tests::DeskClient desk(server, QString::fromStdString(folder.string()));
  expected(desk.signIn(kLogin, kPassword));
  Synced synced;
  const double cpu = cpuMillis();
  const auto start = std::chrono::steady_clock::now();
  const auto elapsed = [start] {
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
  };
  QObject::connect(&desk.client().store(), &app::StoreWorker::changed, &desk.client().store(),
                   [&](const core::ChangeSet& changes) {
                     if (synced.firstRows == 0 && (changes.everything || !changes.added.empty()))
                       synced.firstRows = elapsed();
                   });
  const auto status = desk.sync();
  synced.all = elapsed();
  synced.cpu = cpuMillis() - cpu;
  require(status.settled, "the first sync did not settle");
  require(desk.rows({}).size() == cases, "not all cases have come");
  return synced;
}

void benchFirstSync(int cases) {
  tests::ServerProcess server;
  require(server
              .run({QStringLiteral("generate"), QStringLiteral("--cases"), QStringLiteral("0"),
                    QStringLiteral("--seed"), QString::number(kSeed)})
              .has_value(),
          "no staff");
  require(server.run({QStringLiteral("user"), QStringLiteral("passwd"), kLogin}, kPassword).has_value(),
          "no password");
  std::vector<RawRow> raw;
  {
    const auto store = expected(
        server::EmbeddedStore::open((server.data() + QStringLiteral("/madoguchi.db")).toStdString()));
    std::shared_ptr<const server::Catalog> catalog;
    expected(store->read([&](server::Reading& reading) -> core::Result<void> {
      catalog = server::loadCatalog(reading);
      return {};
    }));
    fill(*store, *catalog, cases);
    raw = rawRows(*store, *catalog);
  }
  require(server.start(), "the server does not start");
  const BenchFolder folder("firstsync");
  double limit = 0;
  double limitCpu = 0;
  Synced best;
  for (int i = 0; i < kTimes; ++i) {
    const auto file = folder.path() / ("raw" + std::to_string(i) + ".db");
    makeRawFile(file);
    const double before = cpuMillis();
    const double took = millisOf([&] { loadRaw(file, raw); });
    limitCpu = cpuMillis() - before;
    limit = i == 0 ? took : std::min(limit, took);
    const auto synced = syncOnce(server, folder.path() / ("profile" + std::to_string(i)), raw.size());
    if (i == 0 || synced.all < best.all) best = synced;
  }
  std::printf("# first rows in the cache after %.0f ms; processor time: the client's threads %.0f ms, the raw"
              " insert %.0f ms\n",
              best.firstRows, best.cpu, limitCpu);
  report("first sync of " + std::to_string(raw.size()) + " cases, streamed", best.all, limit);
}

} // namespace

} // namespace madoguchi::bench

/// firstsyncbench [cases]
int main(int argc, char** argv) {
  const QCoreApplication application(argc, argv);
  constexpr const char* kAbout =
      "# a real server (embedded store) on TLS loopback, the client's own threads, engine and cache;\n"
      "# best of %d each, in turn, on the same machine at the same time\n";
  std::printf(kAbout, madoguchi::bench::kTimes);
  madoguchi::bench::printRawSettings();
  try {
    madoguchi::bench::benchFirstSync(argc > 1 ? std::atoi(argv[1]) : madoguchi::bench::kCases);
  } catch (const std::exception& failure) {
    std::fprintf(stderr, "firstsyncbench: %s\n", failure.what());
    return 1;
  }
  return 0;
}
