// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/httpserver.h"

#include "server/http/problem.h"
#include "server/http/target.h"
#include "server/tokens.h"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/strand.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/ssl.hpp>

#include <algorithm>
#include <atomic>
#include <csignal>
#include <fstream>
#include <list>
#include <thread>

namespace madoguchi::server {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = boost::beast::http;
namespace ssl = boost::asio::ssl;
using tcp = asio::ip::tcp;
using boost::system::error_code;

namespace {

constexpr std::size_t kFilePiece = 128UL * 1024;
constexpr std::size_t kMaxRequestId = 64;

// A request id of the client's goes into logs and answers, so only plain ones are kept.
std::string requestIdFrom(std::string_view text) {
  const bool plain = !text.empty() && text.size() <= kMaxRequestId &&
                     std::all_of(text.begin(), text.end(), [](unsigned char c) {
                       return std::isalnum(c) != 0 || c == '-' || c == '_' || c == '.';
                     });
  return plain ? std::string(text) : newUuid(systemNow());
}

std::string lowerCase(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return out;
}

// None for a target that cannot be taken apart.
std::optional<HttpRequest> requestFrom(http::request<http::string_body>&& message) {
  auto target = targetFrom(message.target());
  if (!target) return std::nullopt;
  HttpRequest request;
  request.method = message.method_string();
  request.path = std::move(target->path);
  request.query = std::move(target->query);
  for (const auto& field : message) {
    std::string& value = request.headers[lowerCase(field.name_string())];
    if (!value.empty()) value += ", ";
    value += field.value();
  }
  request.body = std::move(message.body());
  request.requestId = requestIdFrom(request.header("x-request-id"));
  return request;
}

template <class Body>
void fillHeader(http::response<Body>& message, const HttpResponse& response, bool keepAlive) {
  message.version(11);
  message.result(static_cast<unsigned>(response.status));
  for (const auto& [name, value] : response.headers)
    message.set(name, value);
  message.set(http::field::server, "madoguchi");
  message.keep_alive(keepAlive);
}

struct Connection {
  Connection(tcp::socket socket, ssl::context& context) : stream(std::move(socket), context) {}
  beast::ssl_stream<beast::tcp_stream> stream;
  bool idle = true; ///< waits for the first byte of a request
};

} // namespace

struct HttpServer::Inside {
  Inside(const HttpOptions& given, Parts theirs)
      : options(given), parts(std::move(theirs)), io(options.threads),
        workers(static_cast<std::size_t>(options.threads)), tls(ssl::context::tls_server),
        control(asio::make_strand(io)), acceptor(control), secondTimer(control), signals(control),
        drainTimer(control) {}

  core::Result<void> open();
  asio::awaitable<void> accept();
  asio::awaitable<void> serve(std::shared_ptr<Connection> connection);
  /// False when the connection is to end.
  asio::awaitable<bool> exchange(Connection& connection, beast::flat_buffer& buffer);
  asio::awaitable<HttpResponse> answer(HttpRequest request);
  asio::awaitable<HttpResponse> handleOnce(const HttpRequest& request);
  asio::awaitable<void> hold(Hold wanted, std::chrono::steady_clock::time_point until);
  asio::awaitable<bool> write(Connection& connection, const HttpResponse& response, bool isHead,
                              bool keepAlive);
  asio::awaitable<bool> writeFile(Connection& connection, const HttpResponse& response, bool keepAlive);
  // GCC 12 destroys a braced temporary in a co_await twice, hence no core::Error here.
  asio::awaitable<void> refuse(Connection& connection, core::ErrorCode code, const char* why);
  asio::awaitable<void> ticks();
  void beginStop();

  HttpOptions options;
  Parts parts;
  asio::io_context io;
  asio::thread_pool workers;
  ssl::context tls;
  asio::strand<asio::io_context::executor_type> control; ///< everything below but the connections
  tcp::acceptor acceptor;
  asio::steady_timer secondTimer;
  asio::signal_set signals;
  asio::steady_timer drainTimer;
  std::atomic<bool> stopping{false};
  std::list<std::weak_ptr<Connection>> connections;
  std::atomic<std::size_t> openCount{0};
};

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
    auto connection = std::make_shared<Connection>(std::move(socket), tls);
    connections.remove_if([](const auto& old) { return old.expired(); });
    connections.push_back(connection);
    ++openCount;
    const auto executor = connection->stream.get_executor();
    asio::co_spawn(executor, serve(std::move(connection)), asio::detached);
  }
}

asio::awaitable<void> HttpServer::Inside::serve(std::shared_ptr<Connection> connection) {
  parts.metrics.connectionOpened();
  try {
    auto& stream = connection->stream;
    error_code error;
    beast::get_lowest_layer(stream).expires_after(options.handshakeTimeout);
    co_await stream.async_handshake(ssl::stream_base::server,
                                    asio::redirect_error(asio::use_awaitable, error));
    beast::flat_buffer buffer;
    bool goOn = !error;
    while (goOn && !stopping)
      goOn = co_await exchange(*connection, buffer);
    if (!error) {
      beast::get_lowest_layer(stream).expires_after(std::chrono::seconds(2));
      co_await stream.async_shutdown(asio::redirect_error(asio::use_awaitable, error));
    }
  } catch (const std::exception& exception) {
    parts.log.write({Severity::Error, "connection", {}, exception.what()});
  }
  parts.metrics.connectionClosed();
  if (--openCount == 0 && stopping) asio::post(control, [this] { drainTimer.cancel(); });
}

asio::awaitable<bool> HttpServer::Inside::exchange(Connection& connection, beast::flat_buffer& buffer) {
  auto& stream = connection.stream;
  auto& lowest = beast::get_lowest_layer(stream);
  error_code error;
  if (buffer.size() == 0) {
    connection.idle = true;
    lowest.expires_after(options.idleTimeout);
    const std::size_t size = co_await stream.async_read_some(
        buffer.prepare(4096), asio::redirect_error(asio::use_awaitable, error));
    connection.idle = false;
    if (error) co_return false;
    buffer.commit(size);
  }
  http::request_parser<http::string_body> parser;
  parser.header_limit(static_cast<std::uint32_t>(options.maxHeaderBytes));
  parser.body_limit(boost::none); // known only with the route, below
  lowest.expires_after(options.headerTimeout);
  co_await http::async_read_header(stream, buffer, parser, asio::redirect_error(asio::use_awaitable, error));
  if (error == http::error::header_limit) {
    co_await refuse(connection, core::ErrorCode::TooLarge, "header over the limit");
    co_return false;
  }
  if (error) {
    if (error.category() == http::make_error_code(http::error::bad_method).category() &&
        error != http::error::end_of_stream)
      co_await refuse(connection, core::ErrorCode::Malformed, "not HTTP as we know it");
    co_return false;
  }
  const auto target = targetFrom(parser.get().target());
  const std::size_t limit =
      target ? parts.handler.bodyLimit(parser.get().method_string(), target->path) : std::size_t{0};
  if (parser.content_length().value_or(0) > limit) {
    co_await refuse(connection, core::ErrorCode::TooLarge, "body over the limit");
    co_return false;
  }
  parser.body_limit(limit);
  lowest.expires_after(options.bodyTimeout);
  if (beast::iequals(parser.get()[http::field::expect], "100-continue")) {
    http::response<http::empty_body> proceed(http::status::continue_, 11);
    co_await http::async_write(stream, proceed, asio::redirect_error(asio::use_awaitable, error));
    if (error) co_return false;
  }
  co_await http::async_read(stream, buffer, parser, asio::redirect_error(asio::use_awaitable, error));
  if (error) {
    if (error == http::error::body_limit)
      co_await refuse(connection, core::ErrorCode::TooLarge, "body over the limit");
    if (error == http::error::bad_chunk)
      co_await refuse(connection, core::ErrorCode::Malformed, "not HTTP as we know it");
    co_return false;
  }
  const bool keepAlive = parser.get().keep_alive();
  const bool isHead = parser.get().method() == http::verb::head;
  auto request = requestFrom(parser.release());
  if (!request) {
    co_await refuse(connection, core::ErrorCode::Malformed, "not HTTP as we know it");
    co_return false;
  }
  lowest.expires_never();
  const HttpResponse response = co_await answer(std::move(*request));
  co_return co_await write(connection, response, isHead, keepAlive && !stopping);
}

asio::awaitable<HttpResponse> HttpServer::Inside::handleOnce(const HttpRequest& request) {
  // A function of its own: the handler's threads run it, and this coroutine goes on where it was.
  const auto work = [this, &request]() -> asio::awaitable<HttpResponse> {
    co_return parts.handler.handle(request);
  };
  co_return co_await asio::co_spawn(workers, work, asio::use_awaitable);
}

asio::awaitable<HttpResponse> HttpServer::Inside::answer(HttpRequest request) {
  HttpResponse response = co_await handleOnce(request);
  if (!response.hold) co_return response;
  const auto until = std::chrono::steady_clock::now() + response.hold->atMost;
  while (response.hold) {
    co_await hold(std::move(*response.hold), until);
    request.mayHold = !stopping && std::chrono::steady_clock::now() < until;
    response = co_await handleOnce(request);
  }
  co_return response;
}

asio::awaitable<void> HttpServer::Inside::hold(Hold wanted, std::chrono::steady_clock::time_point until) {
  const auto executor = co_await asio::this_coro::executor;
  auto timer = std::make_shared<asio::steady_timer>(executor, until);
  const auto ticket = parts.bell.wait(wanted, [timer, executor] {
    asio::post(executor, [timer] { timer->expires_at(std::chrono::steady_clock::time_point()); });
  });
  if (ticket == 0) co_return;
  error_code error;
  co_await timer->async_wait(asio::redirect_error(asio::use_awaitable, error));
  parts.bell.cancel(ticket);
}

asio::awaitable<bool> HttpServer::Inside::write(Connection& connection, const HttpResponse& response,
                                                bool isHead, bool keepAlive) {
  if (response.file && !isHead) co_return co_await writeFile(connection, response, keepAlive);
  http::response<http::string_body> message;
  fillHeader(message, response, keepAlive);
  message.body() = response.body;
  const bool bodiless = isHead || response.status == 204 || response.status == 304;
  if (bodiless) message.body().clear();
  if (response.status != 204) message.content_length(isHead ? response.body.size() : message.body().size());
  beast::get_lowest_layer(connection.stream).expires_after(options.writeTimeout);
  error_code error;
  http::response_serializer<http::string_body> serializer(message);
  if (isHead)
    co_await http::async_write_header(connection.stream, serializer,
                                      asio::redirect_error(asio::use_awaitable, error));
  else
    co_await http::async_write(connection.stream, serializer,
                               asio::redirect_error(asio::use_awaitable, error));
  co_return !error && keepAlive;
}

asio::awaitable<bool> HttpServer::Inside::writeFile(Connection& connection, const HttpResponse& response,
                                                    bool keepAlive) {
  std::ifstream file(response.file->file, std::ios::binary);
  file.seekg(static_cast<std::streamoff>(response.file->offset));
  if (!file) {
    co_await refuse(connection, core::ErrorCode::StorageFailed, "blob");
    co_return false;
  }
  http::response<http::empty_body> message;
  fillHeader(message, response, keepAlive);
  message.content_length(response.file->length);
  auto& lowest = beast::get_lowest_layer(connection.stream);
  lowest.expires_after(options.writeTimeout);
  error_code error;
  http::response_serializer<http::empty_body> serializer(message);
  co_await http::async_write_header(connection.stream, serializer,
                                    asio::redirect_error(asio::use_awaitable, error));
  std::string piece;
  for (std::uint64_t left = response.file->length; !error && left > 0; left -= piece.size()) {
    piece.resize(static_cast<std::size_t>(std::min<std::uint64_t>(left, kFilePiece)));
    if (!file.read(piece.data(), static_cast<std::streamsize>(piece.size()))) co_return false;
    lowest.expires_after(options.writeTimeout);
    co_await asio::async_write(connection.stream, asio::buffer(piece),
                               asio::redirect_error(asio::use_awaitable, error));
  }
  co_return !error && keepAlive;
}

asio::awaitable<void> HttpServer::Inside::refuse(Connection& connection, core::ErrorCode code,
                                                 const char* why) {
  const HttpResponse response = problem(core::Error{code, why}, newUuid(systemNow()));
  parts.metrics.request("none", response.status, std::chrono::microseconds(0));
  co_await write(connection, response, false, false);
}

asio::awaitable<void> HttpServer::Inside::ticks() {
  error_code error;
  while (!stopping) {
    secondTimer.expires_after(std::chrono::seconds(1));
    co_await secondTimer.async_wait(asio::redirect_error(asio::use_awaitable, error));
    if (stopping) co_return;
    const auto work = [this]() -> asio::awaitable<void> {
      parts.everySecond();
      co_return;
    };
    co_await asio::co_spawn(workers, work, asio::use_awaitable);
  }
}

void HttpServer::Inside::beginStop() {
  if (stopping.exchange(true)) return;
  error_code error;
  acceptor.close(error);
  secondTimer.cancel();
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
  asio::co_spawn(inside.control, inside.ticks(), asio::detached);
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
