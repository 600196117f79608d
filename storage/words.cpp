// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/words.h"

namespace madoguchi::storage {

std::optional<std::int64_t> Words::find(const std::string& word) {
  if (word.empty()) return 0;
  if (const auto known = m_numbers.find(word); known != m_numbers.end()) return known->second;
  Use found = m_database.use("SELECT ix FROM words WHERE word = ?", word);
  if (!found.step()) return std::nullopt;
  const std::int64_t number = found.integer(0);
  m_numbers.emplace(word, number);
  return number;
}

std::int64_t Words::numberOf(const std::string& word) {
  if (const auto known = find(word)) return *known;
  m_database.run("INSERT INTO words(word) VALUES (?)", word);
  const std::int64_t number = m_database.lastKey();
  m_numbers.emplace(word, number);
  return number;
}

std::string Words::word(std::int64_t number) {
  if (number == 0) return {};
  if (const auto known = m_words.find(number); known != m_words.end()) return known->second;
  Use found = m_database.use("SELECT word FROM words WHERE ix = ?", number);
  if (!found.step()) fail(core::ErrorCode::StorageCorrupt, "a row names a word that is not there");
  return m_words.emplace(number, found.text(0)).first->second;
}

void Words::setLabel(const std::string& word, const std::string& label) {
  m_database.run("UPDATE words SET label = ?1 WHERE ix = ?2 AND label <> ?1", label, numberOf(word));
}

void Words::forget() {
  m_numbers.clear();
  m_words.clear();
}

} // namespace madoguchi::storage
