// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/server/balancer.h"

namespace madoguchi::tests {

Balancer::Balancer(std::vector<std::uint16_t> servers)
    : m_servers(std::move(servers)), m_given(m_servers.size(), 0),
      m_relay([this](TcpRelay::Line& line) { connect(line); },
              [](TcpRelay::Line&, TcpRelay::Way, std::size_t asked) { return asked; }) {}

std::vector<int> Balancer::given() const {
  const std::lock_guard lock(m_mutex);
  return m_given;
}

void Balancer::connect(TcpRelay::Line& line) {
  const std::lock_guard lock(m_mutex);
  for (std::size_t tried = 0; tried < m_servers.size() && line.server < 0; ++tried) {
    const std::size_t next = m_turn++ % m_servers.size();
    line.server = connectToLoopback(m_servers[next]);
    if (line.server >= 0) ++m_given[next];
  }
}

} // namespace madoguchi::tests
