// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/messages.h"
#include "server/commands/commandservice.h"
#include "server/store.h"
#include "server/tokens.h"

#include <chrono>
#include <map>
#include <mutex>
#include <set>
#include <string>
#include <vector>

namespace madoguchi::server {

inline constexpr std::chrono::hours kLeaseLength{72};
inline constexpr std::chrono::days kLongestGrant{30};

/// What holds for every device.
struct DevicePolicy {
  bool wipeAtSignOut = false;
};
[[nodiscard]] DevicePolicy devicePolicy(Reading& reading);

/// Renews a device's lease in the transaction of a sign-in. `held` names the secret that wraps the cache's
/// key on the device now (protocol::leaseId): an answer may have been lost, so the one before stays good
/// until the device names the new one.
[[nodiscard]] protocol::Lease renewLease(Device& device, const std::string& held, core::Instant now);

/// The PCs that hold data: lists and revokes them and grants longer leases. Every change is audited.
/// Thread-safe.
class Devices {
public:
  Devices(Store& store, Clock clock) : m_store(store), m_clock(std::move(clock)) {}

  struct Listed {
    Device device;
    std::string login;
  };
  [[nodiscard]] core::Result<std::vector<Listed>> list();
  /// Of one user, or (`login` empty) of all who use the device. A revoked one is told to wipe itself at its
  /// next contact, also one whose request is held at this moment. Errors: NotFound.
  [[nodiscard]] core::Result<void> setRevoked(const core::DeviceId& device, const std::string& login,
                                              bool revoked);
  /// Before a planned absence: leases of the device may run for so many days from now; the next sign-in takes
  /// it up. Errors: NotFound, InvalidArgument for more than kLongestGrant.
  [[nodiscard]] core::Result<void> grant(const core::DeviceId& device, const std::string& login,
                                         std::chrono::days length);
  [[nodiscard]] core::Result<void> setPolicy(const DevicePolicy& policy);

  /// Remembers what a device holds; written when that changes, else every few minutes.
  [[nodiscard]] core::Result<void> note(const Caller& caller, std::set<core::ScopeName> scopes);

private:
  template <class Change>
  [[nodiscard]] core::Result<void> change(const core::DeviceId& device, const std::string& login,
                                          const std::string& action, Change apply);

  struct Noted {
    core::Instant at{};
    std::set<core::ScopeName> scopes;
  };
  Store& m_store;
  Clock m_clock;
  std::mutex m_mutex;
  std::map<std::pair<core::DeviceId, core::UserId>, Noted> m_noted;
};

} // namespace madoguchi::server
