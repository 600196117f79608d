// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
// A ready-made cache as the desk takes it over: unpacked, and merged with what the desk holds.
#include "core/base/hash.h"
#include "storage/packing.h"
#include "storage/readymade.h"
#include "tests/fuzz/fuzztarget.h"
#include "tests/support/testsupport.h"
#include "tests/unit/storage/cachedesk.h"

#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

namespace madoguchi::fuzz {

namespace {

using namespace madoguchi::core;
using tests::expected;
namespace fs = std::filesystem;

constexpr std::uint64_t kMostUnpacked = 300'000;

/// The desk that takes over, with a command and a draft of its own, and the file as a good server makes it.
class Taker {
public:
  static Taker& get() {
    static Taker taker;
    return taker;
  }
  Taker() : m_desk(m_server) {
    const CaseRow first = m_server.row(m_server.takenCase());
    const CaseRow second = m_server.row(m_server.takenCase("窓口　太郎", "マドグチ　タロウ"));
    makeFile(first, second);
    m_desk.feed({first});
    (void)m_desk.perform(first.id, AddNote{"窓口で"});
    expected(m_desk.cache().saveDraft("memo", "打ちかけ"));
  }
  /// A fresh copy of the good file.
  [[nodiscard]] storage::CacheFile copy() const {
    fs::copy_file(m_good.path, cache().path, fs::copy_options::overwrite_existing);
    return cache();
  }
  [[nodiscard]] storage::Profile profile() const { return {folder() / "copy", m_good.key, {}}; }
  [[nodiscard]] storage::CacheFile live() const { return storage::cacheFileOf(m_desk.profile()); }
  [[nodiscard]] Date today() const { return dayInJapan(m_server.world.now); }
  [[nodiscard]] fs::path folder() const { return m_folder.path().toStdString(); }
  [[nodiscard]] std::size_t waiting() { return m_desk.outbox().size(); }

private:
  [[nodiscard]] storage::CacheFile cache() const { return storage::cacheFileOf(profile()); }
  void makeFile(const CaseRow& first, const CaseRow& second) {
    fs::create_directories(profile().folder);
    m_good.path = folder() / "good.db";
    m_good.key.fill(5);
    const auto maker = expected(storage::ReadyMadeMaker::begin(
        m_good, m_desk.cache().bulkBasis(m_server.world.now), m_desk.digestOfReferences()));
    expected(maker->add({first, second, SnapshotEnd{m_server.east(), second.id, second.seq, true}}));
    expected(maker->finish());
  }

  tests::TinyServer m_server;
  tests::Desk m_desk;
  QTemporaryDir m_folder;
  storage::CacheFile m_good;
};

// The size that is promised, a line break, and packed bytes.
void unpack(std::string_view input) {
  const auto [sizeText, packed] = split(input);
  std::uint64_t size = 0;
  std::istringstream(std::string(sizeText)) >> size;
  size = std::min(size, kMostUnpacked);
  const fs::path file = Taker::get().folder() / "unpacked";
  storage::Unpacker unpacker(file, size);
  Result<void> done = unpacker.add(packed.substr(0, packed.size() / 2));
  if (done) done = unpacker.add(packed.substr(packed.size() / 2));
  if (done) done = unpacker.finish(sha256Hex(packed));
  if (done)
    require(fs::file_size(file) == size, "what is unpacked is as long as it was said to be");
  else
    require(done.error().code == ErrorCode::FileBroken, "what cannot be unpacked is broken");
}

/// "table column row value" puts another value into the file; a value that is a number goes in as one.
void edit(storage::Database& database, std::string_view line) {
  std::istringstream words{std::string(line)};
  std::string table;
  std::string column;
  std::string value;
  std::int64_t row = 0;
  words >> table >> column >> row >> std::ws;
  std::getline(words, value);
  const auto known =
      database.number("SELECT count(*) FROM pragma_table_info(?) WHERE name = ?", table, column);
  if (known == 0) return;
  char* end = nullptr;
  const long long number = std::strtoll(value.c_str(), &end, 10);
  const bool isNumber = !value.empty() && *end == '\0';
  const std::string quoted = '"' + column + '"';
  const std::string from = " FROM \"" + table + "\" LIMIT 1 OFFSET max(?, 0))";
  try {
    SQLite::Statement update(database.connection(), "UPDATE \"" + table + "\" SET " + quoted + " = ? WHERE " +
                                                        quoted + " IS (SELECT " + quoted + from);
    if (isNumber)
      update.bind(1, static_cast<std::int64_t>(number));
    else
      update.bind(1, value);
    update.bind(2, row);
    update.exec();
  } catch (const SQLite::Exception&) {
    // What the tables themselves do not take, no server can have put there.
  }
}

/// As after the copy, and at the next start.
void use(const storage::CacheFile& file, const Taker& taker) {
  const auto reader = storage::CaseReader::open(file);
  if (reader) {
    const auto keys = (*reader)->keys(CaseQuery{});
    if (keys) {
      (void)(*reader)->rows(*keys);
      if (const auto states = (*reader)->states(*keys))
        for (const CaseState& state : *states)
          (void)(*reader)->record(state.id);
    }
    (void)(*reader)->search("窓口", 10);
  }
  const auto cache = storage::Cache::open(taker.profile());
  if (!cache) return;
  (void)(*cache)->verifySums();
  (void)(*cache)->cursor();
  (void)(*cache)->outbox();
  (void)(*cache)->beginDay();
  (void)(*cache)->refreshRows(taker.today() + std::chrono::days(40), 1'000);
}

// Edits of a good file, one a line.
void merge(std::string_view edits) {
  Taker& taker = Taker::get();
  const storage::CacheFile file = taker.copy();
  {
    const auto database = storage::openRaw(file, SQLite::OPEN_READWRITE);
    for (int left = 8; left > 0 && !edits.empty(); --left) {
      const auto [line, rest] = split(edits);
      edit(*database, line);
      edits = rest;
    }
  }
  auto merged = storage::mergeForAdoption(file, taker.live(), taker.today());
  static const std::set<ErrorCode> allowed{ErrorCode::StorageCorrupt, ErrorCode::WrongState,
                                           ErrorCode::StorageFailed, ErrorCode::Malformed,
                                           ErrorCode::UnknownKind};
  require(merged.has_value() || allowed.contains(merged.error().code),
          "what cannot be merged is said to be bad");
  require(taker.waiting() == 1, "the desk keeps what waits");
  if (!merged) return;
  merged->reset();
  use(file, taker);
}

// 'u' or 'e', a line break, and what is to be unpacked or edited.
void run(std::string_view input) {
  const auto [kind, rest] = split(input);
  if (kind.starts_with('u')) return unpack(rest);
  merge(rest);
}

std::vector<std::string> seeds() {
  const fs::path folder = Taker::get().folder();
  std::vector<std::string> seeds{"e\n"};
  const std::string plain = "窓口" + std::string(100'000, 'x');
  std::ofstream(folder / "plain", std::ios::binary) << plain;
  (void)expected(storage::packFile(folder / "plain", folder / "packed"));
  const std::string packed = tests::readFile((folder / "packed").string());
  for (const std::string& size : {std::to_string(plain.size()), std::string("5"), std::string("300000")})
    seeds.push_back("u\n" + size + "\n" + packed);
  const auto database = storage::openRaw(Taker::get().copy(), SQLite::OPEN_READONLY);
  auto columns = database->use("SELECT m.name, i.name FROM sqlite_master m, pragma_table_info(m.name) i"
                               " WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite%' ORDER BY 1, 2");
  while (columns.step()) {
    const std::string where = "e\n" + columns.text(0) + " " + columns.text(1);
    seeds.push_back(where + (seeds.size() % 2 == 0 ? " 0 -9223372036854775808\n" : " 1 {\"id\":["));
  }
  return seeds;
}

} // namespace

const Target kReadyMade{"readymade", run, seeds, 100};

} // namespace madoguchi::fuzz
