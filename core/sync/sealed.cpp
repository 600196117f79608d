// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/sealed.h"

#include "core/base/codec.h"
#include "core/base/hash.h"

#include <array>
#include <sodium.h>

namespace madoguchi::core {

std::string proofOf(const Sealed& sealed, std::string_view sealKey) {
  std::array<std::uint8_t, 32> key{};
  std::size_t length = 0;
  if (sealKey.size() != 2 * key.size() ||
      sodium_hex2bin(key.data(), key.size(), sealKey.data(), sealKey.size(), nullptr, &length, nullptr) !=
          0 ||
      length != key.size())
    return {};
  Sealed bare = sealed;
  bare.proof.clear();
  const std::string text = encode(bare);
  std::array<std::uint8_t, 32> proof{};
  crypto_generichash(proof.data(), proof.size(), reinterpret_cast<const unsigned char*>(text.data()),
                     text.size(), key.data(), key.size());
  return toHex(proof);
}

std::string encode(const Sealed& sealed) {
  return canonicalJson(codec::toValue(sealed));
}

Result<Sealed> decodeSealed(std::string_view text) {
  constexpr std::size_t kLargest = 4UL * 1024 * 1024;
  if (text.size() > kLargest) return failure(ErrorCode::TooLarge, "a sealed file");
  const auto value = parseJson(text);
  if (!value) return tl::unexpected(value.error());
  return codec::read<Sealed>(*value);
}

} // namespace madoguchi::core
