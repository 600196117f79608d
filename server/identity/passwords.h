// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <string>

namespace madoguchi::server {

inline constexpr std::size_t kMinPasswordBytes = 8;
inline constexpr std::size_t kMaxPasswordBytes = 1024;

/// Argon2id (RFC 9106) through libsodium. Tests use the cheapest cost.
class Passwords {
public:
  enum class Cost { Interactive, Cheapest };
  explicit Passwords(Cost cost = Cost::Interactive);

  /// Errors: InvalidArgument for a password that is too short or too long.
  [[nodiscard]] core::Result<std::string> hash(const std::string& password) const;
  /// Takes as long where the hash is empty or no hash at all.
  [[nodiscard]] bool verify(const std::string& hash, const std::string& password) const;

private:
  [[nodiscard]] std::string hashed(const std::string& password) const;

  unsigned long long m_operations;
  std::size_t m_memory;
  std::string m_decoy;
};

} // namespace madoguchi::server
