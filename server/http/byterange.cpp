// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/byterange.h"

#include "server/http/problem.h"

#include <algorithm>
#include <charconv>

namespace madoguchi::server {

std::optional<std::uint64_t> numberFrom(std::string_view text) {
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

namespace {

// The first and last byte of "bytes=a-b", "bytes=a-" or "bytes=-n"; none where it cannot be satisfied.
std::optional<std::pair<std::uint64_t, std::uint64_t>> rangeFrom(std::string_view text, std::uint64_t size) {
  constexpr std::string_view kUnit = "bytes=";
  if (!text.starts_with(kUnit) || size == 0) return std::nullopt;
  text.remove_prefix(kUnit.size());
  const auto dash = text.find('-');
  if (dash == std::string_view::npos) return std::nullopt;
  const auto first = numberFrom(text.substr(0, dash));
  const auto last = numberFrom(text.substr(dash + 1));
  if (!first && dash == 0 && last && *last > 0) return {{size - std::min(size, *last), size - 1}};
  if (!first || *first >= size || (dash + 1 < text.size() && (!last || *last < *first))) return std::nullopt;
  return {{*first, last ? std::min(*last, size - 1) : size - 1}};
}

} // namespace

HttpResponse contentAnswer(const HttpRequest& request, FileRange whole, const std::string& name) {
  const std::string size = std::to_string(whole.length);
  HttpResponse response;
  response.headers["Content-Type"] = "application/octet-stream";
  response.headers["Accept-Ranges"] = "bytes";
  response.headers["ETag"] = "\"" + name + "\"";
  const std::string_view wanted = request.header("range");
  if (wanted.empty()) {
    response.file = std::move(whole);
    return response;
  }
  const auto range = rangeFrom(wanted, whole.length);
  if (!range) {
    auto refused = problem({core::ErrorCode::InvalidArgument, "no such range"}, request.requestId);
    refused.status = 416;
    refused.headers["Content-Range"] = "bytes */" + size;
    return refused;
  }
  response.status = 206;
  response.headers["Content-Range"] =
      "bytes " + std::to_string(range->first) + "-" + std::to_string(range->second) + "/" + size;
  whole.offset = range->first;
  whole.length = range->second - range->first + 1;
  response.file = std::move(whole);
  return response;
}

} // namespace madoguchi::server
