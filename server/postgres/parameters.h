// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace madoguchi::server {

/// The values of one statement in PostgreSQL's binary form, so that every text has a length and none is cut
/// at a NUL or read as something else. A vector becomes an array, for `unnest`.
class PostgresParameters {
public:
  template <class... Values>
  explicit PostgresParameters(const Values&... values) {
    m_types.reserve(sizeof...(values));
    m_values.reserve(sizeof...(values));
    (add(values), ...);
  }

  [[nodiscard]] int size() const { return static_cast<int>(m_values.size()); }
  [[nodiscard]] const std::vector<unsigned>& types() const { return m_types; }
  [[nodiscard]] const std::vector<std::string>& values() const { return m_values; }

private:
  void add(std::string_view value);
  void add(const std::string& value) { add(std::string_view(value)); }
  void add(std::int64_t value);
  void add(std::size_t value) { add(static_cast<std::int64_t>(value)); }
  void add(int value) { add(static_cast<std::int64_t>(value)); }
  void add(bool value);
  void add(const std::vector<std::string_view>& values);
  void add(const std::vector<std::int64_t>& values);

  std::vector<unsigned> m_types;
  std::vector<std::string> m_values;
};

} // namespace madoguchi::server
