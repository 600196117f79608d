// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/hash.h"
#include "storage/cache.h"
#include "tests/bench/benchprofile.h"
#include "tests/bench/benchsupport.h"
#include "tests/support/testsupport.h"

#include <QCoreApplication>

#include <cstdlib>

namespace madoguchi::bench {

namespace {

constexpr int kCases = 100'000;
constexpr std::size_t kRowsOfASlice = 100; ///< as app/workers/rowrefresher
constexpr double kAtOnceMillis = 50;

/// The holidays as they ship, and one more: every due day rests on them.
core::ReferenceRow otherHolidays(std::int64_t version) {
  auto table =
      expected(core::parseJson(tests::readFile(tests::resourcesFolder() + "/calendar/holidays-jp.json")));
  table.as_object()["source"] = "bench " + std::to_string(version);
  core::ReferenceRow row{core::globalScope(),       version, "holidays", "jp", version, {},
                         core::canonicalJson(table)};
  row.digest = core::sha256Hex(row.document);
  return row;
}

/// How long a user's command waits for the writer while every row of the cache is derived again: for the feed
/// that brings the reason, or for one slice.
void benchRefresh(int cases) {
  const auto made = benchProfile(cases);
  const auto cache = expected(storage::Cache::open(made.profile));
  const core::Instant now{std::chrono::hours(495'000)};
  const core::Date today = core::dayInJapan(now);
  constexpr std::int64_t kLater = 1'000'000'000;
  const double feed = millisOf([&] { (void)expected(cache->applyFeed({otherHolidays(kLater)}, now, {})); });
  std::vector<double> slices;
  std::size_t rows = 0;
  for (bool more = true; more;)
    slices.push_back(millisOf([&] {
      const auto refreshed = expected(cache->refreshRows(today, kRowsOfASlice));
      rows += refreshed.changes.changed.size();
      more = refreshed.more;
    }));
  double all = 0;
  for (const double slice : slices)
    all += slice;
  std::printf("# %zu rows derived again in %zu slices, %.1f s\n", rows, slices.size(), all / 1e3);
  report("the feed that makes all rows stale", feed, kAtOnceMillis);
  report("a slice of rows derived again, p99", p99Of(slices), kAtOnceMillis);
}

} // namespace

} // namespace madoguchi::bench

/// refreshbench [cases]
int main(int argc, char** argv) {
  const QCoreApplication application(argc, argv);
  return madoguchi::bench::exitCodeOf("refreshbench", [&] {
    madoguchi::bench::benchRefresh(argc > 1 ? std::atoi(argv[1]) : madoguchi::bench::kCases);
  });
}
