// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/signin.h"

#include "core/base/hash.h"
#include "server/audit/audittrail.h"
#include "server/identity/devices.h"
#include "server/identity/recovery.h"

#include <algorithm>

namespace madoguchi::server {

namespace {

constexpr int kFreeFailures = 3;
constexpr std::chrono::seconds kLongestDelay{900};
constexpr std::size_t kMaxNameBytes = 256;
constexpr const char* kRevoked = "the device was revoked";

std::chrono::seconds delayAfter(int failures) {
  const int over = failures - kFreeFailures;
  if (over <= 0) return std::chrono::seconds{0};
  if (over > 10) return kLongestDelay;
  return std::min(kLongestDelay, std::chrono::seconds{1LL << over});
}

} // namespace

core::Result<protocol::Session> SignInService::signIn(const protocol::SignIn& request) {
  if (request.user.empty() || request.device.empty() || request.user.size() > kMaxNameBytes ||
      request.deviceName.size() > kMaxNameBytes || request.client.size() > kMaxNameBytes)
    return core::failure(core::ErrorCode::InvalidArgument, "user and device are required");
  const std::string loginHash = core::sha256Hex(request.user);
  // Counted before it is checked, so that tries sent side by side count too.
  if (auto counted = countAttempt(loginHash); !counted) return tl::unexpected(counted.error());

  std::optional<Account> account;
  const auto read = m_store.read([&](Reading& reading) -> core::Result<void> {
    account = reading.accountByLogin(request.user);
    return {};
  });
  if (!read) return tl::unexpected(read.error());
  const bool disabled = account && account->person.disabled;
  if (!m_passwords.verify(account && !disabled ? account->passwordHash : std::string(), request.password)) {
    if (disabled) return core::failure(core::ErrorCode::AccountDisabled);
    return core::failure(core::ErrorCode::WrongCredentials);
  }
  return begin(request, *account, loginHash);
}

core::Result<void> SignInService::countAttempt(const std::string& loginHash) {
  return m_store.write([&](Writing& writing) -> core::Result<void> {
    const core::Instant now = m_clock();
    SignInAttempts attempts = writing.attempts(loginHash);
    if (now < attempts.until) return core::failure(core::ErrorCode::TooManyAttempts);
    ++attempts.failures;
    attempts.until = now + delayAfter(attempts.failures);
    writing.putAttempts(attempts);
    return {};
  });
}

core::Result<protocol::Session> SignInService::begin(const protocol::SignIn& request, const Account& account,
                                                     const std::string& loginHash) {
  const core::Instant now = m_clock();
  protocol::Session session;
  session.token = randomToken();
  session.serverTime = now;
  session.expiresAt = now + kSessionLength;
  session.actor = actorOf(account);
  session.displayName = account.person.nameJa;
  const auto written = m_store.write([&](Writing& writing) -> core::Result<void> {
    auto device = writing.device(request.device, account.person.id);
    if (device && device->revoked) return core::failure(core::ErrorCode::AccountDisabled, kRevoked);
    if (!device) {
      device = Device{request.device, account.person.id};
      device->firstSeen = now;
      device->sealKey = randomToken();
    }
    device->name = request.deviceName;
    device->client = request.client;
    device->lastSeen = now;
    if (device->sealKey.empty()) device->sealKey = randomToken();
    session.lease = renewLease(*device, request.lease, now);
    session.sealKey = device->sealKey;
    session.recoveryKey = recoveryKeys(writing).publicKey;
    session.wipeAtSignOut = devicePolicy(writing).wipeAtSignOut;
    writing.putDevice(*device);
    writing.putAttempts({loginHash, 0, {}});
    // Old failures are forgotten after a day, old sessions at once.
    writing.removeAttemptsBefore(now - std::chrono::hours{24});
    writing.removeSessionsBefore(now);
    writing.putSession(
        {core::sha256Hex(session.token), account.person.id, request.device, session.expiresAt});
    AuditTrail audit(writing);
    AuditEntry entry{account.person.office, now, account.person.id, "signIn", account.person.id.value, {}};
    entry.details["device"] = request.device.value;
    audit.add(entry);
    audit.write();
    session.epoch = writing.epoch();
    return {};
  });
  if (!written) return tl::unexpected(written.error());
  return session;
}

core::Result<void> SignInService::signOut(const std::string& token) {
  return m_store.write([&](Writing& writing) -> core::Result<void> {
    writing.removeSession(core::sha256Hex(token));
    return {};
  });
}

core::Result<Caller> SignInService::authenticate(std::string_view token, const std::string& requestId,
                                                 const ClaimedDevice& claimed) {
  Caller caller;
  const auto done = m_store.read([&](Reading& reading) -> core::Result<void> {
    const auto session = reading.session(core::sha256Hex(token));
    const bool known = session && session->expiresAt > m_clock();
    // Also one whose session has ended is told that its access has.
    const core::UserId user = known ? session->user : claimed.user;
    const auto device = reading.device(known ? session->device : claimed.device, user);
    if (device && device->revoked) return core::failure(core::ErrorCode::AccountDisabled, kRevoked);
    const auto account = reading.account(user);
    if (device && account && account->person.disabled) return core::failure(core::ErrorCode::AccountDisabled);
    if (!known || !account || !device) return core::failure(core::ErrorCode::NotSignedIn);
    caller = {actorOf(*account), session->device, requestId};
    return {};
  });
  if (!done) return tl::unexpected(done.error());
  return caller;
}

core::Result<Caller> SignInService::authenticateIntake(std::string_view key, const std::string& requestId) {
  Caller caller;
  const auto done = m_store.read([&](Reading& reading) -> core::Result<void> {
    const auto known = reading.intakeKey(core::sha256Hex(key));
    if (!known) return core::failure(core::ErrorCode::NotSignedIn);
    caller.actor.id = core::UserId("intake:" + known->name);
    caller.actor.grants.push_back({core::Role::Intake, known->office, std::nullopt, true});
    caller.device = core::DeviceId(caller.actor.id.value);
    caller.requestId = requestId;
    return {};
  });
  if (!done) return tl::unexpected(done.error());
  return caller;
}

} // namespace madoguchi::server
