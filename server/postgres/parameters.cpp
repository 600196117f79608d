// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/postgres/parameters.h"

namespace madoguchi::server {

namespace {

// pg_type.h: the numbers of the built-in types never change.
constexpr unsigned kBool = 16;
constexpr unsigned kInt8 = 20;
constexpr unsigned kText = 25;
constexpr unsigned kTextArray = 1009;
constexpr unsigned kInt8Array = 1016;

template <class Number>
void append(std::string& out, Number number) {
  for (int shift = static_cast<int>(sizeof(Number) - 1) * 8; shift >= 0; shift -= 8)
    out.push_back(static_cast<char>((number >> shift) & 0xff));
}

// Header of array_recv: dimensions, null flag, element type, length, lower bound.
std::string arrayOf(std::size_t count, unsigned elementType, std::size_t bytes) {
  std::string out;
  out.reserve(20 + bytes + 4 * count);
  append(out, std::uint32_t{count == 0 ? 0U : 1U});
  append(out, std::uint32_t{0});
  append(out, std::uint32_t{elementType});
  if (count == 0) return out;
  append(out, static_cast<std::uint32_t>(count));
  append(out, std::uint32_t{1});
  return out;
}

} // namespace

void PostgresParameters::add(std::string_view value) {
  m_types.push_back(kText);
  m_values.emplace_back(value);
}

void PostgresParameters::add(std::int64_t value) {
  m_types.push_back(kInt8);
  append(m_values.emplace_back(), static_cast<std::uint64_t>(value));
}

void PostgresParameters::add(bool value) {
  m_types.push_back(kBool);
  m_values.emplace_back(1, value ? '\1' : '\0');
}

void PostgresParameters::add(const std::vector<std::string_view>& values) {
  std::size_t bytes = 0;
  for (const auto value : values)
    bytes += value.size();
  std::string out = arrayOf(values.size(), kText, bytes);
  for (const auto value : values) {
    append(out, static_cast<std::uint32_t>(value.size()));
    out.append(value);
  }
  m_types.push_back(kTextArray);
  m_values.push_back(std::move(out));
}

void PostgresParameters::add(const std::vector<std::int64_t>& values) {
  std::string out = arrayOf(values.size(), kInt8, values.size() * 8);
  for (const auto value : values) {
    append(out, std::uint32_t{8});
    append(out, static_cast<std::uint64_t>(value));
  }
  m_types.push_back(kInt8Array);
  m_values.push_back(std::move(out));
}

} // namespace madoguchi::server
