// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/hash.h"
#include "core/cases/actor.h"
#include "core/sync/feed.h"
#include "core/sync/outbox.h"

#include <boost/describe.hpp>

#include <cstdint>
#include <string>
#include <vector>

/// Values that the server keeps besides the cases themselves.
namespace madoguchi::server {

/// The counter row of a scope: the last seq given, and what the scope holds.
struct ScopeCounter {
  core::ScopeName scope;
  std::int64_t seq = 0;
  std::int64_t count = 0;
  core::RowSum sum;
  bool operator==(const ScopeCounter&) const = default;
};

struct StampedCase {
  core::CaseRow row;
  core::OfficeId homeOffice;
};

/// A command with its final answer. The hash is of the payload's exact bytes.
struct AppliedCommand {
  core::CommandId command;
  core::UserId user;
  core::DeviceId device;
  std::int64_t deviceSeq = 0;
  std::string payloadHash;
  core::CommandAnswer answer;
  core::Instant at{};
};

/// A person who can sign in. `passwordHash` is libsodium's string form of Argon2id; empty: cannot sign in.
struct Account {
  core::Person person;
  std::string login;
  std::vector<core::Grant> grants;
  std::string passwordHash;
  bool operator==(const Account&) const = default;
};

[[nodiscard]] inline core::Actor actorOf(const Account& account) {
  return {account.person.id, account.person.rank, account.grants};
}

/// Tokens are kept as their SHA-256 only.
struct SessionRow {
  std::string tokenHash;
  core::UserId user;
  core::DeviceId device;
  core::Instant expiresAt{};
  bool operator==(const SessionRow&) const = default;
};

/// What one user has on one PC. The server keeps half of what opens the cache there
/// (server/identity/leases.h).
struct Device {
  core::DeviceId id;
  core::UserId user;
  std::string name = {};
  std::string client = {}; ///< version of the program
  core::Instant firstSeen{};
  core::Instant lastSeen{};
  bool revoked = false;
  std::string leaseSecret = {}; ///< hex; wraps the cache's key as far as is known; empty: none yet
  std::string leaseNext = {};   ///< hex; offered last, and the secret as soon as the device names it
  core::Instant leaseUntil{};
  core::Instant grantedUntil{};             ///< leases may run until then: granted before a planned absence
  std::string sealKey = {};                 ///< hex; proves whose a sealed command is (core/sync/sealed.h)
  std::vector<core::ScopeName> scopes = {}; ///< what the cache held when it last asked for changes
  bool operator==(const Device&) const = default;
};

/// Failed sign-ins in a row under one login name, whether or not it exists.
struct SignInAttempts {
  std::string loginHash;
  int failures = 0;
  core::Instant until{}; ///< no try before this
  bool operator==(const SignInAttempts&) const = default;
};

/// With which a portal delivers online applications.
struct IntakeKey {
  std::string keyHash;
  std::string name;
  core::OfficeId office; ///< for it and all below
  bool operator==(const IntakeKey&) const = default;
};

struct BlobRow {
  core::BlobId id;
  std::int64_t size = 0; ///< bytes
  core::UserId uploadedBy;
  core::Instant at{};
  bool operator==(const BlobRow&) const = default;
};

/// Where an audit chain ends. `number` 0: nothing in it.
struct AuditHead {
  std::string chain; ///< an office id, or "" for what belongs to none
  std::int64_t number = 0;
  std::string hash;
  bool operator==(const AuditHead&) const = default;
};

/// `hash` = sha256 hex of previous hash, newline, number, newline, record. `record` is canonical JSON.
struct AuditRow {
  std::string chain;
  std::int64_t number = 0;
  std::string record;
  std::string hash;
  bool operator==(const AuditRow&) const = default;
};

} // namespace madoguchi::server
