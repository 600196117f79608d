// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workers/bulkpreparer.h"
#include "app/workers/storeworker.h"
#include "protocol/readymade.h"
#include "sync/event.h"
#include "sync/http/transport.h"

#include <QObject>

#include <chrono>
#include <map>
#include <memory>

namespace madoguchi::app {

/// Fetches a ready-made cache by parts into the profile's folder, unpacks it on a thread of its own while the
/// next parts come, already under the key of the user's cache, and has the store put it in its place. What
/// came is kept, so that a fetch that was cut goes on from there, also after a restart. Lives on the sync
/// thread.
class ReadyMadeTaker : public QObject {
  Q_OBJECT

public:
  /// Called once for each take, on any thread: SnapshotApplied or ReadyMadeFailed.
  using Answered = std::function<void(sync::Event)>;
  struct Limits {
    std::int64_t part = 2L * 1024 * 1024;
    std::chrono::seconds patience{20}; ///< where the rest takes longer, rows (which pack well) come sooner
    int tries = 5;                     ///< that bring nothing
  };

  /// `cache`: the user's own, which `store` has open.
  ReadyMadeTaker(sync::http::Transport& transport, StoreWorker& store, storage::CacheFile cache,
                 Answered answered, Limits limits);
  /// Nothing is asked any more when it returns.
  ~ReadyMadeTaker() override;

  /// One at a time.
  void take(const protocol::ReadyMade& file);

private:
  struct Files;

  void begun(std::int64_t there);
  void askOn();
  void came(std::int64_t from, sync::HttpReply&& reply);
  void stumbled(const sync::HttpReply& reply);
  void unpackMore();
  void unpacked(const core::Result<void>& done);
  [[nodiscard]] bool isTooSlow() const;
  void fail(core::Error error, bool unreachable);

  sync::http::Transport& m_transport;
  StoreWorker& m_store;
  storage::CacheFile m_cache;
  Answered m_answered;
  Limits m_limits;

  protocol::ReadyMade m_file;
  bool m_working = false;
  quint64 m_take = 0;                          ///< counts takes; replies of an earlier one are dropped
  std::int64_t m_asked = 0;                    ///< up to here parts are asked for
  std::int64_t m_unpacking = 0;                ///< up to here they are with the unpacking thread
  int m_queued = 0;                            ///< parts with it
  std::map<std::int64_t, std::string> m_parts; ///< that came and wait for one before
  std::int64_t m_begunAt = 0;
  std::chrono::steady_clock::time_point m_begun;
  std::string m_triedName;
  std::int64_t m_triedAt = 0;
  int m_tries = 0; ///< in a row that brought nothing
  std::shared_ptr<Files> m_files;
  BulkPreparer m_thread; ///< goes first: it calls the others
};

} // namespace madoguchi::app
