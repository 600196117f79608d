// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/verdict.h"

#include "protocol/messages.h"

namespace madoguchi::sync {

namespace {

using core::ErrorCode;

core::Error problemOf(const HttpReply& reply, ErrorCode fallback) {
  const std::string status = "status " + std::to_string(reply.status);
  const auto problem = protocol::decode<protocol::Problem>(reply.body);
  if (!problem || problem->code.empty()) return {fallback, status};
  return {core::errorCodeFrom(problem->code),
          status + ": " + problem->detail + " [" + problem->requestId + "]"};
}

bool isTransient(int status) {
  constexpr int kTimeout = 408;
  constexpr int kTooEarly = 425;
  constexpr int kTooMany = 429;
  return status >= 500 || status < 200 || status == kTimeout || status == kTooEarly || status == kTooMany;
}

} // namespace

Verdict judge(const HttpReply& reply) {
  constexpr int kUnauthorized = 401;
  constexpr int kForbidden = 403;
  constexpr int kUpgradeRequired = 426;
  if (reply.error) {
    const bool unreadable =
        reply.error->code == ErrorCode::Malformed || reply.error->code == ErrorCode::TooLarge;
    return {unreadable ? Outcome::ServerFailed : Outcome::Unreachable, *reply.error};
  }
  if (reply.status >= 200 && reply.status < 300) return {};
  if (isTransient(reply.status)) return {Outcome::ServerFailed, problemOf(reply, ErrorCode::ServerFailed)};
  if (reply.status == kUnauthorized) return {Outcome::SignInNeeded, {ErrorCode::NotSignedIn, "status 401"}};
  if (reply.status == kUpgradeRequired) return {Outcome::TooOld, {ErrorCode::ProtocolTooOld, "status 426"}};
  const auto error = problemOf(reply, ErrorCode::ServerFailed);
  if (reply.status == kForbidden && error.code == ErrorCode::AccountDisabled)
    return {Outcome::SignInNeeded, error};
  if (error.code == ErrorCode::EpochChanged) return {Outcome::PutBack, error};
  return {Outcome::Refused, error};
}

} // namespace madoguchi::sync
