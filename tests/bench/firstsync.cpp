// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/firstsync.h"

#include "generate/bureau.h"
#include "server/caseloader.h"
#include "server/embedded/embeddedstore.h"
#include "tests/bench/benchsupport.h"

namespace madoguchi::bench {

namespace {

constexpr std::size_t kBatch = 5'000;
constexpr std::uint64_t kSeed = 7;
const QString kLogin = QStringLiteral("bureau.head"); // sees every section
const QString kPassword = QStringLiteral("a-long-bench-password");

} // namespace

void require(bool done, const char* what) {
  if (!done) throw std::runtime_error(what);
}

FilledServer::FilledServer() {
  require(m_process
              .run({QStringLiteral("generate"), QStringLiteral("--cases"), QStringLiteral("0"),
                    QStringLiteral("--seed"), QString::number(kSeed)})
              .has_value(),
          "no staff");
  require(m_process.run({QStringLiteral("user"), QStringLiteral("passwd"), kLogin}, kPassword).has_value(),
          "no password");
  m_store = expected(
      server::EmbeddedStore::open((m_process.data() + QStringLiteral("/madoguchi.db")).toStdString()));
  expected(m_store->read([&](server::Reading& reading) -> core::Result<void> {
    m_catalog = server::loadCatalog(reading);
    return {};
  }));
}

std::vector<Home> FilledServer::homes() const {
  const auto bureau = generate::makeBureau(kSeed);
  std::vector<Home> homes;
  for (const auto& [key, known] : m_catalog->procedures) {
    const auto& procedure = known->procedure;
    const auto office = bureau.sectionFor(procedure.id);
    if (!office.empty()) homes.push_back({office, procedure.id, procedure.version});
  }
  return homes;
}

void FilledServer::fill(int cases, const std::vector<Home>& homes) {
  std::vector<core::CaseRecord> batch;
  for (int i = 0; i < cases; ++i) {
    batch.push_back(benchCase(i, homes[static_cast<std::size_t>(i) % homes.size()]));
    if (batch.size() < kBatch && i + 1 < cases) continue;
    expected(m_store->write([&](server::Writing& writing) {
      return server::loadCases(writing, *m_catalog, batch, "caseGenerated", batch.back().state.arrivedAt);
    }));
    batch.clear();
  }
}

void FilledServer::start(const QStringList& options) {
  m_store.reset();
  m_process.setOptions(options);
  require(m_process.start(), "the server does not start");
}

Synced syncOnce(const FilledServer& server, const std::filesystem::path& folder, std::size_t cases) {
  tests::DeskClient desk(server.process(), QString::fromStdString(folder.string()));
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

} // namespace madoguchi::bench
