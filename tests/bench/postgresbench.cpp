// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
// Commands a second on PostgreSQL with fsync: the whole of the server behind its sockets (codec, rules,
// audit, stamps, hashes) against pgbench writing the same rows into the same tables by a script of plain
// statements; and how fast many cases are brought in, against COPY of the same rows alone.
#include "core/cases/casecodec.h"
#include "server/admin/resources.h"
#include "server/admin/samplemaker.h"
#include "server/admin/storemover.h"
#include "server/blobs/directoryblobs.h"
#include "server/caseloader.h"
#include "server/embedded/embeddedstore.h"
#include "tests/bench/benchsupport.h"
#include "tests/support/testsupport.h"
#include "tests/unit/server/postgres/postgresworld.h"

#include <QCoreApplication>

#include <array>
#include <atomic>
#include <fstream>
#include <thread>
#include <unistd.h>

using namespace madoguchi;
using namespace madoguchi::bench;

namespace {

constexpr int kCases = 2'000;
constexpr int kSeconds = 4;
constexpr std::size_t kRun = 500; // commands in one request, as a client sends what it did offline

std::string caseId(int number) {
  std::string digits = std::to_string(number);
  return "00000000-0000-7000-8000-" + std::string(12 - digits.size(), '0') + digits;
}

std::string officeId(int number) {
  return "o" + std::to_string(number);
}

void reportRate(const std::string& name, double measured, double limit) {
  std::printf("%s\t%.0f /s\t%.0f /s\t%.2f\n", name.c_str(), measured, limit, measured / limit);
  std::fflush(stdout);
}

/// A database with kCases fresh cases spread over some offices, and the services on it.
class Bureau {
public:
  Bureau(tests::PostgresWorld& postgres, int offices)
      : m_offices(offices), m_database(postgres.fresh()),
        world([&](const std::string&) { return postgres.open(m_database); }) {
    std::vector<core::Office> added;
    for (int i = 0; i < offices; ++i)
      added.push_back({core::OfficeId(officeId(i)), core::OfficeId("bureau"), "課", "Office", "課"});
    expected(world.accounts.putOffices(added));
    server::Accounts::NewAccount clerk;
    clerk.login = "clerk.all";
    clerk.person = {core::UserId("clerk.all"), "係", {}, "staff", core::OfficeId("bureau"), false};
    clerk.grants = {{core::Role::Clerk, core::OfficeId("bureau"), std::nullopt, true}};
    expected(world.accounts.add({clerk}));
    for (int i = 0; i < kCases; ++i)
      receive(i);
  }

  [[nodiscard]] const std::string& database() const { return m_database; }
  [[nodiscard]] int offices() const { return m_offices; }

private:
  void receive(int number) {
    protocol::Application application;
    application.id = core::CaseId(caseId(number));
    application.receive.procedure = core::ProcedureId("outdoor-advertisement-permit");
    application.receive.office = core::OfficeId(officeId(number % m_offices));
    application.receive.arrivedAt = world.now;
    application.receive.applicant.party.name = {"山崎　花子", {}, "ヤマザキ　ハナコ"};
    application.receive.form = core::json::object{{"shop", "窓口亭"}};
    const server::Caller portal{
        {core::UserId("portal"), {}, {{core::Role::Intake, core::OfficeId("bureau"), std::nullopt, true}}},
        core::DeviceId("portal"),
        "request"};
    (void)expected(world.commands.receive(portal, application));
  }

  int m_offices;
  std::string m_database;

public:
  tests::ServerWorld world;
};

// Each client notes something in a case of its own, one command a request, until the time is over.
double commandsPerSecond(Bureau& bureau, int clients) {
  auto& world = bureau.world;
  const auto caller = world.caller("clerk.all");
  std::vector<std::vector<protocol::CommandItem>> items(static_cast<std::size_t>(clients));
  // More than enough: made before, because a client makes its own.
  for (int i = 0; i < kSeconds * 6'000; ++i)
    items[static_cast<std::size_t>(i % clients)].push_back(tests::ServerWorld::itemOf(world.command(
        "clerk.all", core::CaseId(caseId(i % kCases)), 1, core::AddNote{"電話で図面の提出をお願いした"})));
  std::atomic<bool> over = false;
  std::atomic<std::int64_t> done = 0;
  std::atomic<bool> failed = false;
  std::vector<std::thread> threads;
  for (const auto& own : items)
    threads.emplace_back([&] {
      for (const auto& item : own) {
        if (over) return;
        const auto answers = world.commands.execute(caller, {item});
        if (!answers || answers->front().scope.empty()) failed = true;
        ++done;
      }
    });
  std::this_thread::sleep_for(std::chrono::seconds(kSeconds));
  over = true;
  const auto count = done.load();
  for (auto& thread : threads)
    thread.join();
  if (failed) throw std::runtime_error("a command was not applied");
  return static_cast<double>(count) / kSeconds;
}

std::string quoted(const std::string& text) {
  return "'" + text + "'";
}

// The rows of one such command, their values as long as the server's. pgbench knows numbers alone.
std::string script(tests::PostgresWorld& postgres, const Bureau& bureau, bool whole) {
  const auto of = [&](const std::string& what, const std::string& table) {
    return quoted(postgres.rig().ask(bureau.database(), "SELECT " + what + " FROM madoguchi." + table));
  };
  const std::string someCase = "case_row ORDER BY version DESC, id LIMIT 1";
  const std::string office =
      "('o' || " + std::string(whole ? "k % " : ":k % ") + std::to_string(bureau.offices()) + ")";
  const std::string id =
      "('00000000-0000-7000-8000-' || lpad(" + std::string(whole ? "k" : ":k") + "::text, 12, '0'))";
  const std::string hash = quoted(std::string(64, 'a'));
  const std::string scope = of("replace(name, 'office/o0/', '')", "scope WHERE name LIKE 'office/o0/%'");
  const std::string applied =
      "'u', 'device', 1, " + hash + ", " + of("answer", "applied ORDER BY at DESC, command LIMIT 1") + ", 1";
  const std::string record = of("record", "audit ORDER BY length(record) DESC LIMIT 1");
  const std::string values = "version = version + 1, digest = " + hash +
                             ", state = " + of("state", someCase) +
                             ", timeline = " + of("timeline", someCase);
  if (whole) // all in one transaction, set by set: the fastest that SQL can do
    return "BEGIN; CREATE TEMP TABLE n ON COMMIT DROP AS SELECT k FROM generate_series(0, 999) k;"
           "INSERT INTO applied SELECT gen_random_uuid()::text, " +
           applied +
           " FROM n;"
           "SELECT count(*) FROM (SELECT FROM n JOIN case_row c ON c.home_office = " +
           office + " AND c.id = " + id +
           " FOR UPDATE OF c) locked;"
           "WITH h AS (UPDATE audit_chain SET number = number + 1000 WHERE chain LIKE 'o%' RETURNING chain, "
           "number) "
           "INSERT INTO audit SELECT chain, number - k, " +
           record + ", " + hash + " FROM n JOIN h ON chain = " + office +
           ";"
           "WITH s AS (UPDATE scope SET seq = seq + 1000 WHERE name LIKE 'office/o%' RETURNING id, name, "
           "seq) "
           "UPDATE case_row c SET scope = s.id, seq = s.seq - k, " +
           values + " FROM n JOIN s ON s.name = 'office/' || " + office + " || '/' || " + scope +
           " WHERE c.home_office = " + office + " AND c.id = " + id + "; COMMIT;";
  return "\\set k random(0, " + std::to_string(kCases - 1) +
         ")\nBEGIN;\n"
         "INSERT INTO applied VALUES(gen_random_uuid()::text, " +
         applied +
         ");\n"
         "SELECT seq, version, digest, state, timeline FROM case_row WHERE home_office = " +
         office + " AND id = " + id +
         " FOR UPDATE;\n"
         "WITH h AS (UPDATE audit_chain SET number = number + 1, hash = " +
         hash + " WHERE chain = " + office +
         " RETURNING chain, number) INSERT INTO audit SELECT chain, number, " + record + ", " + hash +
         " FROM h;\n"
         "WITH s AS (UPDATE scope SET seq = seq + 1, hash = " +
         hash + " WHERE name = 'office/' || " + office + " || '/' || " + scope +
         " RETURNING id, seq) UPDATE case_row c SET scope = s.id, seq = s.seq, " + values +
         " FROM s WHERE c.home_office = " + office + " AND c.id = " + id + ";\nCOMMIT;\n";
}

double pgbenchPerSecond(tests::PostgresWorld& postgres, const Bureau& bureau, int clients) {
  const BenchFolder folder("pgbench");
  const std::string file = (folder.path() / "script.sql").string();
  std::ofstream(file) << script(postgres, bureau, false);
  const std::string line = "PGOPTIONS='-c search_path=madoguchi' " + postgres.rig().binaries() +
                           "/pgbench -n -M prepared -c " + std::to_string(clients) + " -j 2 -T " +
                           std::to_string(kSeconds) + " -f " + file + " '" +
                           postgres.rig().url(bureau.database()) + "' 2>&1";
  const std::unique_ptr<FILE, decltype(&::pclose)> output(::popen(line.c_str(), "r"), &::pclose);
  std::string text;
  for (int c = std::fgetc(output.get()); c != EOF; c = std::fgetc(output.get()))
    text.push_back(static_cast<char>(c));
  const auto place = text.find("tps = ");
  if (place == std::string::npos) throw std::runtime_error(text);
  return std::stod(text.substr(place + 6));
}

void clientsBench(tests::PostgresWorld& postgres, int clients, int offices) {
  Bureau bureau(postgres, offices);
  const double measured = commandsPerSecond(bureau, clients);
  reportRate("postgres.commands, " + std::to_string(clients) + " clients, offices " + std::to_string(offices),
             measured, pgbenchPerSecond(postgres, bureau, clients));
}

void offlineBench(tests::PostgresWorld& postgres) {
  Bureau bureau(postgres, 8);
  auto& world = bureau.world;
  const auto caller = world.caller("clerk.all");
  std::vector<double> took;
  for (int round = 0; round < 3; ++round) {
    std::vector<std::vector<protocol::CommandItem>> runs(2);
    for (int i = 0; i < 1'000; ++i)
      runs[static_cast<std::size_t>(i) / kRun].push_back(tests::ServerWorld::itemOf(world.command(
          "clerk.all", core::CaseId(caseId(i)), 1, core::AddNote{"電話で図面の提出をお願いした"})));
    took.push_back(millisOf([&] {
      for (const auto& run : runs)
        (void)expected(world.commands.execute(caller, run));
    }));
  }
  const std::string whole = "SET search_path = madoguchi; " + script(postgres, bureau, true);
  const double limit = millisOf([&] { postgres.rig().run(bureau.database(), whole); }, 3);
  report("postgres.upload of 1,000 offline edits", *std::min_element(took.begin(), took.end()), limit);
}

constexpr int kLoaded = 10'000;
constexpr std::array kRawTables = {"number_directory(number, case_id)", "case_directory(id, home_office)",
                                   "case_row(id, home_office, scope, seq, version, digest, state, timeline)",
                                   "audit(chain, number, record, hash)", "blob_case(blob, case_id)"};

/// Generated cases in an embedded store, as `generate` makes them.
class Sample {
public:
  explicit Sample(const BenchFolder& folder) : m_file((folder.path() / "madoguchi.db").string()) {
    auto store = expected(server::EmbeddedStore::open(m_file));
    fill(*store, folder.path().string(), kLoaded);
    expected(store->read([&](server::Reading& reading) -> core::Result<void> {
      for (const auto& counter : reading.counters())
        for (const auto& row : reading.casesAfter(counter.scope, {}, {kLoaded, SIZE_MAX}))
          records.push_back(expected(core::caseRecordFrom(row.state, row.timeline)));
      return {};
    }));
  }
  /// Procedures, people and `cases` cases, the same each time.
  static void fill(server::Store& store, const std::string& folder, std::size_t cases) {
    const core::Instant now = *core::parseInstant("2026-04-01T09:00:00Z");
    const auto clock = [now] { return now; };
    (void)expected(server::loadResources(store, tests::resourcesFolder(), clock));
    const server::Passwords cheap(server::Passwords::Cost::Cheapest);
    server::Accounts accounts(store, cheap, clock);
    server::DirectoryBlobs blobs(folder + "/blobs");
    expected(
        server::SampleMaker(store, blobs, accounts).make(cases, 7, now, std::nullopt, [](std::size_t) {}));
  }
  [[nodiscard]] const std::string& file() const { return m_file; }

  std::vector<core::CaseRecord> records;

private:
  std::string m_file;
};

// The rows of one database copied into an empty one by COPY alone, all in one transaction.
double rawCopy(tests::PostgresWorld& postgres, const std::string& source) {
  const std::string target = postgres.fresh();
  const std::string prefix = "/tmp/madoguchi-bench-" + std::to_string(::getpid()) + "-";
  std::string before = "SET search_path = madoguchi; BEGIN;";
  std::string copies;
  std::vector<std::string> files;
  const auto add = [&](std::string& sql, const std::string& table) {
    const std::string name = table.substr(0, table.find('('));
    const std::string columns =
        name == table ? "*" : table.substr(name.size() + 1, table.size() - name.size() - 2);
    const std::string& file = files.emplace_back(prefix + name + ".copy");
    postgres.rig().run(source, "SET search_path = madoguchi; COPY (SELECT " + columns + " FROM " + name +
                                   ") TO '" + file + "'");
    sql += "COPY " + table + " FROM '" + file + "';";
  };
  // What the rows refer to is there before the clock runs.
  for (const char* table : {"scope", "account", "reference_row"})
    add(before, table);
  for (const char* table : kRawTables)
    add(copies, table);
  postgres.rig().run(target, before + "COMMIT");
  const double took = millisOf(
      [&] { postgres.rig().run(target, "SET search_path = madoguchi; BEGIN;" + copies + "COMMIT"); });
  for (const auto& file : files)
    std::filesystem::remove(file);
  return took;
}

void loadBench(tests::PostgresWorld& postgres) {
  const BenchFolder folder("load");
  const Sample sample(folder);
  const std::string database = postgres.fresh();
  const auto store = postgres.open(database);
  Sample::fill(*store, (folder.path() / "people").string(), 0);
  std::shared_ptr<const server::Catalog> catalog;
  expected(store->read([&](server::Reading& reading) -> core::Result<void> {
    catalog = server::loadCatalog(reading);
    return {};
  }));
  const double loaded = millisOf([&] {
    for (auto from = sample.records.begin(); from != sample.records.end();) {
      const auto to = from + std::min<std::ptrdiff_t>(2'000, sample.records.end() - from);
      const std::vector<core::CaseRecord> batch(from, to);
      expected(store->write([&](server::Writing& writing) {
        return server::loadCases(writing, *catalog, batch, "caseGenerated", server::systemNow());
      }));
      from = to;
    }
  });
  report("postgres.load of 10,000 generated cases (COPY), raw COPY of the same rows", loaded,
         rawCopy(postgres, database));

  const std::string moved = postgres.rig().makeDatabase();
  const double took = millisOf([&] {
    (void)expected(server::moveStore(sample.file(), postgres.options(moved, "postgres"), "service"));
  });
  report("postgres.migrate of 10,000 cases with compare, raw COPY of the same rows", took,
         rawCopy(postgres, moved));
}

} // namespace

int main(int argc, char** argv) {
  const QCoreApplication application(argc, argv);
  return madoguchi::bench::exitCodeOf("postgresbench", [&] {
    tests::PostgresWorld postgres(tests::PostgresRig::Disk::Durable);
    clientsBench(postgres, 8, 8);
    clientsBench(postgres, 50, 8);
    clientsBench(postgres, 50, 1);
    offlineBench(postgres);
    loadBench(postgres);
  });
}
