// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/casetablemodel.h"
#include "tests/bench/firstsync.h"
#include "tests/bench/rawcache.h"

#include <QTableView>

#include <atomic>
#include <chrono>

namespace madoguchi::bench {

/// Cases that one commit on the server changes: another text in the form and another holder, so that rows,
/// indexes and search index all move.
struct ServerChange {
  std::vector<core::CaseId> ids;
  std::vector<core::CaseRow> rows; ///< as they are afterwards
  std::chrono::steady_clock::time_point committed;
};

/// A desk that follows the feed of a real server for good, with its list on the screen.
class ConnectedDesk {
public:
  /// Does the first sync, connects, and shows all cases.
  ConnectedDesk(const FilledServer& server, const std::filesystem::path& folder, std::size_t cases);

  /// Those that are to be seen now.
  [[nodiscard]] std::vector<core::CaseId> visible() const;
  /// Whether the list says that this one holds the case.
  [[nodiscard]] bool shows(const core::CaseId& id, const core::UserId& holder) const;
  struct Seen {
    double stored = 0;  ///< milliseconds from the commit until all rows are in the cache
    double painted = 0; ///< until all visible rows are painted as they are now
  };
  /// Waits for it; `commit` makes the change and gives the version that every case has then.
  [[nodiscard]] Seen see(const std::function<ServerChange()>& commit);
  /// The time that so many edits take, made offline, from "online" until all are confirmed.
  [[nodiscard]] double upload(const std::vector<core::CaseId>& ids);
  /// Until this process has nothing more to do, as the tidying after a bulk load.
  static void rest();
  [[nodiscard]] double firstSync() const { return m_firstSync; }

private:
  void connect();
  [[nodiscard]] bool isPainted(const std::map<core::CaseId, std::int64_t>& versions);

  tests::DeskClient m_desk;
  double m_firstSync = 0;
  std::unique_ptr<models::CaseSource> m_source;
  std::unique_ptr<models::CaseTableModel> m_model;
  QTableView m_table;
  // Written on the store thread.
  std::atomic<std::size_t> m_changed = 0; ///< cases
  std::atomic<std::chrono::steady_clock::time_point> m_lastChange;
};

/// Changes these cases in one transaction of the store, which the running server shares.
[[nodiscard]] ServerChange changeOnServer(server::Store& store, const server::Catalog& catalog,
                                          const std::vector<core::CaseId>& ids, int round);

} // namespace madoguchi::bench
