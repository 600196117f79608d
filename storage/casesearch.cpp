// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/casesearch.h"

#include "core/calendar/era.h"
#include "core/text/fold.h"
#include "storage/raretokens.h"

#include <algorithm>
#include <limits>

namespace madoguchi::storage {

namespace {

constexpr std::size_t kPostalDigits = 7;
/// So many cases that match the rare part and not the whole: the rare part says too little.
constexpr std::size_t kMostRefused = 100;

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

bool matches(Database& database, const std::string& expression, std::int64_t key) {
  return database.number("SELECT 1 FROM search WHERE search MATCH ? AND rowid = ?", expression, key) != 0;
}

} // namespace

CaseSearch::CaseSearch(const std::string& typed)
    : m_words(wordsOf(typed)), m_phrases(phrasesOf(typed)), m_isPostalCode(looksLikePostalCode(typed)) {
  if (const auto day = core::readDateText(typed)) m_day = *day;
}

CaseSearch::Query CaseSearch::within(const char* columns, const Query& query) {
  const auto in = [columns](const std::string& each) { return columns + (" : (" + each + ")"); };
  return {in(query.whole), in(query.rare)};
}

CaseSearch::Query CaseSearch::query(Database& database) const {
  const auto pages = [&database](const std::string& token) { return pagesOf(database, token); };
  const Query query{matchExpression(m_phrases), matchExpression(rareParts(m_phrases, pages))};
  return m_isPostalCode ? within("address", query) : query;
}

void CaseSearch::addMatches(Database& database, const Query& query, std::size_t limit, Keys& keys) {
  const auto isNew = [&keys](std::int64_t key) {
    return std::find(keys.begin(), keys.end(), key) == keys.end();
  };
  // By key and not by weight: a weight needs all matches, and a common word has a hundred thousand.
  std::int64_t below = std::numeric_limits<std::int64_t>::max();
  if (query.rare != query.whole) {
    Use rows = database.use("SELECT rowid FROM search WHERE search MATCH ? ORDER BY rowid DESC", query.rare);
    std::size_t refused = 0;
    while (refused < kMostRefused) {
      if (keys.size() >= limit || !rows.step()) return;
      below = rows.integer(0);
      if (!matches(database, query.whole, below))
        ++refused;
      else if (isNew(below))
        keys.push_back(below);
    }
  }
  Use rows = database.use("SELECT rowid FROM search WHERE search MATCH ? AND rowid < ? ORDER BY rowid DESC"
                          " LIMIT ?",
                          query.whole, below, limit + keys.size());
  while (rows.step() && keys.size() < limit)
    if (const std::int64_t key = rows.integer(0); isNew(key)) keys.push_back(key);
}

void CaseSearch::addOfDay(Database& database, std::size_t limit, Keys& keys) const {
  if (!m_day) return;
  const std::int64_t day = m_day->time_since_epoch().count();
  for (const char* sql : {"SELECT key FROM cases WHERE arrived_day = ? LIMIT ?",
                          "SELECT key FROM cases WHERE due_day = ? LIMIT ?"}) {
    Use rows = database.use(sql, day, limit);
    while (rows.step() && keys.size() < limit)
      if (const std::int64_t key = rows.integer(0); std::find(keys.begin(), keys.end(), key) == keys.end())
        keys.push_back(key);
  }
}

std::vector<std::int64_t> CaseSearch::newest(Database& database, std::size_t limit) const {
  Keys keys;
  addOfDay(database, limit, keys);
  if (!m_phrases.empty()) addMatches(database, query(database), limit, keys);
  return keys;
}

std::vector<std::int64_t> CaseSearch::best(Database& database, std::size_t limit) const {
  Keys keys;
  addOfDay(database, limit, keys);
  if (m_phrases.empty()) return keys;
  const Query anywhere = query(database);
  Keys found;
  addMatches(database, anywhere, limit + 1, found);
  if (!m_isPostalCode) {
    const Query inNames = within("{name kana number}", anywhere);
    // Where these are all that match, the index has been read once, and need not be read for the names again.
    if (found.size() > limit)
      addMatches(database, inNames, limit, keys);
    else
      std::stable_partition(found.begin(), found.end(),
                            [&](std::int64_t key) { return matches(database, inNames.whole, key); });
  }
  for (const std::int64_t key : found)
    if (keys.size() < limit && std::find(keys.begin(), keys.end(), key) == keys.end()) keys.push_back(key);
  return keys;
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
