// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/problem.h"

#include "protocol/limits.h"
#include "protocol/messages.h"

namespace madoguchi::server {

int statusOf(core::ErrorCode code) {
  using Code = core::ErrorCode;
  switch (code) {
  case Code::Malformed:
  case Code::InvalidArgument:
  case Code::UnknownKind:
    return 400;
  case Code::NotSignedIn:
  case Code::WrongCredentials:
    return 401;
  case Code::NotPermitted:
  case Code::AccountDisabled:
    return 403;
  case Code::NotFound:
  case Code::NoSuchCase:
    return 404;
  case Code::Conflict:
  case Code::AlreadyExists:
  case Code::IdReused:
  case Code::EpochChanged:
    return 409;
  case Code::TooLarge:
    return 413;
  case Code::FileBroken:
    return 422;
  case Code::ProtocolTooOld:
  case Code::ProtocolTooNew:
    return 426;
  case Code::TooManyAttempts:
    return 429;
  case Code::StorageFull:
    return 507;
  case Code::StorageFailed:
  case Code::StorageCorrupt:
    return 503;
  default:
    return 500;
  }
}

HttpResponse problem(const core::Error& error, const std::string& requestId) {
  HttpResponse response;
  response.status = statusOf(error.code);
  const bool ours = response.status >= 500;
  const protocol::Problem body{std::string(core::toText(ours ? core::ErrorCode::ServerFailed : error.code)),
                               ours ? std::string() : error.detail, requestId};
  response.body = protocol::encode(body);
  response.headers["Content-Type"] = "application/json";
  if (response.status == 401) response.headers["WWW-Authenticate"] = "Bearer";
  if (response.status == 426)
    response.headers["Upgrade"] = "madoguchi/" + std::to_string(protocol::kProtocol);
  if (response.status == 429 || response.status == 503) response.headers["Retry-After"] = "5";
  return response;
}

} // namespace madoguchi::server
