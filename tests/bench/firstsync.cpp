// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/firstsync.h"

#include "core/cases/casecodec.h"
#include "generate/bureau.h"
#include "server/caseloader.h"
#include "server/embedded/embeddedstore.h"
#include "tests/bench/benchsupport.h"

#include <QThread>

#include <algorithm>

namespace madoguchi::bench {

namespace {

constexpr std::size_t kBatch = 5'000;
constexpr std::uint64_t kSeed = 7;
const core::Date kToday = core::makeDate(2026, 6, 1);
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
  if (m_process.pid() != 0) require(m_process.stop(), "the server does not end");
  m_process.setOptions(options);
  require(m_process.start(), "the server does not start");
}

server::ShelvedCache awaitReadyMade(const FilledServer& server) {
  const server::ReadyMadeShelf shelf((server.process().data() + QStringLiteral("/ready-made")).toStdString());
  for (;;) {
    auto all = shelf.all();
    if (!all.empty()) return std::move(all.front());
    QThread::msleep(50);
  }
}

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
