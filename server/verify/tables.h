// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <cstdint>
#include <memory>
#include <string>

/// Private to server/verify: the tables of either store, read in one snapshot. Both name them alike.
namespace madoguchi::server::verify {

/// Rows of one statement, one at a time; what cannot be read counts as broken too.
class Rows {
public:
  virtual ~Rows() = default;
  [[nodiscard]] virtual bool next() = 0;
  [[nodiscard]] virtual bool broken() const = 0;
  [[nodiscard]] virtual std::int64_t number(int column) const = 0;
  [[nodiscard]] virtual std::string text(int column) const = 0;
};

class Tables {
public:
  virtual ~Tables() = default;
  /// One at a time: the rows before it must be gone.
  [[nodiscard]] virtual std::unique_ptr<Rows> rows(const char* sql) = 0;
};

/// Errors: FileUnreadable.
[[nodiscard]] core::Result<std::unique_ptr<Tables>> openEmbeddedTables(const std::string& databaseFile);
/// By a connection string of libpq. Errors: FileUnreadable.
[[nodiscard]] core::Result<std::unique_ptr<Tables>> openPostgresTables(const std::string& database);

} // namespace madoguchi::server::verify
