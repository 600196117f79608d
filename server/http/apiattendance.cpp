// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
// The handler of who is away.
#include "server/http/api.h"
#include "server/identity/attendance.h"

namespace madoguchi::server {

HttpResponse Api::attendance(const Exchange& exchange) {
  const auto change = protocol::decode<core::AttendanceChange>(exchange.body);
  if (!change) return problem(change.error(), exchange.request.requestId);
  const auto done = AttendanceService(m_services.store, m_services.clock).record(exchange.caller, *change);
  if (done) return HttpResponse{204, {}, {}, {}, {}, {}};
  const core::ErrorCode code = done.error().code;
  if (code != core::ErrorCode::DateOutOfBounds && code != core::ErrorCode::NoSuchUser)
    return problem(done.error(), exchange.request.requestId);
  // The rules refuse it; that is no failure of the server.
  auto refused = problem({core::ErrorCode::InvalidArgument, done.error().detail}, exchange.request.requestId);
  refused.body = protocol::encode(
      protocol::Problem{std::string(core::toText(code)), done.error().detail, exchange.request.requestId});
  refused.status = 422;
  return refused;
}

} // namespace madoguchi::server
