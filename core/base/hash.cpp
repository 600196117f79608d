// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/hash.h"

#include "core/base/hasher.h"

namespace madoguchi::core {

namespace {

Digest rowDigest(std::string_view id, std::int64_t version, std::string_view digestHex) {
  std::string row;
  row.reserve(id.size() + digestHex.size() + 24);
  row.append(id).append("\n").append(std::to_string(version)).append("\n").append(digestHex);
  return sha256(row);
}

int nibble(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return -1;
}

} // namespace

Digest sha256(std::string_view bytes) {
  thread_local Hasher hasher; // most hashes are of a few hundred bytes, for which a context is long to make
  hasher.add(bytes);
  return hasher.digest();
}

std::string sha256Hex(std::string_view bytes) {
  return toHex(sha256(bytes));
}

std::string toHex(std::span<const std::uint8_t> bytes) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string text;
  text.reserve(bytes.size() * 2);
  for (const std::uint8_t byte : bytes) {
    text.push_back(kDigits[byte >> 4U]);
    text.push_back(kDigits[byte & 0x0fU]);
  }
  return text;
}

RowSum::RowSum(std::string_view hex) {
  if (hex.size() != m_sum.size() * 2) return;
  Digest sum{};
  for (std::size_t i = 0; i < sum.size(); ++i) {
    const int high = nibble(hex[2 * i]);
    const int low = nibble(hex[2 * i + 1]);
    if (high < 0 || low < 0) return;
    sum[i] = static_cast<std::uint8_t>(high * 16 + low);
  }
  m_sum = sum;
}

void RowSum::add(std::string_view id, std::int64_t version, std::string_view digestHex) {
  unsigned carry = 0;
  const Digest row = rowDigest(id, version, digestHex);
  for (std::size_t i = 0; i < m_sum.size(); ++i) {
    const unsigned sum = m_sum[i] + row[i] + carry;
    m_sum[i] = static_cast<std::uint8_t>(sum & 0xffU);
    carry = sum >> 8U;
  }
}

void RowSum::remove(std::string_view id, std::int64_t version, std::string_view digestHex) {
  int borrow = 0;
  const Digest row = rowDigest(id, version, digestHex);
  for (std::size_t i = 0; i < m_sum.size(); ++i) {
    int difference = m_sum[i] - row[i] - borrow;
    borrow = difference < 0 ? 1 : 0;
    if (difference < 0) difference += 256;
    m_sum[i] = static_cast<std::uint8_t>(difference);
  }
}

} // namespace madoguchi::core
