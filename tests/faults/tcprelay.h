// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <thread>
#include <vector>

namespace madoguchi::tests {

/// A connected TCP socket to a port on loopback; -1 where nobody listens.
[[nodiscard]] int connectToLoopback(std::uint16_t port);

/// Listens on loopback and carries the bytes of each connection to a server and back, until either side or
/// its user ends it. It knows nothing of what it carries. Throws std::runtime_error.
class TcpRelay {
public:
  enum class Way { ToServer, ToClient };

  struct Line {
    int client = -1;
    int server = -1;
    std::int64_t left = 0; ///< for who counts
  };

  /// `connect`: fills in the server's end of a new line, or leaves -1. `allowed`: how many of the bytes that
  /// have come may go on; fewer than asked: the connection ends after them. Called on threads of the relay.
  TcpRelay(std::function<void(Line&)> connect, std::function<std::size_t(Line&, Way, std::size_t)> allowed);
  ~TcpRelay();
  TcpRelay(const TcpRelay&) = delete;
  TcpRelay& operator=(const TcpRelay&) = delete;

  [[nodiscard]] std::uint16_t port() const { return m_port; }

private:
  void accept();
  void carry(Line line) const;
  [[nodiscard]] bool pass(Line& line, Way way) const;

  std::function<void(Line&)> m_connect;
  std::function<std::size_t(Line&, Way, std::size_t)> m_allowed;
  std::uint16_t m_port = 0;
  int m_listener = -1;
  std::atomic<bool> m_over = false;
  std::vector<std::thread> m_carriers;
  std::thread m_acceptor;
};

} // namespace madoguchi::tests
