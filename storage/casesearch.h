// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calendar/date.h"
#include "core/cases/casestate.h"
#include "core/desk/searchhit.h"
#include "storage/database.h"
#include "storage/searchtext.h"

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
  /// Keys of matches in names and numbers first, then of others; in each the newest first.
  [[nodiscard]] std::vector<std::int64_t> best(Database& database, std::size_t limit) const;
  /// Field, text and match of a case that was found; false where it cannot be said, which no index entry of
  /// today's folding leads to.
  [[nodiscard]] bool explain(const core::CaseState& state, core::SearchHit& hit) const;

private:
  using Keys = std::vector<std::int64_t>;
  /// A query of the index, and one that finds no less and costs no more.
  struct Query {
    std::string whole;
    std::string rare;
  };
  [[nodiscard]] Query query(Database& database) const;
  [[nodiscard]] static Query within(const char* columns, const Query& query);
  static void addMatches(Database& database, const Query& query, std::size_t limit, Keys& keys);
  void addOfDay(Database& database, std::size_t limit, Keys& keys) const;

  std::vector<std::string> m_words;
  std::vector<SearchPhrase> m_phrases; ///< empty: no word can be asked for
  std::optional<core::Date> m_day;
  bool m_isPostalCode = false;
};

} // namespace madoguchi::storage
