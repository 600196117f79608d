// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/faults/tcprelay.h"

#include <mutex>
#include <vector>

namespace madoguchi::tests {

/// A small TCP load balancer on loopback: each connection goes to the next server in turn that takes it.
class Balancer {
public:
  explicit Balancer(std::vector<std::uint16_t> servers);

  [[nodiscard]] std::uint16_t port() const { return m_relay.port(); }
  /// How many connections each server has been given.
  [[nodiscard]] std::vector<int> given() const;

private:
  void connect(TcpRelay::Line& line);

  std::vector<std::uint16_t> m_servers;
  mutable std::mutex m_mutex;
  std::size_t m_turn = 0;
  std::vector<int> m_given;
  TcpRelay m_relay; // the last: its threads use the others
};

} // namespace madoguchi::tests
