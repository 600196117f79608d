// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "server/postgres/connection.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace madoguchi::server {

/// What one transaction knows of the directory of numbers. It reads a stretch of neighbours at a time,
/// because the numbers of a run follow each other, and gathers what is claimed. Another transaction that
/// takes the same number shows at the end, as a Duplicate.
class NumberClaims {
public:
  explicit NumberClaims(PostgresConnection& connection) : m_connection(connection) {}

  /// Whose number it is, stored or claimed here.
  [[nodiscard]] std::optional<core::CaseId> holder(const std::string& number);
  void claim(const std::string& number, const core::CaseId& id);
  /// Sends what was claimed.
  void send();

private:
  struct Stretch {
    std::string from;
    std::optional<std::string> to; ///< none: to the end of the directory
  };
  [[nodiscard]] bool covered(const std::string& number) const;
  void read(const std::string& from);
  void load();

  PostgresConnection& m_connection;
  std::map<std::string, core::CaseId> m_known;
  std::map<std::string, core::CaseId> m_claimed;
  std::vector<Stretch> m_stretches;
  std::int64_t m_rows = 8; ///< of the next stretch
};

} // namespace madoguchi::server
