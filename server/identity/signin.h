// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/messages.h"
#include "server/commands/commandservice.h"
#include "server/identity/passwords.h"
#include "server/store.h"
#include "server/tokens.h"

#include <chrono>
#include <string>

namespace madoguchi::server {

inline constexpr std::chrono::hours kSessionLength{12};

/// Which cache calls, as it says of itself: proves nothing, but a revoked one is told so by it, long after
/// its session has ended.
struct ClaimedDevice {
  core::DeviceId device;
  core::UserId user;
};

/// Sessions of local accounts: opaque random tokens, kept as their hash, for 12 hours at most. After three
/// failures under one login each further one doubles the wait, up to 15 minutes, whether or not the login
/// exists. Thread-safe.
class SignInService {
public:
  SignInService(Store& store, const Passwords& passwords, Clock clock)
      : m_store(store), m_passwords(passwords), m_clock(std::move(clock)) {}

  /// Errors: WrongCredentials, AccountDisabled (also for a device that was revoked), TooManyAttempts,
  /// InvalidArgument.
  [[nodiscard]] core::Result<protocol::Session> signIn(const protocol::SignIn& request);
  [[nodiscard]] core::Result<void> signOut(const std::string& token);
  /// Who calls, with the rights of this moment. Errors: NotSignedIn; AccountDisabled for a device that was
  /// revoked or a user whose access has ended.
  [[nodiscard]] core::Result<Caller> authenticate(std::string_view token, const std::string& requestId,
                                                  const ClaimedDevice& claimed = {});
  /// Who delivers applications. Errors: NotSignedIn.
  [[nodiscard]] core::Result<Caller> authenticateIntake(std::string_view key, const std::string& requestId);

private:
  [[nodiscard]] core::Result<void> countAttempt(const std::string& loginHash);
  [[nodiscard]] core::Result<protocol::Session> begin(const protocol::SignIn& request, const Account& account,
                                                      const std::string& loginHash);

  Store& m_store;
  const Passwords& m_passwords;
  Clock m_clock;
};

} // namespace madoguchi::server
