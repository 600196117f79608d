// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/devices.h"

#include "core/base/json.h"
#include "server/audit/audittrail.h"
#include "server/identity/accounts.h"
#include "server/stamping.h"

#include <algorithm>

namespace madoguchi::server {

namespace {

// No user follows this scope: what the servers of one database share.
const core::ScopeName kServerScope = "server";
constexpr std::chrono::minutes kNoteEvery{5};

// Whoever is held there looks again, and is told.
void wake(Writing& writing, const core::UserId& user, core::Instant now) {
  core::json::object document{{"at", core::toText(now)}};
  putReferences(writing, core::userScope(user), {{"devices", user.value, core::canonicalJson(document)}});
}

} // namespace

DevicePolicy devicePolicy(Reading& reading) {
  const auto row = reading.reference(kServerScope, "policy", "devices");
  const auto value = row ? core::parseJson(row->document) : core::Result<core::json::value>({});
  const auto* object = value ? value->if_object() : nullptr;
  const auto* wipe = object == nullptr ? nullptr : object->if_contains("wipeAtSignOut");
  return {wipe != nullptr && wipe->is_bool() && wipe->get_bool()};
}

protocol::Lease renewLease(Device& device, const std::string& held, core::Instant now) {
  protocol::Lease lease;
  if (!device.leaseNext.empty() && protocol::leaseId(device.leaseNext) == held)
    device.leaseSecret = std::exchange(device.leaseNext, {});
  if (!device.leaseSecret.empty() && protocol::leaseId(device.leaseSecret) == held)
    lease.opens = device.leaseSecret;
  // Nothing that is wrapped by an older one can be opened any more; the cache begins anew.
  if (lease.opens.empty()) device.leaseSecret.clear();
  if (device.leaseNext.empty() || lease.opens.empty()) device.leaseNext = randomToken();
  lease.secret = device.leaseNext;
  lease.until = std::max(now + kLeaseLength, std::min(device.grantedUntil, now + kLongestGrant));
  device.leaseUntil = lease.until;
  return lease;
}

core::Result<std::vector<Devices::Listed>> Devices::list() {
  std::vector<Listed> listed;
  const auto done = m_store.read([&](Reading& reading) -> core::Result<void> {
    for (Device& device : reading.devices()) {
      const auto account = reading.account(device.user);
      listed.push_back({std::move(device), account ? account->login : std::string()});
    }
    return {};
  });
  if (!done) return tl::unexpected(done.error());
  return listed;
}

template <class Change>
core::Result<void> Devices::change(const core::DeviceId& device, const std::string& login,
                                   const std::string& action, Change apply) {
  return m_store.write([&](Writing& writing) -> core::Result<void> {
    bool any = false;
    AuditTrail audit(writing);
    for (Device& one : writing.devices()) {
      const auto account = writing.account(one.user);
      if (one.id != device || !account || (!login.empty() && account->login != login)) continue;
      any = true;
      apply(one);
      writing.putDevice(one);
      wake(writing, one.user, m_clock());
      AuditEntry entry{account->person.office, m_clock(), consoleUser(), action, one.user.value, {}};
      entry.details["device"] = device.value;
      audit.add(entry);
    }
    if (!any) return core::failure(core::ErrorCode::NotFound, "no such device");
    audit.write();
    return {};
  });
}

core::Result<void> Devices::setRevoked(const core::DeviceId& device, const std::string& login, bool revoked) {
  return change(device, login, revoked ? "deviceRevoked" : "deviceRestored", [revoked](Device& one) {
    one.revoked = revoked;
    // The server's half is gone, whatever the PC keeps.
    one.leaseSecret.clear();
    one.leaseNext.clear();
    if (revoked) one.grantedUntil = {};
  });
}

core::Result<void> Devices::grant(const core::DeviceId& device, const std::string& login,
                                  std::chrono::days length) {
  if (length < std::chrono::days{0} || length > kLongestGrant)
    return core::failure(core::ErrorCode::InvalidArgument, "a lease is granted for at most 30 days");
  return change(device, login, "leaseGranted", [&](Device& one) { one.grantedUntil = m_clock() + length; });
}

core::Result<void> Devices::setPolicy(const DevicePolicy& policy) {
  return m_store.write([&](Writing& writing) -> core::Result<void> {
    core::json::object document{{"wipeAtSignOut", policy.wipeAtSignOut}};
    putReferences(writing, kServerScope, {{"policy", "devices", core::canonicalJson(document)}});
    AuditTrail audit(writing);
    audit.add({{}, m_clock(), consoleUser(), "devicePolicySet", policy.wipeAtSignOut ? "wipe" : "keep", {}});
    audit.write();
    return {};
  });
}

core::Result<void> Devices::note(const Caller& caller, std::set<core::ScopeName> scopes) {
  const Noted now{m_clock(), std::move(scopes)};
  {
    const std::lock_guard lock(m_mutex);
    Noted& before = m_noted[{caller.device, caller.actor.id}];
    if (before.scopes == now.scopes && now.at - before.at < kNoteEvery) return {};
    before = now;
  }
  return m_store.write([&](Writing& writing) -> core::Result<void> {
    auto device = writing.device(caller.device, caller.actor.id);
    if (!device) return {};
    device->lastSeen = now.at;
    device->scopes.assign(now.scopes.begin(), now.scopes.end());
    writing.putDevice(*device);
    return {};
  });
}

} // namespace madoguchi::server
