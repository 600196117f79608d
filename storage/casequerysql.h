// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/desk/casequery.h"
#include "storage/words.h"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace SQLite {
class Statement;
} // namespace SQLite

namespace madoguchi::storage {

/// A query as SQL over `cases c`, with its bound values in order.
struct QuerySql {
  std::string from;    ///< "cases c", or joined with words where a label sorts
  std::string where;   ///< never empty
  std::string orderBy; ///< columns with direction
  std::vector<std::variant<std::int64_t, std::string>> values;
};

/// Binds the values, from the first place on.
void bind(SQLite::Statement& statement, const QuerySql& sql);

/// Nothing where no case can match (an office or person that the cache has never heard of, a text without
/// letters). Only names from this file reach the SQL; what a user typed is bound.
[[nodiscard]] std::optional<QuerySql> sqlFor(const core::CaseQuery& query, Words& words);

} // namespace madoguchi::storage
