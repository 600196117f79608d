// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/httpserver.h"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/strand.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/ssl.hpp>

#include <atomic>
#include <iosfwd>
#include <list>

/// Private to httpserver.cpp (listening, starting, stopping) and httpexchange.cpp (one connection), the only
/// two files that Asio and Beast are compiled into.
namespace madoguchi::server {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace ssl = boost::asio::ssl;
using tcp = asio::ip::tcp;
using boost::system::error_code;

struct HttpConnection {
  HttpConnection(tcp::socket socket, ssl::context& context) : stream(std::move(socket), context) {}
  beast::ssl_stream<beast::tcp_stream> stream;
  bool idle = true; ///< waits for the first byte of a request
};

struct HttpServer::Inside {
  Inside(const HttpOptions& given, Parts theirs)
      : options(given), parts(std::move(theirs)), io(options.threads),
        workers(static_cast<std::size_t>(options.threads)), tls(ssl::context::tls_server),
        control(asio::make_strand(io)), acceptor(control), lookTimer(control), signals(control),
        drainTimer(control) {}

  core::Result<void> open();
  asio::awaitable<void> accept();
  asio::awaitable<void> serve(std::shared_ptr<HttpConnection> connection);
  /// False when the connection is to end.
  asio::awaitable<bool> exchange(HttpConnection& connection, beast::flat_buffer& buffer);
  asio::awaitable<void> drain(HttpConnection& connection);
  asio::awaitable<HttpResponse> answer(HttpRequest request);
  asio::awaitable<HttpResponse> handleOnce(const HttpRequest& request);
  asio::awaitable<void> hold(Hold wanted, std::chrono::steady_clock::time_point until,
                             CommitBell::Doubt& doubt);
  asio::awaitable<bool> write(HttpConnection& connection, const HttpResponse& response, bool isHead,
                              bool keepAlive);
  asio::awaitable<std::string> pieceOf(const FileRange& range, std::ifstream& file, std::uint64_t done);
  asio::awaitable<bool> writeFile(HttpConnection& connection, const HttpResponse& response, bool keepAlive);
  // GCC 12 destroys a braced temporary in a co_await twice, hence no core::Error here.
  asio::awaitable<void> refuse(HttpConnection& connection, core::ErrorCode code, const char* why);
  asio::awaitable<void> looks();
  void beginStop();

  HttpOptions options;
  Parts parts;
  asio::io_context io;
  asio::thread_pool workers;
  ssl::context tls;
  asio::strand<asio::io_context::executor_type> control; ///< everything below but the connections
  tcp::acceptor acceptor;
  asio::steady_timer lookTimer;
  asio::signal_set signals;
  asio::steady_timer drainTimer;
  std::atomic<bool> stopping{false};
  std::list<std::weak_ptr<HttpConnection>> connections;
  std::atomic<std::size_t> openCount{0};
};

} // namespace madoguchi::server
