// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace madoguchi::server {

/// Rows from which on COPY is worth it: it ends the connection's pipeline and begins another.
inline constexpr std::size_t kWorthCopying = 500;

/// Rows in the text form of PostgreSQL's COPY: fields parted by tabs, rows by line feeds, and whatever could
/// be taken for either escaped.
class CopyText {
public:
  CopyText& add(std::string_view value);
  CopyText& add(std::int64_t value) { return field(std::to_string(value)); }
  CopyText& addNull() { return field("\\N"); }
  void endRow();

  [[nodiscard]] const std::string& text() const { return m_text; }
  [[nodiscard]] bool empty() const { return m_text.empty(); }
  void clear() { m_text.clear(); }

private:
  CopyText& field(std::string_view plain);
  void part();

  std::string m_text;
  bool m_begun = false; ///< a field of this row stands already
};

} // namespace madoguchi::server
