// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/faults/tcprelay.h"

#include <array>
#include <atomic>
#include <mutex>
#include <random>

namespace madoguchi::tests {

/// A TCP proxy on loopback that cuts connections at a chosen byte.
class CutProxy {
public:
  using Way = TcpRelay::Way;

  explicit CutProxy(std::uint16_t server);

  [[nodiscard]] std::uint16_t port() const { return m_relay.port(); }
  /// The connection that carries byte `after` + 1 from now on in that direction ends before it; once.
  void cutOnce(Way way, std::int64_t after);
  /// Every connection ends after a number of bytes drawn below `most`; 0: no more.
  void cutOften(std::int64_t most);
  /// Bytes let through so far.
  [[nodiscard]] std::int64_t carried(Way way) const { return m_carried[static_cast<std::size_t>(way)]; }
  [[nodiscard]] int cuts() const { return m_cuts; }

private:
  void connect(TcpRelay::Line& line);
  [[nodiscard]] std::size_t allowed(TcpRelay::Line& line, Way way, std::size_t asked);

  std::uint16_t m_server;
  std::array<std::atomic<std::int64_t>, 2> m_carried{};
  std::atomic<int> m_cuts = 0;
  std::mutex m_mutex;
  bool m_armed = false;
  Way m_way = Way::ToServer;
  std::int64_t m_after = 0;
  std::int64_t m_most = 0;
  std::mt19937_64 m_random{1};
  TcpRelay m_relay; // the last: its threads use the others
};

} // namespace madoguchi::tests
