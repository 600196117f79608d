// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <cstdint>
#include <mutex>
#include <thread>
#include <vector>

namespace madoguchi::tests {

/// A small TCP load balancer on loopback: each connection goes to the next server in turn that takes it, and
/// lasts until either side ends it. It knows nothing of what it carries. Throws std::runtime_error.
class Balancer {
public:
  explicit Balancer(std::vector<std::uint16_t> servers);
  ~Balancer();
  Balancer(const Balancer&) = delete;
  Balancer& operator=(const Balancer&) = delete;

  [[nodiscard]] std::uint16_t port() const { return m_port; }
  /// How many connections each server has been given.
  [[nodiscard]] std::vector<int> given() const;

private:
  void accept();
  [[nodiscard]] int connectToNext();
  void carry(int client, int server) const;

  std::vector<std::uint16_t> m_servers;
  std::uint16_t m_port = 0;
  int m_listener = -1;
  std::atomic<bool> m_over = false;
  mutable std::mutex m_mutex;
  std::size_t m_turn = 0;
  std::vector<int> m_given;
  std::vector<std::thread> m_carriers;
  std::thread m_acceptor;
};

} // namespace madoguchi::tests
