// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/commitbell.h"

#include <utility>

namespace madoguchi::server {

CommitBell::Ticket CommitBell::wait(const Hold& hold, Wake wake, Doubt& doubt) {
  const std::lock_guard lock(m_mutex);
  if (m_closed) return 0;
  const Doubt before = std::exchange(doubt, {});
  for (const auto& [scope, seen] : hold.seen) {
    const auto latest = m_latest.find(scope);
    if (latest == m_latest.end() || latest->second <= seen) continue;
    const auto doubted = before.find(scope);
    if (doubted != before.end() && doubted->second == latest->second)
      latest->second = seen;
    else
      doubt.emplace(scope, latest->second);
  }
  if (!doubt.empty()) return 0;
  const Ticket ticket = ++m_last;
  Waiter& waiter = m_waiters[ticket];
  waiter.wake = std::move(wake);
  for (const auto& [scope, seen] : hold.seen) {
    waiter.scopes.push_back(scope);
    m_byScope[scope].emplace(ticket, seen);
  }
  return ticket;
}

void CommitBell::cancel(Ticket ticket) {
  const std::lock_guard lock(m_mutex);
  forget(ticket);
}

void CommitBell::forget(Ticket ticket) {
  const auto waiter = m_waiters.find(ticket);
  if (waiter == m_waiters.end()) return;
  for (const auto& scope : waiter->second.scopes) {
    const auto waiting = m_byScope.find(scope);
    waiting->second.erase(ticket);
    if (waiting->second.empty()) m_byScope.erase(waiting);
  }
  m_waiters.erase(waiter);
}

void CommitBell::ring(const std::map<core::ScopeName, std::int64_t>& seqs) {
  std::vector<Wake> wakes;
  {
    const std::lock_guard lock(m_mutex);
    std::set<Ticket> woken;
    for (const auto& [scope, seq] : seqs) {
      auto& latest = m_latest[scope];
      if (seq > latest) latest = seq;
      const auto waiting = m_byScope.find(scope);
      if (waiting == m_byScope.end()) continue;
      for (const auto& [ticket, seen] : waiting->second)
        if (seen < seq) woken.insert(ticket);
    }
    for (const Ticket ticket : woken) {
      wakes.push_back(std::move(m_waiters.at(ticket).wake));
      forget(ticket);
    }
  }
  for (const Wake& wake : wakes)
    wake();
}

void CommitBell::close() {
  std::unordered_map<Ticket, Waiter> waiters;
  {
    const std::lock_guard lock(m_mutex);
    m_closed = true;
    waiters.swap(m_waiters);
    m_byScope.clear();
  }
  for (const auto& [ticket, waiter] : waiters)
    waiter.wake();
}

} // namespace madoguchi::server
