// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/postgres/postgresstore.h"

#include "server/postgres/dump.h"
#include "server/postgres/pool.h"
#include "server/postgres/postgreswriting.h"
#include "server/postgres/schema.h"

#include <atomic>
#include <mutex>

namespace madoguchi::server {

namespace {

constexpr std::string_view kBeginRead = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";
constexpr std::string_view kBeginWrite = "BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE";
constexpr std::string_view kCommit = "COMMIT";
constexpr std::string_view kRollback = "ROLLBACK";
constexpr std::string_view kScopes = "SELECT count(*) FROM scope";
constexpr std::string_view kSnapshot = "SELECT pg_current_snapshot()::text";
// What has been flushed here is all that anybody was told is committed.
constexpr std::string_view kCommitted = "SELECT pg_current_wal_flush_lsn()::text";
constexpr std::string_view kReplayed = "SELECT coalesce(pg_last_wal_replay_lsn() >= $1::text::pg_lsn, false)";
constexpr std::string_view kSeqs = "SELECT name, seq FROM scope";

// A clash ends with one of the two going on, so many in a row mean that something else is wrong. One who was
// too late to insert finds the other's row at the second try.
constexpr int kMostClashes = 20;
constexpr int kMostDuplicates = 3;

template <class Work>
core::Result<void> guarded(Work work) {
  try {
    return work();
  } catch (const PostgresFailure& failure) {
    return tl::unexpected(failure.error);
  } catch (const StoreFailure& failure) {
    return tl::unexpected(failure.error);
  } catch (const std::bad_alloc&) {
    return core::failure(core::ErrorCode::StorageFailed, "out of memory");
  } catch (const std::exception& exception) {
    return core::failure(core::ErrorCode::Internal, exception.what());
  }
}

// Ends a transaction that was not committed; a connection on which even that fails is not given back.
class Transaction {
public:
  Transaction(PostgresPool::Lease& lease, std::string_view begin) : m_lease(lease) { (*m_lease).send(begin); }
  ~Transaction() {
    if (m_done) return;
    try {
      (void)(*m_lease).query(kRollback);
      m_lease.giveBack();
    } catch (const std::exception&) {
    } catch (const PostgresFailure&) {
    }
  }
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;

  // Nobody waits for the end of a transaction that changed nothing.
  void leave() {
    (*m_lease).send(kRollback);
    (*m_lease).post();
    m_done = true;
    m_lease.giveBack();
  }
  void commit() {
    if ((*m_lease).query(kCommit).command() != "COMMIT")
      throw PostgresFailure{PostgresFailure::Kind::Other, {core::ErrorCode::Internal, "not committed"}};
    m_done = true;
    m_lease.giveBack();
  }

private:
  PostgresPool::Lease& m_lease;
  bool m_done = false;
};

} // namespace

struct PostgresStore::Parts {
  explicit Parts(PostgresOptions given) : options(std::move(given)), pool(options) {
    if (options.standby.empty()) return;
    PostgresOptions reading = options;
    reading.database = options.standby;
    reading.writes = false;
    standbys = std::make_unique<PostgresPool>(std::move(reading));
  }

  PostgresOptions options;
  PostgresPool pool;
  std::unique_ptr<PostgresPool> standbys; ///< may be null
  std::atomic<std::int64_t> standbyReads = 0;
  ScopeNames names;
  Listener listener;
  std::mutex polling;
  std::unique_ptr<PostgresConnection> watcher;
  std::string lastSnapshot;
  std::map<core::ScopeName, std::int64_t> lastSeqs;
};

PostgresStore::PostgresStore(std::unique_ptr<Parts> parts) : m_parts(std::move(parts)) {}
PostgresStore::~PostgresStore() = default;

core::Result<void> PostgresStore::prepare(const PostgresOptions& options, const std::string& serviceRole) {
  return guarded([&]() -> core::Result<void> {
    migratePostgres(options, serviceRole);
    return {};
  });
}

core::Result<std::unique_ptr<PostgresStore>> PostgresStore::open(PostgresOptions options) {
  auto parts = std::make_unique<Parts>(std::move(options));
  const auto opened = guarded([&]() -> core::Result<void> {
    auto lease = parts->pool.take();
    const SchemaState state = schemaState(*lease);
    if (state != SchemaState::Current)
      return core::failure(core::ErrorCode::NotFound, state == SchemaState::Missing
                                                          ? "the database is not initialised; run init"
                                                          : "the database is older; run init as its owner");
    ensureEpoch(*lease);
    lease.giveBack();
    return {};
  });
  if (!opened) return tl::unexpected(opened.error());
  return std::unique_ptr<PostgresStore>(new PostgresStore(std::move(parts)));
}

core::Result<void> PostgresStore::read(const std::function<core::Result<void>(Reading&)>& work) {
  return guarded([&]() -> core::Result<void> {
    auto lease = m_parts->pool.take();
    Transaction transaction(lease, kBeginRead);
    PostgresReading<Reading> reading(*lease);
    auto result = work(reading);
    transaction.leave();
    return result;
  });
}

core::Result<void> PostgresStore::readReplayed(const std::function<core::Result<void>(Reading&)>& work) {
  if (!m_parts->standbys) return read(work);
  bool answered = false;
  const auto done = guarded([&]() -> core::Result<void> {
    std::string committed;
    {
      auto primary = m_parts->pool.take();
      committed = (*primary).query(kCommitted).text(0, 0);
      primary.giveBack();
    }
    auto lease = m_parts->standbys->take();
    // Before the snapshot is taken: what has been replayed by then, it sees.
    const bool replayed = (*lease).query(kReplayed, committed).number(0, 0) != 0;
    if (!replayed) {
      lease.giveBack();
      return {};
    }
    Transaction transaction(lease, kBeginRead);
    PostgresReading<Reading> reading(*lease);
    auto result = work(reading);
    transaction.leave();
    answered = true;
    ++m_parts->standbyReads;
    return result;
  });
  // One that is behind, away, or was stopped for a conflict with what it replays, costs nobody an error.
  return answered ? done : read(work);
}

std::int64_t PostgresStore::standbyReads() const {
  return m_parts->standbyReads;
}

core::Result<void> PostgresStore::writeOnce(const std::function<core::Result<void>(Writing&)>& work,
                                            bool& committing) {
  std::map<core::ScopeName, std::int64_t> changed;
  {
    auto lease = m_parts->pool.take();
    Transaction transaction(lease, kBeginWrite);
    PostgresWriting writing(*lease, m_parts->names);
    if (auto done = work(writing); !done) return done;
    writing.finish();
    committing = true;
    transaction.commit();
    changed = writing.changed();
    // Counted after the commit, so that the last of several who make one at the same time counts them all.
    if (writing.madeScopes()) changed[kScopeCount] = (*lease).query(kScopes).number(0, 0);
  }
  if (!changed.empty() && m_parts->listener) m_parts->listener(changed);
  return {};
}

core::Result<void> PostgresStore::write(const std::function<core::Result<void>(Writing&)>& work) {
  return guarded([&]() -> core::Result<void> {
    int clashes = 0;
    int duplicates = 0;
    int losses = 0;
    while (true) {
      bool committing = false;
      try {
        return writeOnce(work, committing);
      } catch (const PostgresFailure& failure) {
        using Kind = PostgresFailure::Kind;
        // Lost while it was committed: nobody knows the end, and the caller's repeat finds out.
        const bool again = (failure.kind == Kind::Clash && ++clashes < kMostClashes) ||
                           (failure.kind == Kind::Duplicate && ++duplicates < kMostDuplicates) ||
                           (failure.kind == Kind::Lost && !committing && ++losses < 2);
        if (!again) throw;
      }
    }
  });
}

void PostgresStore::setListener(Listener listener) {
  m_parts->listener = std::move(listener);
}

void PostgresStore::poll() {
  std::map<core::ScopeName, std::int64_t> moved;
  const auto polled = guarded([&]() -> core::Result<void> {
    const std::lock_guard lock(m_parts->polling);
    Parts& parts = *m_parts;
    if (!parts.watcher || !parts.watcher->standing())
      parts.watcher = std::make_unique<PostgresConnection>(parts.options);
    // The same snapshot sees the same rows. It is taken before the counters are read, so that a commit in
    // between shows the next time.
    std::string snapshot = parts.watcher->query(kSnapshot).text(0, 0);
    if (snapshot == parts.lastSnapshot) return {};
    const auto rows = parts.watcher->query(kSeqs);
    parts.lastSnapshot = std::move(snapshot);
    for (int row = 0; row < rows.size(); ++row) {
      std::int64_t& last = parts.lastSeqs.try_emplace(rows.text(row, 0), -1).first->second;
      if (last == rows.number(row, 1)) continue;
      last = rows.number(row, 1);
      moved.emplace(rows.text(row, 0), last);
    }
    if (!moved.empty()) moved.emplace(kScopeCount, rows.size());
    return {};
  });
  if (polled && !moved.empty() && m_parts->listener) m_parts->listener(moved);
}

core::Result<void> PostgresStore::backup(const std::string& file) {
  return dumpDatabase(m_parts->options.database, file);
}

} // namespace madoguchi::server
