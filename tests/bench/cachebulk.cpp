// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/uuid.h"
#include "core/cases/casecodec.h"
#include "storage/bulkindexes.h"
#include "storage/cache.h"
#include "tests/bench/benchsupport.h"
#include "tests/bench/cachebench.h"

#include <sqlite3.h>

namespace madoguchi::bench {

namespace {

constexpr int kCases = 100'000;
constexpr int kPerTransaction = 5'000;
const core::ScopeName kScope = "office/east/permit/ordinary";

core::CaseId idOf(int i) {
  std::array<std::uint8_t, 10> random{};
  for (std::size_t byte = 0; byte < 4; ++byte)
    random[byte + 2] = static_cast<std::uint8_t>(i >> (24 - 8 * byte));
  return core::CaseId(core::makeUuid7(1'780'000'000'000 + i, random));
}

core::CaseRecord caseOf(int i) {
  static const char* const kFamilies[] = {"佐藤", "鈴木", "髙橋", "田中", "渡邊", "伊藤", "山本", "中村"};
  static const char* const kGiven[] = {"花子", "太郎", "一", "美咲", "健", "由美子", "翔太", "さくら"};
  core::CaseRecord record;
  core::CaseState& state = record.state;
  state.id = idOf(i);
  state.version = 2;
  state.homeOffice = state.office = core::OfficeId("office-" + std::to_string(i % 12));
  state.procedure = core::ProcedureId("food-business-permit");
  state.number = "令8健食第" + std::to_string(i) + "号";
  state.status = static_cast<core::Status>(i % 8);
  state.arrivedAt = core::Instant(std::chrono::milliseconds(1'750'000'000'000 + i * 600'000LL));
  state.arrivedOn = core::dayInJapan(state.arrivedAt);
  state.fixedDueOn = state.arrivedOn + std::chrono::days(30 + i % 20);
  state.applicant.party.name = {
      std::string(kFamilies[i % 8]) + "　" + kGiven[i / 8 % 8], {}, "タナカ　ハナコ"};
  state.applicant.party.address = {
      "1638001", "131041", "西新宿", std::to_string(i % 9 + 1) + "丁目8番1号", {}};
  state.holder = core::UserId("clerk-" + std::to_string(i % 40));
  state.form = core::json::object{{"facility", "まどぐち食堂" + std::to_string(i)},
                                  {"foods", "定食、丼物、麺類"},
                                  {"seats", i % 60},
                                  {"manager", "窓口 花子"}};
  core::Event registered;
  registered.command = core::CommandId(state.id.value);
  registered.actor = state.holder;
  registered.at = state.arrivedAt;
  registered.body = core::CaseRegistered{state.number};
  record.timeline = {registered};
  return record;
}

std::vector<core::FeedItem> rows() {
  std::vector<core::FeedItem> items;
  items.reserve(kCases);
  std::size_t bytes = 0;
  for (int i = 0; i < kCases; ++i) {
    const auto record = caseOf(i);
    auto text = core::toText(record);
    bytes += text.state.size() + text.timeline.size();
    const std::string digest = core::digestOf(text);
    items.emplace_back(core::CaseRow{kScope, i + 1, record.state.id, record.state.version, digest,
                                     std::move(text.state), std::move(text.timeline)});
  }
  std::printf("# %d cases of %zu bytes\n", kCases, bytes / kCases);
  return items;
}

/// What the cache would write, made beforehand, so that the raw side does nothing but insert.
struct RawRow {
  core::CaseSummary summary;
  std::array<std::string, storage::kSearchFields> search;
};

std::vector<RawRow> rawRows() {
  std::vector<RawRow> raw;
  raw.reserve(kCases);
  const core::HolidayTable holidays;
  core::CaseSummarizer summarizer(holidays, core::makeDate(2026, 6, 1));
  for (int i = 0; i < kCases; ++i) {
    const auto record = caseOf(i);
    RawRow row{summarizer.summarize(record.state, nullptr), {}};
    const auto texts = storage::searchTexts(record.state);
    for (std::size_t field = 0; field < texts.size(); ++field)
      row.search[field] = storage::indexedForm(texts[field]);
    raw.push_back(std::move(row));
  }
  return raw;
}

void insertRaw(storage::Database& raw, const RawRow& row, const core::CaseRow& text) {
  const auto& line = row.summary.row;
  const auto due = line.dueOn->time_since_epoch().count();
  raw.run("INSERT INTO cases(id, number, number_key, applicant, kana, name_key, arrived_day, due_day, status,"
          " holder, office, flags) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
          line.id.value, line.number, row.summary.numberKey, line.applicant, line.kana, row.summary.nameKey,
          line.arrivedOn.time_since_epoch().count(), due, line.status, 1, 1, line.flags);
  const std::int64_t key = raw.lastKey();
  raw.run("INSERT INTO case_documents VALUES (?, ?, ?, ?, ?, ?, ?)", key, 1, text.seq, text.version,
          text.digest, text.state, text.timeline);
  raw.run("INSERT INTO search(rowid, name, kana, number, address, form) VALUES (?, ?, ?, ?, ?, ?)", key,
          row.search[0], row.search[1], row.search[2], row.search[3], row.search[4]);
}

void makeRawTables(storage::Database& raw) {
  raw.script("PRAGMA journal_mode = WAL; PRAGMA temp_store = MEMORY; PRAGMA mmap_size = 0;"
             "PRAGMA secure_delete = ON; PRAGMA cache_size = -65536");
  raw.script(
      "CREATE TABLE cases(key INTEGER PRIMARY KEY, id TEXT UNIQUE, number TEXT, number_key TEXT,"
      " applicant TEXT, kana TEXT, name_key TEXT, arrived_day INTEGER, due_day INTEGER, status INTEGER,"
      " holder INTEGER, office INTEGER, flags INTEGER);"
      "CREATE TABLE case_documents(key INTEGER PRIMARY KEY, scope INTEGER, seq INTEGER,"
      " version INTEGER, digest TEXT, state TEXT, timeline TEXT);"
      "CREATE VIRTUAL TABLE search USING fts5(name, kana, number, address, form, content='',"
      " contentless_delete=1, tokenize='ascii');"
      "INSERT INTO search(search, rank) VALUES ('automerge', 0), ('crisismerge', 1000)");
}

void loadRaw(storage::Database& raw, const std::vector<RawRow>& rows,
             const std::vector<core::FeedItem>& items) {
  for (std::size_t i = 0; i < rows.size();) {
    storage::Transaction transaction(raw, storage::Durability::Normal);
    for (std::size_t end = i + kPerTransaction; i < end && i < rows.size(); ++i)
      insertRaw(raw, rows[i], std::get<core::CaseRow>(items[i]));
    transaction.commit();
  }
  storage::Transaction transaction(raw, storage::Durability::Normal);
  for (const char* column : {"number_key", "name_key", "arrived_day", "due_day", "status"})
    raw.script(std::string("CREATE INDEX by_") + column + " ON cases(" + column + ")");
  transaction.commit();
}

using Pages = std::vector<std::vector<core::FeedItem>>;

Pages pagesOf(const std::vector<core::FeedItem>& items) {
  Pages pages;
  for (std::size_t i = 0; i < items.size();) {
    const std::size_t end = std::min(items.size(), i + kPerTransaction);
    std::vector<core::FeedItem> page(items.begin() + static_cast<std::ptrdiff_t>(i),
                                     items.begin() + static_cast<std::ptrdiff_t>(end));
    page.emplace_back(
        core::SnapshotEnd{kScope, std::get<core::CaseRow>(page.back()).id, kCases, end == items.size()});
    pages.push_back(std::move(page));
    i = end;
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
  std::printf(
      "# SQLCipher 4 format, WAL, synchronous NORMAL, page cache 64 MB, secure_delete; %d rows a\n"
      "# transaction, secondary indexes built last; limit: prepared rows inserted, 5 indexes and FTS5\n",
      kPerTransaction);
  const auto items = rows();
  const auto raw = rawRows();
  const auto pages = pagesOf(items);
  const BenchFolder folder("bulk");
  const double limit = millisOf([&] {
    const auto database =
        storage::openRaw({folder.path() / "raw.db", {}, {}}, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
    makeRawTables(*database);
    loadRaw(*database, raw, items);
  });
  const double measured = millisOf([&] {
    const auto cache = expected(storage::Cache::open({folder.path() / "profile", {}, {}}));
    loadCache(*cache, pages);
  });
  report("cache: bulk insert of 100,000 cases", measured, limit);
}

} // namespace madoguchi::bench
