// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/ids.h"

#include <boost/describe.hpp>

#include <cstdint>
#include <string>
#include <string_view>

namespace madoguchi::core {

/// What a sealed file beside a cache holds: one unsent command, or one text that was half typed. The file is
/// a sealed box (libsodium, X25519 and XSalsa20-Poly1305) to the server's recovery key, so that only the
/// server can read it, also when the cache's own key is lost. Anybody can seal to a public key; `proof`,
/// under a key that the server gave to this user on this device alone, says whose it is.
struct Sealed {
  UserId user;
  DeviceId device;
  std::int64_t deviceSeq = 0;
  std::string payload; ///< of a command, exactly as first made; empty: a draft
  std::string draftKey;
  std::string draft;
  std::string proof; ///< hex
};
BOOST_DESCRIBE_STRUCT(Sealed, (), (user, device, deviceSeq, payload, draftKey, draft, proof))

/// Keyed BLAKE2b (RFC 7693) over everything but the proof. `sealKey` is hex of 32 bytes; a broken one gives
/// an empty proof, which nobody accepts.
[[nodiscard]] std::string proofOf(const Sealed& sealed, std::string_view sealKey);

[[nodiscard]] std::string encode(const Sealed& sealed);
/// Errors: Malformed, TooLarge.
[[nodiscard]] Result<Sealed> decodeSealed(std::string_view text);

} // namespace madoguchi::core
