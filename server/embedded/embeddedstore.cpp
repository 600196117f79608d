// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/embedded/embeddedstore.h"

#include "server/embedded/connection.h"
#include "server/embedded/embeddedreading.h"
#include "server/embedded/embeddedwriting.h"
#include "server/embedded/schema.h"
#include "server/tokens.h"

#include <SQLiteCpp/Backup.h>

#include <mutex>

namespace madoguchi::server {

struct EmbeddedStore::Parts {
  std::string file;
  std::mutex writing;
  std::unique_ptr<Connection> writer;
  std::mutex idleReaders;
  std::vector<std::unique_ptr<Connection>> readers;
  std::mutex polling;
  std::unique_ptr<Connection> pollReader;
  std::int64_t dataVersion = 0;
  Listener listener;

  std::unique_ptr<Connection> takeReader() {
    const std::lock_guard lock(idleReaders);
    if (readers.empty()) return std::make_unique<Connection>(file, Connection::Mode::ReadOnly);
    auto reader = std::move(readers.back());
    readers.pop_back();
    return reader;
  }
  void giveBack(std::unique_ptr<Connection> reader) {
    const std::lock_guard lock(idleReaders);
    readers.push_back(std::move(reader));
  }
};

namespace {

// Ends a transaction that was not committed, whatever happened in it.
class Transaction {
public:
  Transaction(Connection& connection, const char* begin) : m_connection(connection) {
    m_connection.run(begin);
  }
  ~Transaction() {
    if (!m_done) (void)m_connection.database().tryExec("ROLLBACK");
  }
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  void commit() {
    m_connection.run("COMMIT");
    m_done = true;
  }

private:
  Connection& m_connection;
  bool m_done = false;
};

template <class Work>
core::Result<void> guarded(Work work) {
  try {
    return work();
  } catch (const StoreFailure& failure) {
    return tl::unexpected(failure.error);
  } catch (const SQLite::Exception& exception) {
    return tl::unexpected(errorOf(exception));
  } catch (const std::bad_alloc&) {
    return core::failure(core::ErrorCode::StorageFailed, "out of memory");
  } catch (const std::exception& exception) {
    return core::failure(core::ErrorCode::Internal, exception.what());
  }
}

} // namespace

EmbeddedStore::EmbeddedStore(std::unique_ptr<Parts> parts) : m_parts(std::move(parts)) {}
EmbeddedStore::~EmbeddedStore() = default;

core::Result<std::unique_ptr<EmbeddedStore>> EmbeddedStore::open(const std::string& file) {
  auto parts = std::make_unique<Parts>();
  const auto opened = guarded([&]() -> core::Result<void> {
    parts->file = file;
    parts->writer = std::make_unique<Connection>(file, Connection::Mode::ReadWrite);
    return migrate(*parts->writer, randomToken());
  });
  if (!opened) return tl::unexpected(opened.error());
  return std::unique_ptr<EmbeddedStore>(new EmbeddedStore(std::move(parts)));
}

core::Result<void> EmbeddedStore::read(const std::function<core::Result<void>(Reading&)>& work) {
  return guarded([&]() -> core::Result<void> {
    auto connection = m_parts->takeReader();
    core::Result<void> result;
    {
      const Transaction transaction(*connection, "BEGIN");
      EmbeddedReading<Reading> reading(*connection);
      result = work(reading);
    }
    m_parts->giveBack(std::move(connection));
    return result;
  });
}

core::Result<void> EmbeddedStore::write(const std::function<core::Result<void>(Writing&)>& work) {
  std::map<core::ScopeName, std::int64_t> changed;
  auto result = guarded([&]() -> core::Result<void> {
    const std::lock_guard lock(m_parts->writing);
    Transaction transaction(*m_parts->writer, "BEGIN IMMEDIATE");
    EmbeddedWriting writing(*m_parts->writer);
    if (auto done = work(writing); !done) return done;
    transaction.commit();
    changed = writing.changed();
    return {};
  });
  if (result && !changed.empty() && m_parts->listener) m_parts->listener(changed);
  return result;
}

void EmbeddedStore::setListener(Listener listener) {
  m_parts->listener = std::move(listener);
}

void EmbeddedStore::poll() {
  std::map<core::ScopeName, std::int64_t> seqs;
  (void)guarded([&]() -> core::Result<void> {
    const std::lock_guard lock(m_parts->polling);
    if (!m_parts->pollReader)
      m_parts->pollReader = std::make_unique<Connection>(m_parts->file, Connection::Mode::ReadOnly);
    Query version(*m_parts->pollReader, "PRAGMA data_version");
    if (!version.next() || version.number(0) == m_parts->dataVersion) return {};
    m_parts->dataVersion = version.number(0);
    Query counters(*m_parts->pollReader, "SELECT name, seq FROM scope");
    while (counters.next())
      seqs.emplace(counters.text(0), counters.number(1));
    seqs.emplace(kScopeCount, static_cast<std::int64_t>(seqs.size()));
    return {};
  });
  if (!seqs.empty() && m_parts->listener) m_parts->listener(seqs);
}

core::Result<void> EmbeddedStore::backup(const std::string& file) {
  return guarded([&]() -> core::Result<void> {
    auto source = m_parts->takeReader();
    {
      SQLite::Database copy(file, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
      SQLite::Backup backup(copy, source->database());
      (void)backup.executeStep(-1);
    }
    m_parts->giveBack(std::move(source));
    Connection copy(file, Connection::Mode::ReadWrite);
    const std::string epoch = randomToken();
    Query(copy, "UPDATE meta SET value = ? WHERE key = 'epoch'", epoch).execute();
    // One file without companions is what people copy away.
    copy.run("PRAGMA journal_mode = DELETE");
    return {};
  });
}

} // namespace madoguchi::server
