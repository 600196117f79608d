// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/httpinside.h"
#include "server/http/problem.h"
#include "server/http/target.h"
#include "server/http/wirerequest.h"
#include "server/tokens.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/http.hpp>

#include <algorithm>
#include <array>
#include <fstream>

namespace madoguchi::server {

namespace http = boost::beast::http;

namespace {

constexpr std::uint64_t kFilePiece = 128UL * 1024;
constexpr std::uint64_t kFarPiece = 1024UL * 1024; ///< each may be a request to somewhere else
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

template <class Body>
void fillHeader(http::response<Body>& message, const HttpResponse& response, bool keepAlive) {
  message.version(11);
  message.result(static_cast<unsigned>(response.status));
  for (const auto& [name, value] : response.headers)
    message.set(name, value);
  message.set(http::field::server, "madoguchi");
  message.keep_alive(keepAlive);
}

} // namespace

std::optional<HttpRequest> requestFrom(WireRequest&& message) {
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

asio::awaitable<void> HttpServer::Inside::serve(std::shared_ptr<HttpConnection> connection) {
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
      if (error) co_await drain(*connection);
    }
  } catch (const std::exception& exception) {
    parts.log.write({Severity::Error, "connection", {}, exception.what()});
  }
  parts.metrics.connectionClosed();
  if (--openCount == 0 && stopping) asio::post(control, [this] { drainTimer.cancel(); });
}

// Who closes while a client still sends resets the connection, and the client may lose the answer that says
// why it was refused (RFC 9112, 9.6). So what comes is thrown away, for as long as shutting down may take.
asio::awaitable<void> HttpServer::Inside::drain(HttpConnection& connection) {
  constexpr std::size_t kMost = 4UL * 1024 * 1024;
  auto& lowest = beast::get_lowest_layer(connection.stream);
  error_code error;
  lowest.socket().shutdown(asio::ip::tcp::socket::shutdown_send, error);
  std::array<char, 16'384> waste{};
  for (std::size_t size = 0; !error && size < kMost;) {
    const std::size_t some = co_await lowest.async_read_some(
        asio::buffer(waste), asio::redirect_error(asio::use_awaitable, error));
    size += some;
  }
}

asio::awaitable<bool> HttpServer::Inside::exchange(HttpConnection& connection, beast::flat_buffer& buffer) {
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
  CommitBell::Doubt doubt;
  while (response.hold) {
    co_await hold(std::move(*response.hold), until, doubt);
    request.mayHold = !stopping && std::chrono::steady_clock::now() < until;
    response = co_await handleOnce(request);
  }
  co_return response;
}

asio::awaitable<void> HttpServer::Inside::hold(Hold wanted, std::chrono::steady_clock::time_point until,
                                               CommitBell::Doubt& doubt) {
  const auto executor = co_await asio::this_coro::executor;
  auto timer = std::make_shared<asio::steady_timer>(executor, until);
  const auto ticket = parts.bell.wait(
      wanted,
      [timer, executor] {
        asio::post(executor, [timer] { timer->expires_at(std::chrono::steady_clock::time_point()); });
      },
      doubt);
  if (ticket == 0) co_return;
  error_code error;
  co_await timer->async_wait(asio::redirect_error(asio::use_awaitable, error));
  parts.bell.cancel(ticket);
}

asio::awaitable<bool> HttpServer::Inside::write(HttpConnection& connection, const HttpResponse& response,
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

// The next bytes of what is sent; empty where they cannot be had. What lies far away is read on a handler's
// thread.
asio::awaitable<std::string> HttpServer::Inside::pieceOf(const FileRange& range, std::ifstream& file,
                                                         std::uint64_t done) {
  const std::uint64_t most = range.read ? kFarPiece : kFilePiece;
  const auto length = static_cast<std::size_t>(std::min(range.length - done, most));
  if (!range.read) {
    std::string piece(length, '\0');
    if (!file.read(piece.data(), static_cast<std::streamsize>(length))) piece.clear();
    co_return piece;
  }
  const auto work = [&range, done, length]() -> asio::awaitable<std::string> {
    co_return range.read(range.offset + done, length).value_or(std::string());
  };
  co_return co_await asio::co_spawn(workers, work, asio::use_awaitable);
}

asio::awaitable<bool> HttpServer::Inside::writeFile(HttpConnection& connection, const HttpResponse& response,
                                                    bool keepAlive) {
  const FileRange& range = *response.file;
  std::ifstream file;
  if (!range.read) file.open(range.file, std::ios::binary);
  file.seekg(static_cast<std::streamoff>(range.offset));
  // The first piece before the first line: what cannot be read can still be refused.
  std::string piece;
  if (range.length > 0) piece = co_await pieceOf(range, file, 0);
  if (range.length > 0 && piece.empty()) {
    co_await refuse(connection, core::ErrorCode::StorageFailed, "blob");
    co_return false;
  }
  http::response<http::empty_body> message;
  fillHeader(message, response, keepAlive);
  message.content_length(range.length);
  auto& lowest = beast::get_lowest_layer(connection.stream);
  lowest.expires_after(options.writeTimeout);
  error_code error;
  http::response_serializer<http::empty_body> serializer(message);
  co_await http::async_write_header(connection.stream, serializer,
                                    asio::redirect_error(asio::use_awaitable, error));
  std::uint64_t done = 0;
  while (!error && done < range.length) {
    if (piece.empty()) piece = co_await pieceOf(range, file, done);
    if (piece.empty()) co_return false;
    lowest.expires_after(options.writeTimeout);
    co_await asio::async_write(connection.stream, asio::buffer(piece),
                               asio::redirect_error(asio::use_awaitable, error));
    done += piece.size();
    piece.clear();
  }
  co_return !error && keepAlive;
}

asio::awaitable<void> HttpServer::Inside::refuse(HttpConnection& connection, core::ErrorCode code,
                                                 const char* why) {
  const HttpResponse response = problem(core::Error{code, why}, newUuid(systemNow()));
  parts.metrics.request("none", response.status, std::chrono::microseconds(0));
  co_await write(connection, response, false, false);
}

} // namespace madoguchi::server
