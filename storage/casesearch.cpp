// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/casesearch.h"

#include "core/calendar/era.h"
#include "core/text/fold.h"
#include "storage/searchtext.h"

#include <algorithm>

namespace madoguchi::storage {

namespace {

constexpr std::size_t kPostalDigits = 7;
constexpr std::size_t kFew = 1'000;

/// 〒123-4567, 123-4567; bare digits may be many things.
bool looksLikePostalCode(const std::string& typed) {
  const std::string folded = core::foldForSearch(typed);
  const bool sevenDigits =
      folded.size() == kPostalDigits &&
      std::all_of(folded.begin(), folded.end(), [](char c) { return c >= '0' && c <= '9'; });
  const bool written = typed.find("〒") != std::string::npos || typed.find('-') != std::string::npos ||
                       typed.find("－") != std::string::npos || typed.find("‐") != std::string::npos ||
                       typed.find("ー") != std::string::npos;
  return sevenDigits && written;
}

/// Unless it is there already, or there are so many.
void addNew(std::int64_t key, std::size_t limit, std::vector<std::int64_t>& keys) {
  if (keys.size() < limit && std::find(keys.begin(), keys.end(), key) == keys.end()) keys.push_back(key);
}

} // namespace

CaseSearch::CaseSearch(const std::string& typed)
    : m_words(wordsOf(typed)), m_expression(matchExpression(typed)),
      m_isPostalCode(looksLikePostalCode(typed)) {
  if (const auto day = core::readDateText(typed)) m_day = *day;
  if (m_isPostalCode) m_expression = "address : (" + m_expression + ")";
}

void CaseSearch::addMatches(Database& database, const std::string& expression, std::size_t limit,
                            std::vector<std::int64_t>& keys) const {
  // The index skips what does not match at half the price when it is read upwards: few matches are all taken.
  std::vector<std::int64_t> upwards;
  Use few = database.use("SELECT rowid FROM search WHERE search MATCH ? ORDER BY rowid LIMIT ?", expression,
                         kFew + 1);
  while (few.step())
    upwards.push_back(few.integer(0));
  if (upwards.size() <= kFew) {
    for (auto key = upwards.rbegin(); key != upwards.rend(); ++key)
      addNew(*key, limit, keys);
    return;
  }
  // By key and not by weight: a weight needs all matches, and a common word has a hundred thousand.
  Use rows = database.use("SELECT rowid FROM search WHERE search MATCH ? ORDER BY rowid DESC LIMIT ?",
                          expression, limit + keys.size());
  while (rows.step())
    addNew(rows.integer(0), limit, keys);
}

void CaseSearch::addOfDay(Database& database, std::size_t limit, std::vector<std::int64_t>& keys) const {
  if (!m_day) return;
  const std::int64_t day = m_day->time_since_epoch().count();
  for (const char* sql : {"SELECT key FROM cases WHERE arrived_day = ? LIMIT ?",
                          "SELECT key FROM cases WHERE due_day = ? LIMIT ?"}) {
    Use rows = database.use(sql, day, limit);
    while (rows.step())
      addNew(rows.integer(0), limit, keys);
  }
}

std::vector<std::int64_t> CaseSearch::newest(Database& database, std::size_t limit) const {
  std::vector<std::int64_t> keys;
  addOfDay(database, limit, keys);
  if (!m_expression.empty()) addMatches(database, m_expression, limit, keys);
  return keys;
}

std::vector<std::int64_t> CaseSearch::best(Database& database, std::size_t limit) const {
  std::vector<std::int64_t> keys;
  addOfDay(database, limit, keys);
  if (m_expression.empty()) return keys;
  std::vector<std::int64_t> found;
  addMatches(database, m_expression, limit + 1, found);
  // The index is read a second time only where not all of them can be shown.
  if (!m_isPostalCode && found.size() > limit)
    addMatches(database, "{name kana number} : (" + m_expression + ")", limit, keys);
  for (const std::int64_t key : found)
    addNew(key, limit, keys);
  return keys;
}

bool CaseSearch::isInNames(const core::CaseState& state) const {
  const std::vector<SearchPlace> places = searchPlaces(state);
  return std::all_of(m_words.begin(), m_words.end(), [&places](const std::string& word) {
    return core::foldForSearch(word).empty() ||
           std::any_of(places.begin(), places.end(), [&word](const SearchPlace& place) {
             return place.field <= core::SearchField::Number && core::explainMatch(word, place.text);
           });
  });
}

bool CaseSearch::explain(const core::CaseState& state, core::SearchHit& hit) const {
  for (SearchPlace& place : searchPlaces(state)) {
    if (m_isPostalCode && place.field != core::SearchField::Address) continue;
    for (const std::string& word : m_words)
      if (auto match = core::explainMatch(word, place.text)) {
        hit.field = place.field;
        hit.text = std::move(place.text);
        hit.match = std::move(*match);
        return true;
      }
  }
  if (!m_day) return false;
  const bool arrived = hit.row.arrivedOn == *m_day;
  if (!arrived && hit.row.dueOn != m_day) return false;
  hit.field = arrived ? core::SearchField::Received : core::SearchField::Due;
  return true;
}

} // namespace madoguchi::storage
