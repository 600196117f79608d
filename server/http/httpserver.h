// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/commitbell.h"
#include "server/http/message.h"
#include "server/http/metrics.h"
#include "server/log.h"

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>

namespace madoguchi::server {

struct HttpOptions {
  std::string address = "127.0.0.1";
  std::uint16_t port = 8443; ///< 0: any free one
  std::string certificateFile;
  std::string keyFile;
  int threads = 2; ///< for sockets, and as many again for the handlers
  std::size_t maxConnections = 2048;
  std::size_t maxHeaderBytes = 64UL * 1024; ///< a cursor over many scopes is long
  std::chrono::milliseconds handshakeTimeout{10'000};
  std::chrono::milliseconds headerTimeout{10'000}; ///< for the whole header, however slowly it drips
  std::chrono::milliseconds bodyTimeout{60'000};
  std::chrono::milliseconds idleTimeout{75'000}; ///< between requests
  std::chrono::milliseconds writeTimeout{60'000};
  std::chrono::milliseconds drainTimeout{10'000}; ///< for requests under way when it stops
};

/// HTTP/1.1 over TLS 1.2 or newer, on Boost.Asio's coroutines. Held requests cost a timer and no thread.
/// The handler is called on threads of its own, so that a slow one does not stop the sockets.
class HttpServer {
public:
  struct Parts {
    HttpHandler& handler;
    CommitBell& bell;
    Metrics& metrics;
    Log& log;
    std::function<void()> look; ///< for commits of other processes; on a handler's thread, ten times a second
  };

  /// Listens; nothing is answered before run(). Errors: TlsFailed, InvalidArgument for the address,
  /// ServerFailed where the port is taken.
  [[nodiscard]] static core::Result<std::unique_ptr<HttpServer>> listen(const HttpOptions& options,
                                                                        Parts parts);
  ~HttpServer();

  [[nodiscard]] std::uint16_t port() const;
  /// Answers until stop() or, if asked to listen to them, SIGTERM or SIGINT; requests under way are ended.
  void run(bool untilSignal);
  /// From any thread.
  void stop();

private:
  struct Inside;
  explicit HttpServer(std::unique_ptr<Inside> inside);
  std::unique_ptr<Inside> m_inside;
};

} // namespace madoguchi::server
