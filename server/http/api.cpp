// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/api.h"

#include "protocol/limits.h"
#include "server/http/compression.h"
#include "server/http/target.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace madoguchi::server {

namespace {

constexpr std::size_t kSmallBody = 16UL * 1024;
constexpr std::size_t kWorthCompressing = 1024;

std::optional<int> intFrom(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

// N and N-1 are served; an older client may always still push.
std::optional<core::Error> checkVersion(std::string_view text, int newest, bool pushes, const char* what) {
  const auto version = intFrom(text);
  if (!version || *version < 1)
    return core::Error{core::ErrorCode::InvalidArgument, std::string("a request names its ") + what};
  if (*version > newest) return core::Error{core::ErrorCode::ProtocolTooNew, what};
  if (*version < newest - 1 && !pushes) return core::Error{core::ErrorCode::ProtocolTooOld, what};
  return std::nullopt;
}

std::string_view bearerOf(const HttpRequest& request) {
  constexpr std::string_view kScheme = "Bearer ";
  const std::string_view value = request.header("authorization");
  return value.starts_with(kScheme) ? value.substr(kScheme.size()) : std::string_view();
}

// "Madoguchi-Cache: <device id> <user id>"
ClaimedDevice claimedDeviceOf(const HttpRequest& request) {
  const std::string_view text = request.header("madoguchi-cache");
  const auto space = text.find(' ');
  if (space == std::string_view::npos) return {};
  return {core::DeviceId(std::string(text.substr(0, space))),
          core::UserId(std::string(text.substr(space + 1)))};
}

void compress(const HttpRequest& request, HttpResponse& response) {
  if (response.body.size() < kWorthCompressing || response.headers.contains("Content-Encoding")) return;
  response.headers["Vary"] = "Accept-Encoding";
  const Coding coding = acceptedCoding(request.header("accept-encoding"));
  if (coding == Coding::Identity) return;
  std::string smaller = compressed(response.body, coding);
  if (smaller.empty() || smaller.size() >= response.body.size()) return;
  response.body = std::move(smaller);
  response.headers["Content-Encoding"] = toText(coding);
}

} // namespace

std::span<const Api::Route> Api::table() {
  static constexpr std::array kRoutes = {
      Route{"POST", "/v1/session", "session", Access::Open, kSmallBody, &Api::signIn},
      Route{"DELETE", "/v1/session", "session", Access::SignedIn, 0, &Api::signOut},
      Route{"POST", "/v1/commands", "commands", Access::Push, 2 * protocol::kMaxRunBytes, &Api::commands},
      Route{"GET", "/v1/changes", "changes", Access::Pull, 0, &Api::changes},
      Route{"POST", "/v1/changes", "changes", Access::Pull, protocol::kMaxRunBytes, &Api::changes},
      Route{"GET", "/v1/snapshot/", "snapshot", Access::Pull, 0, &Api::snapshot},
      Route{"GET", "/v1/ready-made", "readymade", Access::Pull, 0, &Api::readyMadeList},
      Route{"GET", "/v1/ready-made/", "readymade", Access::Pull, 0, &Api::readyMadeGet},
      Route{"POST", "/v1/recovery", "recovery", Access::Push, protocol::kMaxBodyBytes, &Api::recovery},
      Route{"POST", "/v1/audit", "audit", Access::Push, protocol::kMaxRunBytes, &Api::audit},
      Route{"POST", "/v1/attendance", "attendance", Access::Push, kSmallBody, &Api::attendance},
      Route{"POST", "/v1/applications", "applications", Access::Intake, protocol::kMaxRunBytes,
            &Api::applications},
      Route{"HEAD", "/v1/blobs/", "blobs", Access::SignedIn, 0, &Api::blobState},
      Route{"POST", "/v1/blobs/", "blobs", Access::SignedIn, 0, &Api::blobBegin},
      Route{"PATCH", "/v1/blobs/", "blobs", Access::SignedIn, protocol::kBlobChunkBytes, &Api::blobAppend},
      Route{"GET", "/v1/blobs/", "blobs", Access::SignedIn, 0, &Api::blobGet},
      Route{"GET", "/healthz", "healthz", Access::Open, 0, &Api::health},
      Route{"GET", "/metrics", "metrics", Access::Open, 0, &Api::metrics},
  };
  return kRoutes;
}

const Api::Route* Api::find(std::string_view method, std::string_view path) {
  for (const Route& route : table()) {
    const bool isPrefix = route.path.back() == '/';
    if (method.empty() || route.method == method)
      if (isPrefix ? path.starts_with(route.path) : path == route.path) return &route;
  }
  return nullptr;
}

std::string Api::routeOf(std::string_view method, std::string_view path) {
  const Route* route = find(method, path);
  return route == nullptr ? std::string() : std::string(route->method) + ' ' + std::string(route->path);
}

std::vector<std::string> Api::routes() {
  std::vector<std::string> all;
  for (const Route& route : table())
    all.push_back(std::string(route.method) + ' ' + std::string(route.path));
  return all;
}

bool Api::knowsPath(std::string_view path) {
  return find({}, path) != nullptr;
}

std::size_t Api::bodyLimit(std::string_view method, std::string_view path) const {
  const Route* route = find(method, path);
  return route == nullptr ? 0 : route->limit;
}

HttpResponse Api::handle(const HttpRequest& request) {
  const auto began = std::chrono::steady_clock::now();
  const Route* route = find(request.method, request.path);
  HttpResponse response;
  try {
    if (route != nullptr) {
      response = dispatch(*route, request);
    } else {
      const bool wrongMethod = knowsPath(request.path);
      response = problem({core::ErrorCode::NotFound, "no such resource"}, request.requestId);
      if (wrongMethod) response.status = 405;
    }
  } catch (const std::exception& exception) {
    m_services.log.write({Severity::Error, "exception", request.requestId, exception.what()});
    response = problem({core::ErrorCode::Internal, {}}, request.requestId);
  }
  response.route = route == nullptr ? "none" : route->name;
  if (response.hold) return response;
  response.headers["X-Request-Id"] = request.requestId;
  response.headers["Cache-Control"] = "no-store";
  response.headers["X-Content-Type-Options"] = "nosniff";
  compress(request, response);
  const auto took =
      std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - began);
  m_services.metrics.request(response.route, response.status, took);
  m_services.log.write({response.status < 500 ? Severity::Info : Severity::Error, "request",
                        request.requestId,
                        request.method + " " + response.route + " " + std::to_string(response.status) + " " +
                            std::to_string(took.count()) + "us"});
  return response;
}

HttpResponse Api::dispatch(const Route& route, const HttpRequest& request) {
  Exchange exchange{request, {}, {}, {}};
  if (auto refused = admit(route, exchange)) {
    if (statusOf(refused->code) >= 500)
      m_services.log.write({Severity::Error, "failed", request.requestId, refused->detail});
    return problem(*refused, request.requestId);
  }
  return (this->*route.handler)(exchange);
}

std::optional<core::Error> Api::admit(const Route& route, Exchange& exchange) {
  const HttpRequest& request = exchange.request;
  if (route.path.back() == '/') {
    auto rest = percentDecoded(std::string_view(request.path).substr(route.path.size()));
    if (!rest) return core::Error{core::ErrorCode::InvalidArgument, "a broken escape in the path"};
    exchange.rest = std::move(*rest);
  }
  if (route.access == Access::Pull || route.access == Access::Push) {
    const bool pushes = route.access == Access::Push;
    if (auto wrong = checkVersion(request.header("madoguchi-protocol"), protocol::kProtocol, pushes,
                                  "Madoguchi-Protocol"))
      return wrong;
    if (auto wrong =
            checkVersion(request.header("madoguchi-schema"), protocol::kSchema, pushes, "Madoguchi-Schema"))
      return wrong;
  }
  if (route.access == Access::Intake) {
    auto caller = m_services.signIn.authenticateIntake(request.header("x-intake-key"), request.requestId);
    if (!caller) return caller.error();
    exchange.caller = std::move(*caller);
  } else if (route.access != Access::Open) {
    auto caller =
        m_services.signIn.authenticate(bearerOf(request), request.requestId, claimedDeviceOf(request));
    if (!caller) return caller.error();
    exchange.caller = std::move(*caller);
  }
  auto body = decompressed(request.body, request.header("content-encoding"), route.limit);
  if (!body) return body.error();
  exchange.body = std::move(*body);
  return std::nullopt;
}

} // namespace madoguchi::server
