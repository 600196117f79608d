// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/httpinside.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <csignal>
#include <thread>

namespace madoguchi::server {

namespace {

// What another process commits waits this long before a client is told. A look that finds nothing new is a
// counter of the embedded store, or the snapshot of PostgreSQL.
constexpr std::chrono::milliseconds kBetweenLooks{100};

} // namespace

core::Result<void> HttpServer::Inside::open() {
  error_code error;
  tls.set_options(ssl::context::default_workarounds | ssl::context::no_sslv2 | ssl::context::no_sslv3 |
                  ssl::context::no_tlsv1 | ssl::context::no_tlsv1_1 | ssl::context::single_dh_use);
  tls.use_certificate_chain_file(options.certificateFile, error);
  if (error) return core::failure(core::ErrorCode::TlsFailed, "certificate: " + error.message());
  tls.use_private_key_file(options.keyFile, ssl::context::pem, error);
  if (error) return core::failure(core::ErrorCode::TlsFailed, "key: " + error.message());

  const auto address = asio::ip::make_address(options.address, error);
  if (error) return core::failure(core::ErrorCode::InvalidArgument, "not an address: " + options.address);
  const tcp::endpoint endpoint(address, options.port);
  acceptor.open(endpoint.protocol(), error);
  if (!error) acceptor.set_option(asio::socket_base::reuse_address(true), error);
  if (!error) acceptor.bind(endpoint, error);
  if (!error) acceptor.listen(asio::socket_base::max_listen_connections, error);
  if (error) return core::failure(core::ErrorCode::ServerFailed, "cannot listen: " + error.message());
  return {};
}

asio::awaitable<void> HttpServer::Inside::accept() {
  while (!stopping) {
    error_code error;
    tcp::socket socket(asio::make_strand(io));
    co_await acceptor.async_accept(socket, asio::redirect_error(asio::use_awaitable, error));
    if (stopping) co_return;
    if (error) {
      // Out of descriptors, mostly: what is open will free some.
      parts.log.write({Severity::Warning, "acceptFailed", {}, error.message()});
      asio::steady_timer pause(co_await asio::this_coro::executor, std::chrono::milliseconds(100));
      co_await pause.async_wait(asio::redirect_error(asio::use_awaitable, error));
      continue;
    }
    if (openCount >= options.maxConnections) {
      parts.metrics.connectionRefused();
      continue;
    }
    socket.set_option(tcp::no_delay(true), error);
    auto connection = std::make_shared<HttpConnection>(std::move(socket), tls);
    connections.remove_if([](const auto& old) { return old.expired(); });
    connections.push_back(connection);
    ++openCount;
    const auto executor = connection->stream.get_executor();
    asio::co_spawn(executor, serve(std::move(connection)), asio::detached);
  }
}

asio::awaitable<void> HttpServer::Inside::looks() {
  error_code error;
  while (!stopping) {
    lookTimer.expires_after(kBetweenLooks);
    co_await lookTimer.async_wait(asio::redirect_error(asio::use_awaitable, error));
    if (stopping) co_return;
    const auto work = [this]() -> asio::awaitable<void> {
      parts.look();
      co_return;
    };
    co_await asio::co_spawn(workers, work, asio::use_awaitable);
  }
}

void HttpServer::Inside::beginStop() {
  if (stopping.exchange(true)) return;
  error_code error;
  acceptor.close(error);
  lookTimer.cancel();
  signals.cancel(error);
  parts.bell.close();
  for (const auto& weak : connections)
    if (auto connection = weak.lock())
      asio::post(connection->stream.get_executor(), [connection] {
        if (connection->idle) beast::get_lowest_layer(connection->stream).cancel();
      });
  if (openCount == 0) return;
  drainTimer.expires_after(options.drainTimeout);
  drainTimer.async_wait([this](error_code cancelled) {
    if (!cancelled) io.stop();
  });
}

HttpServer::HttpServer(std::unique_ptr<Inside> inside) : m_inside(std::move(inside)) {}
HttpServer::~HttpServer() = default;

core::Result<std::unique_ptr<HttpServer>> HttpServer::listen(const HttpOptions& options, Parts parts) {
  auto inside = std::make_unique<Inside>(options, std::move(parts));
  if (auto opened = inside->open(); !opened) return tl::unexpected(opened.error());
  return std::unique_ptr<HttpServer>(new HttpServer(std::move(inside)));
}

std::uint16_t HttpServer::port() const {
  error_code error;
  return m_inside->acceptor.local_endpoint(error).port();
}

void HttpServer::run(bool untilSignal) {
  Inside& inside = *m_inside;
  if (untilSignal) {
    inside.signals.add(SIGTERM);
    inside.signals.add(SIGINT);
    inside.signals.async_wait([&inside](error_code error, int) {
      if (!error) inside.beginStop();
    });
  }
  asio::co_spawn(inside.control, inside.accept(), asio::detached);
  asio::co_spawn(inside.control, inside.looks(), asio::detached);
  std::vector<std::thread> threads;
  for (int i = 1; i < inside.options.threads; ++i)
    threads.emplace_back([&inside] { inside.io.run(); });
  inside.io.run();
  for (auto& thread : threads)
    thread.join();
  inside.workers.join();
}

void HttpServer::stop() {
  asio::post(m_inside->control, [this] { m_inside->beginStop(); });
}

} // namespace madoguchi::server
