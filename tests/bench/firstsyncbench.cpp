// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/benchsupport.h"
#include "tests/bench/firstsync.h"
#include "tests/bench/rawcache.h"

#include <QCoreApplication>

#include <cstdlib>

namespace madoguchi::bench {

namespace {

constexpr int kCases = 100'000;
constexpr int kTimes = 2;

void benchFirstSync(int cases) {
  FilledServer server;
  server.fill(cases, server.homes());
  const auto raw = rawRows(server.store(), server.catalog());
  server.start({QStringLiteral("--ready-made-from"), QStringLiteral("0")});
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
  return madoguchi::bench::exitCodeOf("firstsyncbench", [&] {
    madoguchi::bench::benchFirstSync(argc > 1 ? std::atoi(argv[1]) : madoguchi::bench::kCases);
  });
}
