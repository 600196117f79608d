// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/log.h"
#include "server/readymade/shelf.h"
#include "server/tokens.h"

#include <condition_variable>
#include <mutex>
#include <thread>

namespace madoguchi::server {

/// The least number of cases of which a first sync by rows is slow enough to keep a ready-made cache.
inline constexpr std::int64_t kReadyMadeFrom = 5'000;

/// Keeps the shelf: makes what is missing, renews what the feed has left behind, removes what nobody needs.
/// It works on a thread of its own that gives way to all others, one file after the other, and rests ten
/// times as long as it worked.
class ReadyMadeKeeper {
public:
  struct Parts {
    Store& store;
    const ReadyMadeShelf& shelf;
    Log& log;
    Clock clock;
  };
  /// `from`: the least number of cases of a scope; 0: none are made.
  ReadyMadeKeeper(Parts parts, std::int64_t from) : m_parts(std::move(parts)), m_from(from) {}
  ReadyMadeKeeper(const ReadyMadeKeeper&) = delete;
  ReadyMadeKeeper& operator=(const ReadyMadeKeeper&) = delete;
  /// Stops.
  ~ReadyMadeKeeper();

  /// Looks at once and then every minute, until stop().
  void start();
  /// Waits for the thread; a file that is being made is given up.
  void stop();
  /// One look: how many were made.
  int look();

private:
  void run();
  [[nodiscard]] bool isStopped();
  [[nodiscard]] bool mustMake(const std::vector<ShelvedCache>& shelved, const ShelfBasis& basis,
                              const ScopeCounter& counter) const;
  void sweep(const ShelfBasis& basis, const std::vector<ScopeCounter>& counters) const;

  Parts m_parts;
  std::int64_t m_from;
  std::mutex m_mutex;
  std::condition_variable m_changed;
  bool m_stop = false;
  std::thread m_thread;
};

} // namespace madoguchi::server
