// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <mutex>
#include <random>
#include <thread>
#include <vector>

namespace madoguchi::tests {

/// A TCP proxy on loopback that cuts connections at a chosen byte. It knows nothing of what it carries.
/// Throws std::runtime_error.
class CutProxy {
public:
  explicit CutProxy(std::uint16_t server);
  ~CutProxy();
  CutProxy(const CutProxy&) = delete;
  CutProxy& operator=(const CutProxy&) = delete;

  enum class Way { ToServer, ToClient };

  [[nodiscard]] std::uint16_t port() const { return m_port; }
  /// The connection that carries byte `after` + 1 from now on in that direction ends before it; once.
  void cutOnce(Way way, std::int64_t after);
  /// Every connection ends after a number of bytes drawn below `most`; 0: no more.
  void cutOften(std::int64_t most);
  /// Bytes carried so far.
  [[nodiscard]] std::int64_t carried(Way way) const { return m_carried[static_cast<std::size_t>(way)]; }
  [[nodiscard]] int cuts() const { return m_cuts; }

private:
  struct Line {
    int client = -1;
    int server = -1;
    std::int64_t left = 0; ///< bytes until its own cut; 0: none
  };

  void accept();
  void carry(Line line);
  [[nodiscard]] bool pass(Line& line, Way way);
  /// How many of the bytes may still be carried; fewer than asked: the connection ends.
  [[nodiscard]] std::size_t allowed(Line& line, Way way, std::size_t asked);

  std::uint16_t m_server;
  std::uint16_t m_port = 0;
  int m_listener = -1;
  std::atomic<bool> m_over = false;
  std::array<std::atomic<std::int64_t>, 2> m_carried{};
  std::atomic<int> m_cuts = 0;
  std::mutex m_mutex;
  bool m_armed = false;
  Way m_way = Way::ToServer;
  std::int64_t m_after = 0;
  std::int64_t m_most = 0;
  std::mt19937_64 m_random{1};
  std::vector<std::thread> m_carriers;
  std::thread m_acceptor;
};

} // namespace madoguchi::tests
