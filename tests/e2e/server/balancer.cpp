// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/server/balancer.h"

#include <arpa/inet.h>
#include <sys/socket.h>

#include <array>
#include <poll.h>
#include <stdexcept>
#include <unistd.h>

namespace madoguchi::tests {

namespace {

constexpr int kLookAgainMillis = 100; ///< whether the test is over

sockaddr_in loopback(std::uint16_t port) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  address.sin_port = htons(port);
  return address;
}

const sockaddr* plain(const sockaddr_in& address) {
  return static_cast<const sockaddr*>(static_cast<const void*>(&address));
}

// False when this direction has ended.
bool pass(int from, int to) {
  std::array<char, 65536> piece{};
  const auto size = ::recv(from, piece.data(), piece.size(), 0);
  if (size <= 0) return false;
  for (ssize_t sent = 0; sent < size;) {
    const auto more = ::send(to, piece.data() + sent, static_cast<std::size_t>(size - sent), MSG_NOSIGNAL);
    if (more <= 0) return false;
    sent += more;
  }
  return true;
}

} // namespace

Balancer::Balancer(std::vector<std::uint16_t> servers)
    : m_servers(std::move(servers)), m_listener(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)),
      m_given(m_servers.size(), 0) {
  sockaddr_in address = loopback(0);
  socklen_t length = sizeof(address);
  if (::bind(m_listener, plain(address), sizeof(address)) != 0 || ::listen(m_listener, 256) != 0 ||
      ::getsockname(m_listener, static_cast<sockaddr*>(static_cast<void*>(&address)), &length) != 0)
    throw std::runtime_error("the balancer cannot listen");
  m_port = ntohs(address.sin_port);
  m_acceptor = std::thread([this] { accept(); });
}

Balancer::~Balancer() {
  m_over = true;
  m_acceptor.join();
  for (auto& carrier : m_carriers)
    carrier.join();
  ::close(m_listener);
}

std::vector<int> Balancer::given() const {
  const std::lock_guard lock(m_mutex);
  return m_given;
}

void Balancer::accept() {
  while (!m_over) {
    pollfd one{m_listener, POLLIN, 0};
    if (::poll(&one, 1, kLookAgainMillis) <= 0) continue;
    const int client = ::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
    if (client < 0) continue;
    const int server = connectToNext();
    if (server < 0) {
      ::close(client);
      continue;
    }
    m_carriers.emplace_back([this, client, server] { carry(client, server); });
  }
}

int Balancer::connectToNext() {
  const std::lock_guard lock(m_mutex);
  for (std::size_t tried = 0; tried < m_servers.size(); ++tried) {
    const std::size_t next = m_turn++ % m_servers.size();
    const int server = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const sockaddr_in address = loopback(m_servers[next]);
    if (::connect(server, plain(address), sizeof(address)) == 0) {
      ++m_given[next];
      return server;
    }
    ::close(server);
  }
  return -1;
}

void Balancer::carry(int client, int server) const {
  std::array<pollfd, 2> both{pollfd{client, POLLIN, 0}, pollfd{server, POLLIN, 0}};
  for (bool open = true; open && !m_over;) {
    if (::poll(both.data(), both.size(), kLookAgainMillis) <= 0) continue;
    if (both[0].revents != 0) open = pass(client, server);
    if (open && both[1].revents != 0) open = pass(server, client);
  }
  ::close(client);
  ::close(server);
}

} // namespace madoguchi::tests
