// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/passwords.h"

#include <array>
#include <sodium.h>

namespace madoguchi::server {

Passwords::Passwords(Cost cost)
    : m_operations(cost == Cost::Cheapest ? crypto_pwhash_OPSLIMIT_MIN : crypto_pwhash_OPSLIMIT_INTERACTIVE),
      m_memory(cost == Cost::Cheapest ? crypto_pwhash_MEMLIMIT_MIN : crypto_pwhash_MEMLIMIT_INTERACTIVE),
      m_decoy(hashed("decoy for logins that do not exist")) {}

std::string Passwords::hashed(const std::string& password) const {
  std::array<char, crypto_pwhash_STRBYTES> text{};
  if (crypto_pwhash_str_alg(text.data(), password.data(), password.size(), m_operations, m_memory,
                            crypto_pwhash_ALG_ARGON2ID13) != 0)
    return {};
  return text.data();
}

core::Result<std::string> Passwords::hash(const std::string& password) const {
  if (password.size() < kMinPasswordBytes || password.size() > kMaxPasswordBytes)
    return core::failure(core::ErrorCode::InvalidArgument, "a password has 8 to 1024 bytes");
  auto text = hashed(password);
  if (text.empty()) return core::failure(core::ErrorCode::Internal, "out of memory while hashing");
  return text;
}

bool Passwords::verify(const std::string& hash, const std::string& password) const {
  if (password.size() > kMaxPasswordBytes) return false;
  const std::string& against = hash.empty() ? m_decoy : hash;
  const bool right = crypto_pwhash_str_verify(against.c_str(), password.data(), password.size()) == 0;
  return right && !hash.empty();
}

} // namespace madoguchi::server
