// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/cutproxy.h"

#include <algorithm>

namespace madoguchi::tests {

CutProxy::CutProxy(std::uint16_t server)
    : m_server(server), m_relay([this](TcpRelay::Line& line) { connect(line); },
                                [this](TcpRelay::Line& line, Way way, std::size_t asked) {
                                  return allowed(line, way, asked);
                                }) {}

void CutProxy::cutOnce(Way way, std::int64_t after) {
  const std::lock_guard lock(m_mutex);
  m_armed = true;
  m_way = way;
  m_after = after;
}

void CutProxy::cutOften(std::int64_t most) {
  const std::lock_guard lock(m_mutex);
  m_most = most;
}

void CutProxy::connect(TcpRelay::Line& line) {
  line.server = connectToLoopback(m_server);
  const std::lock_guard lock(m_mutex);
  if (m_most > 0) line.left = 1 + static_cast<std::int64_t>(m_random() % static_cast<std::uint64_t>(m_most));
}

std::size_t CutProxy::allowed(TcpRelay::Line& line, Way way, std::size_t asked) {
  const std::lock_guard lock(m_mutex);
  auto most = static_cast<std::int64_t>(asked);
  if (m_armed && way == m_way) {
    m_armed = m_after >= most;
    most = std::min(most, m_after);
    m_after -= most;
  }
  if (line.left > 0) {
    most = std::min(most, line.left - 1);
    line.left -= most;
  }
  m_carried[static_cast<std::size_t>(way)] += most;
  if (most < static_cast<std::int64_t>(asked)) ++m_cuts;
  return static_cast<std::size_t>(most);
}

} // namespace madoguchi::tests
