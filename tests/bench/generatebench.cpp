// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
// What `madoguchi-server generate` costs beyond storing its rows: the whole, from seed to committed cases,
// against plain inserts of the same rows into a file with the same settings, tables and indexes.
#include "core/calendar/date.h"
#include "server/admin/resources.h"
#include "server/admin/samplemaker.h"
#include "server/blobs/directoryblobs.h"
#include "server/embedded/connection.h"
#include "server/embedded/embeddedstore.h"
#include "server/embedded/schema.h"
#include "tests/bench/benchsupport.h"

using namespace madoguchi;
using namespace madoguchi::bench;

namespace {

constexpr std::size_t kCases = 10'000;
constexpr std::size_t kBatch = 2'000; // as the generator commits

struct Row {
  std::string id, office, digest, state, timeline;
  std::int64_t scope = 0, seq = 0, version = 0;
};

double generateMillis(const std::filesystem::path& folder) {
  auto store = expected(server::EmbeddedStore::open((folder / "generated.db").string()));
  server::DirectoryBlobs blobs((folder / "blobs").string());
  const server::Passwords passwords;
  server::Accounts accounts(*store, passwords, server::systemNow);
  (void)expected(server::loadResources(*store, expected(server::resourcesFolder({})), server::systemNow));
  server::SampleMaker maker(*store, blobs, accounts);
  return millisOf([&] {
    expected(
        maker.make(kCases, 1, *core::parseInstant("2026-04-01T09:00:00Z"), std::nullopt, [](std::size_t) {}));
  });
}

std::vector<Row> rowsOf(const std::filesystem::path& file) {
  server::Connection connection(file.string(), server::Connection::Mode::ReadOnly);
  server::Query query(connection,
                      "SELECT id, home_office, digest, state, timeline, scope, seq, version FROM case_row");
  std::vector<Row> rows;
  while (query.next())
    rows.push_back({query.text(0), query.text(1), query.text(2), query.text(3), query.text(4),
                    query.number(5), query.number(6), query.number(7)});
  return rows;
}

double insertMillis(const std::filesystem::path& folder, const std::vector<Row>& rows) {
  server::Connection connection((folder / "plain.db").string(), server::Connection::Mode::ReadWrite);
  expected(server::migrate(connection, "bench"));
  connection.run("PRAGMA foreign_keys = OFF");
  return millisOf([&] {
    for (std::size_t i = 0; i < rows.size(); ++i) {
      if (i % kBatch == 0) connection.run("BEGIN");
      const Row& row = rows[i];
      server::Query(connection,
                    "INSERT INTO case_row(id, home_office, scope, seq, version, digest, state, timeline)"
                    " VALUES(?, ?, ?, ?, ?, ?, ?, ?)",
                    row.id, row.office, row.scope, row.seq, row.version, row.digest, row.state, row.timeline)
          .execute();
      if (i % kBatch == kBatch - 1 || i + 1 == rows.size()) connection.run("COMMIT");
    }
  });
}

} // namespace

int main() {
  const BenchFolder folder("generate");
  const double measured = generateMillis(folder.path());
  const double limit = insertMillis(folder.path(), rowsOf(folder.path() / "generated.db"));
  std::printf("# both sides: WAL, synchronous=FULL, 64 MB page cache, transactions of %zu cases\n", kBatch);
  std::printf("# %.0f cases a second\n", static_cast<double>(kCases) / measured * 1000);
  report("generate 10,000 cases / insert of their rows", measured, limit);
  return 0;
}
