// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/embedded/embeddedstore.h"
#include "tests/bench/benchsupport.h"
#include "tests/bench/connecteddesk.h"
#include "tests/bench/rawcache.h"

#include <QApplication>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <set>

namespace madoguchi::bench {

namespace {

constexpr std::size_t kSome = 1'000;
constexpr std::size_t kRecent = 10'000; ///< the work of some weeks, which is what changes
constexpr int kRounds = 3;

/// Milliseconds, by what is done; told as they come, because a million cases take minutes.
class Times {
public:
  void add(const char* work, double millis) {
    std::printf("# %s: %.0f ms\n", work, millis);
    std::fflush(stdout);
    m_lines.emplace_back(work, millis);
  }
  [[nodiscard]] const std::vector<std::pair<std::string, double>>& lines() const { return m_lines; }

private:
  std::vector<std::pair<std::string, double>> m_lines;
};

/// All of the store's, oldest first: their ids are made of the time at which they came.
std::vector<core::CaseId> casesOf(server::Store& store) {
  std::vector<core::CaseId> ids;
  expected(store.read([&](server::Reading& reading) -> core::Result<void> {
    for (const auto& counter : reading.counters())
      for (core::CaseId after;; after = ids.back()) {
        const auto page = reading.casesAfter(counter.scope, after, {5'000, SIZE_MAX});
        if (page.empty()) break;
        for (const auto& row : page)
          ids.push_back(row.id);
      }
    return {};
  }));
  std::sort(ids.begin(), ids.end());
  return ids;
}

/// So many of the newest `among`, evenly; those that are seen first.
std::vector<core::CaseId> chosen(const ConnectedDesk& desk, const std::vector<core::CaseId>& all,
                                 std::size_t among) {
  const auto seen = desk.visible();
  std::set<core::CaseId> ids(seen.begin(), seen.end());
  const std::size_t of = std::min(among, all.size());
  for (std::size_t i = 0; i < kSome && ids.size() < kSome; ++i)
    ids.insert(all[all.size() - of + i * of / kSome]);
  return {ids.begin(), ids.end()};
}

ConnectedDesk::Seen bestOf(ConnectedDesk& desk, server::Store& store, const FilledServer& server,
                           const std::vector<core::CaseId>& ids, int& round) {
  ConnectedDesk::Seen best;
  for (int i = 0; i < kRounds; ++i, ++round) {
    const auto seen = desk.see([&] { return changeOnServer(store, server.catalog(), ids, round); });
    if (i == 0 || seen.stored < best.stored) best = seen;
  }
  return best;
}

/// The limit of the first sync: what the same rows cost SQLCipher alone, which does not grow evenly either.
double rawInsert(FilledServer& server, const std::filesystem::path& file) {
  const auto rows = rawRows(server.store(), server.catalog());
  makeRawFile(file);
  return millisOf([&] { loadRaw(file, rows); });
}

Times timesOf(int cases) {
  Times times;
  std::printf("# %d cases\n", cases);
  FilledServer server;
  server.fill(cases, {server.homes().front()});
  const BenchFolder folder("growth");
  times.add("(limit: raw SQLCipher insert of the same rows)", rawInsert(server, folder.path() / "raw.db"));
  std::filesystem::remove(folder.path() / "raw.db");
  server.start({QStringLiteral("--ready-made-from"), QStringLiteral("0")});
  {
    const auto store = expected(server::EmbeddedStore::open(
        (server.process().data() + QStringLiteral("/madoguchi.db")).toStdString()));
    ConnectedDesk desk(server, folder.path() / "rows", static_cast<std::size_t>(cases));
    times.add("first sync by rows", desk.firstSync());
    times.add("(desk: tidying afterwards, in the background)", millisOf([] { ConnectedDesk::rest(); }));
    const auto all = casesOf(*store);
    const auto spread = chosen(desk, all, all.size());
    const auto recent = chosen(desk, all, kRecent);
    int round = 0;
    times.add("1,000 changed cases of all, painted", bestOf(desk, *store, server, spread, round).painted);
    times.add("1,000 changed cases of the newest 10,000, painted",
              bestOf(desk, *store, server, recent, round).painted);
    times.add("upload of 1,000 edits of the newest 10,000", desk.upload(recent));
  }
  server.start({QStringLiteral("--ready-made-from"), QStringLiteral("1000")});
  double made = millisOf([&] { (void)awaitReadyMade(server); });
  times.add("(server: ready-made file, in the background)", made);
  const auto synced = syncOnce(server, folder.path() / "ready", static_cast<std::size_t>(cases));
  times.add("first sync by ready-made file", synced.all);
  times.add("first rows in the cache", synced.firstRows);
  return times;
}

/// 1 is linear, 0 is flat; of one step, or of all of them.
double exponent(const std::vector<int>& sizes, const std::vector<Times>& columns, std::size_t from,
                std::size_t line) {
  if (from + 1 >= sizes.size()) return 0;
  return std::log(columns.back().lines()[line].second / columns[from].lines()[line].second) /
         std::log(static_cast<double>(sizes.back()) / sizes[from]);
}

void print(const std::vector<int>& sizes, const std::vector<Times>& columns) {
  std::printf("work");
  for (const int size : sizes)
    std::printf("\t%d", size);
  std::printf("\texponent: of all\tof the last step\n");
  for (std::size_t line = 0; line < columns.front().lines().size(); ++line) {
    std::printf("%s", columns.front().lines()[line].first.c_str());
    for (const auto& column : columns)
      std::printf("\t%.0f ms", column.lines()[line].second);
    std::printf("\t%.2f\t%.2f\n", exponent(sizes, columns, 0, line),
                exponent(sizes, columns, sizes.size() < 2 ? 0 : sizes.size() - 2, line));
  }
}

} // namespace

} // namespace madoguchi::bench

/// growthbench [cases…]
int main(int argc, char** argv) {
  qputenv("QT_QPA_PLATFORM", "offscreen");
  const QApplication application(argc, argv);
  std::printf(
      "# one office's scope, a real server (embedded store) on TLS loopback, the desk's own threads;\n"
      "# exponent: 1 grows with the cases, 0 stays as it is\n");
  std::vector<int> sizes;
  for (int i = 1; i < argc; ++i)
    sizes.push_back(std::atoi(argv[i]));
  if (sizes.empty()) sizes = {10'000, 100'000};
  return madoguchi::bench::exitCodeOf("growthbench", [&] {
    std::vector<madoguchi::bench::Times> columns;
    for (const int size : sizes)
      columns.push_back(madoguchi::bench::timesOf(size));
    madoguchi::bench::print(sizes, columns);
  });
}
