// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/message.h"

#include <functional>
#include <map>
#include <mutex>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

namespace madoguchi::server {

/// Wakes held requests when a commit passes what they have seen: no thread waits, and a request hears only of
/// the scopes it named. Thread-safe.
class CommitBell {
public:
  using Wake = std::function<void()>;
  using Ticket = std::uint64_t;

  /// Above what a request has seen, though it asked after that was rung.
  using Doubt = std::map<core::ScopeName, std::int64_t>;

  /// Keeps `wake` until it is called once, from the thread that rings. 0: something moved already, ask again,
  /// with what stands in `doubt` then. Who has asked again and sees as little is believed: that history was
  /// put back, by a fail-over that lost commits, and nobody may ask without end until its numbers come anew.
  [[nodiscard]] Ticket wait(const Hold& hold, Wake wake, Doubt& doubt);
  /// After this `wake` is not called any more, unless its call has begun.
  void cancel(Ticket ticket);

  void ring(const std::map<core::ScopeName, std::int64_t>& seqs);
  /// Wakes everybody, and from now on nobody waits: the server stops.
  void close();

private:
  struct Waiter {
    std::vector<core::ScopeName> scopes;
    Wake wake;
  };
  void forget(Ticket ticket);

  std::mutex m_mutex;
  bool m_closed = false;
  Ticket m_last = 0;
  std::unordered_map<core::ScopeName, std::int64_t> m_latest;
  std::unordered_map<core::ScopeName, std::map<Ticket, std::int64_t>> m_byScope; ///< what each has seen
  std::unordered_map<Ticket, Waiter> m_waiters;
};

} // namespace madoguchi::server
