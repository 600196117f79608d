// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/catalog.h"
#include "server/readymade/shelf.h"
#include "tests/bench/benchcases.h"
#include "tests/bench/rawcache.h"
#include "tests/e2e/deskclient.h"

#include <filesystem>
#include <memory>
#include <vector>

namespace madoguchi::bench {

/// Throws, with these words, where something that a measurement rests on is not so.
void require(bool done, const char* what);

/// A server's store that is filled before the server starts: the people of the sample bureau, one of whom
/// sees all, and the cases of benchCase.
class FilledServer {
public:
  FilledServer();

  /// Where the bureau has its procedures.
  [[nodiscard]] std::vector<Home> homes() const;
  /// The cases in turn over the homes.
  void fill(int cases, const std::vector<Home>& homes);
  [[nodiscard]] server::Store& store() { return *m_store; }
  [[nodiscard]] const server::Catalog& catalog() const { return *m_catalog; }
  /// Closes the store here. One that runs is ended first.
  void start(const QStringList& options);
  [[nodiscard]] const tests::ServerProcess& process() const { return m_process; }

private:
  tests::ServerProcess m_process;
  std::unique_ptr<server::Store> m_store;
  std::shared_ptr<const server::Catalog> m_catalog;
};

struct Synced {
  double firstRows = 0; ///< milliseconds until something is to be seen
  double all = 0;
  double cpu = 0; ///< of the client's threads
};

/// The first sync of the one who sees all, by the threads, engine and cache of the desk.
[[nodiscard]] Synced syncOnce(const FilledServer& server, const std::filesystem::path& folder,
                              std::size_t cases);

/// What the server keeps ready, once it does.
[[nodiscard]] server::ShelvedCache awaitReadyMade(const FilledServer& server);

/// Every case of the store as the raw side inserts it, in the order of the ids.
[[nodiscard]] std::vector<RawRow> rawRows(server::Store& store, const server::Catalog& catalog);

} // namespace madoguchi::bench
