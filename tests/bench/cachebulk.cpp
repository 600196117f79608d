// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/casecodec.h"
#include "storage/cache.h"
#include "tests/bench/benchcases.h"
#include "tests/bench/benchsupport.h"
#include "tests/bench/cachebench.h"
#include "tests/bench/rawcache.h"

namespace madoguchi::bench {

namespace {

constexpr int kCases = 100'000;
const core::ScopeName kScope = "office/east/permit/ordinary";

std::vector<RawRow> rawRows() {
  std::vector<RawRow> raw;
  raw.reserve(kCases);
  const core::HolidayTable holidays;
  core::CaseSummarizer summarizer(holidays, core::makeDate(2026, 6, 1));
  std::size_t bytes = 0;
  for (int i = 0; i < kCases; ++i) {
    const Home home{core::OfficeId("office-" + std::to_string(i % 12)),
                    core::ProcedureId("food-business-permit"), 1};
    const auto record = benchCase(i, home);
    auto text = core::toText(record);
    bytes += text.state.size() + text.timeline.size();
    const std::string digest = core::digestOf(text);
    raw.push_back(rawRow({kScope, i + 1, record.state.id, record.state.version, digest, std::move(text.state),
                          std::move(text.timeline)},
                         record.state, nullptr, summarizer));
  }
  std::printf("# %d cases of %zu bytes\n", kCases, bytes / kCases);
  return raw;
}

using Pages = std::vector<std::vector<core::FeedItem>>;

Pages pagesOf(const std::vector<RawRow>& rows) {
  Pages pages;
  for (std::size_t i = 0; i < rows.size();) {
    auto& page = pages.emplace_back();
    for (const std::size_t end = std::min(rows.size(), i + kRawPerTransaction); i < end; ++i)
      page.emplace_back(rows[i].row);
    page.emplace_back(core::SnapshotEnd{kScope, rows[i - 1].row.id, kCases, i == rows.size()});
  }
  return pages;
}

void loadCache(storage::Cache& cache, const Pages& pages) {
  const core::Instant now(std::chrono::milliseconds(1'780'000'000'000));
  for (const auto& page : pages)
    static_cast<void>(expected(cache.applySnapshot(page, now)));
  static_cast<void>(expected(cache.finishSnapshots()));
}

} // namespace

void benchBulkInsert() {
  printRawSettings();
  const auto raw = rawRows();
  const auto pages = pagesOf(raw);
  const BenchFolder folder("bulk");
  makeRawFile(folder.path() / "raw.db");
  const double start = cpuMillis();
  const double limit = millisOf([&] { loadRaw(folder.path() / "raw.db", raw); });
  const double middle = cpuMillis();
  const auto cache = expected(storage::Cache::open({folder.path() / "profile", {}, {}}));
  const double measured = millisOf([&] { loadCache(*cache, pages); });
  std::printf("# processor time: %.0f ms, limit %.0f ms\n", cpuMillis() - middle, middle - start);
  report("cache: bulk insert of 100,000 cases, one thread", measured, limit);
}

} // namespace madoguchi::bench
