// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/calendar/date.h"
#include "core/sync/feed.h"

#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>

/// HTTP without sockets: what the handlers see. Only httpserver.cpp knows Asio and Beast.
namespace madoguchi::server {

struct HttpRequest {
  std::string method;                         ///< "GET"
  std::string path;                           ///< percent-decoded segments would be ambiguous: as sent
  std::map<std::string, std::string> query;   ///< decoded
  std::map<std::string, std::string> headers; ///< names in lower case
  std::string body;                           ///< as sent, perhaps compressed
  std::string requestId;                      ///< the client's, or one of ours; plain ASCII
  bool mayHold = true;                        ///< false when a held request is asked for the last time

  [[nodiscard]] std::string_view header(const std::string& lowerCaseName) const {
    const auto found = headers.find(lowerCaseName);
    return found == headers.end() ? std::string_view() : std::string_view(found->second);
  }
};

/// Nothing to say yet: ask again when one of the scopes passes the seq that was seen, or after a while.
struct Hold {
  std::map<core::ScopeName, std::int64_t> seen;
  std::chrono::seconds atMost{0};
};

/// A part of a file instead of a body.
struct FileRange {
  std::string file;
  std::uint64_t offset = 0;
  std::uint64_t length = 0;
  /// Gives `length` bytes from `offset` on of what lies elsewhere than in a file; on a handler's thread.
  std::function<core::Result<std::string>(std::uint64_t offset, std::size_t length)> read = {};
};

struct HttpResponse {
  int status = 200;
  std::map<std::string, std::string> headers;
  std::string body;
  std::optional<FileRange> file;
  std::optional<Hold> hold;
  std::string route; ///< for the metrics: the pattern, never the path with its ids
};

/// Implementations are thread-safe and never throw.
class HttpHandler {
public:
  virtual ~HttpHandler() = default;
  /// The greatest body, in bytes as sent, that this request may have; asked before it is read.
  [[nodiscard]] virtual std::size_t bodyLimit(std::string_view method, std::string_view path) const = 0;
  [[nodiscard]] virtual HttpResponse handle(const HttpRequest& request) = 0;
};

} // namespace madoguchi::server
