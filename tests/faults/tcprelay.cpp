// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/tcprelay.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
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

void atOnce(int socket) {
  const int yes = 1;
  (void)::setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof(yes));
}

} // namespace

int connectToLoopback(std::uint16_t port) {
  const int server = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  const sockaddr_in address = loopback(port);
  if (::connect(server, plain(address), sizeof(address)) == 0) return server;
  ::close(server);
  return -1;
}

TcpRelay::TcpRelay(std::function<void(Line&)> connect,
                   std::function<std::size_t(Line&, Way, std::size_t)> allowed)
    : m_connect(std::move(connect)), m_allowed(std::move(allowed)),
      m_listener(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
  sockaddr_in address = loopback(0);
  socklen_t length = sizeof(address);
  if (::bind(m_listener, plain(address), sizeof(address)) != 0 || ::listen(m_listener, 256) != 0 ||
      ::getsockname(m_listener, static_cast<sockaddr*>(static_cast<void*>(&address)), &length) != 0)
    throw std::runtime_error("the relay cannot listen");
  m_port = ntohs(address.sin_port);
  m_acceptor = std::thread([this] { accept(); });
}

TcpRelay::~TcpRelay() {
  m_over = true;
  m_acceptor.join();
  for (auto& carrier : m_carriers)
    carrier.join();
  ::close(m_listener);
}

void TcpRelay::accept() {
  while (!m_over) {
    pollfd one{m_listener, POLLIN, 0};
    if (::poll(&one, 1, kLookAgainMillis) <= 0) continue;
    Line line;
    line.client = ::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
    if (line.client < 0) continue;
    m_connect(line);
    if (line.server < 0) {
      ::close(line.client);
      continue;
    }
    atOnce(line.client);
    atOnce(line.server);
    m_carriers.emplace_back([this, line] { carry(line); });
  }
}

void TcpRelay::carry(Line line) const {
  std::array<pollfd, 2> both{pollfd{line.client, POLLIN, 0}, pollfd{line.server, POLLIN, 0}};
  for (bool open = true; open && !m_over;) {
    if (::poll(both.data(), both.size(), kLookAgainMillis) <= 0) continue;
    if (both[0].revents != 0) open = pass(line, Way::ToServer);
    if (open && both[1].revents != 0) open = pass(line, Way::ToClient);
  }
  ::close(line.client);
  ::close(line.server);
}

bool TcpRelay::pass(Line& line, Way way) const {
  const int from = way == Way::ToServer ? line.client : line.server;
  const int to = way == Way::ToServer ? line.server : line.client;
  std::array<char, 65536> piece{};
  const auto size = ::recv(from, piece.data(), piece.size(), 0);
  if (size <= 0) return false;
  const std::size_t whole = static_cast<std::size_t>(size);
  const std::size_t most = m_allowed(line, way, whole);
  for (std::size_t sent = 0; sent < most;) {
    const auto more = ::send(to, piece.data() + sent, most - sent, MSG_NOSIGNAL);
    if (more <= 0) return false;
    sent += static_cast<std::size_t>(more);
  }
  return most == whole;
}

} // namespace madoguchi::tests
