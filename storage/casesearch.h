// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calendar/date.h"
#include "core/cases/casestate.h"
#include "core/desk/searchhit.h"
#include "storage/database.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace madoguchi::storage {

/// What a user typed into the search in everything, and how it is found. Words are looked for in the index; a
/// text that is a day (also of an era) also finds what arrived, or is due, on it; one that is a postal code
/// is looked for in addresses alone.
class CaseSearch {
public:
  explicit CaseSearch(const std::string& typed);

  /// Keys of the newest matches: the end of the index is read, and no more.
  [[nodiscard]] std::vector<std::int64_t> newest(Database& database, std::size_t limit) const;
  /// Keys of the newest matches in names and numbers, then of the newest others. Where no more match than
  /// that, the keys of all, the newest first: which of them are names is told by `isInNames` without asking
  /// the index.
  [[nodiscard]] std::vector<std::int64_t> best(Database& database, std::size_t limit) const;
  /// Field, text and match of a case that was found; false where it cannot be said, which no index entry of
  /// today's folding leads to.
  [[nodiscard]] bool explain(const core::CaseState& state, core::SearchHit& hit) const;
  /// Whether every word is found in a name or a number.
  [[nodiscard]] bool isInNames(const core::CaseState& state) const;

private:
  void addMatches(Database& database, const std::string& expression, std::size_t limit,
                  std::vector<std::int64_t>& keys) const;
  void addOfDay(Database& database, std::size_t limit, std::vector<std::int64_t>& keys) const;

  std::vector<std::string> m_words;
  std::string m_expression; ///< empty: no word can be asked for
  std::optional<core::Date> m_day;
  bool m_isPostalCode = false;
};

} // namespace madoguchi::storage
