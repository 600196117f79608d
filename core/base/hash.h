// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace madoguchi::core {

using Digest = std::array<std::uint8_t, 32>;

/// SHA-256 (FIPS 180-4).
[[nodiscard]] Digest sha256(std::string_view bytes);
[[nodiscard]] std::string sha256Hex(std::string_view bytes);

/// Lower-case hex of any bytes.
[[nodiscard]] std::string toHex(std::span<const std::uint8_t> bytes);

/// The order-free sum over a scope: the digests of its rows added modulo 2^256 (little endian, each row
/// as sha256(id '\n' version '\n' digest)). Adding and taking away a row costs the same as one row, so a
/// counter row can keep it up to date; equal sums on client and server mean equal sets of rows.
class RowSum {
public:
  RowSum() = default;
  /// From 64 hex digits; anything else gives an empty sum.
  explicit RowSum(std::string_view hex);

  void add(std::string_view id, std::int64_t version, std::string_view digestHex);
  void remove(std::string_view id, std::int64_t version, std::string_view digestHex);
  [[nodiscard]] std::string hex() const { return toHex(m_sum); }
  bool operator==(const RowSum&) const = default;

private:
  Digest m_sum{};
};

} // namespace madoguchi::core
