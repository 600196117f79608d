// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/database.h"

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>

namespace madoguchi::storage {

/// Ids of offices, users, procedures and scopes as small numbers, so that rows and indexes stay narrow. The
/// empty id is 0. Numbers are never given twice.
class Words {
public:
  explicit Words(Database& database) : m_database(database) {}

  /// The number of a word; a new one is given where there is none (writer only).
  [[nodiscard]] std::int64_t numberOf(const std::string& word);
  [[nodiscard]] std::optional<std::int64_t> find(const std::string& word);
  [[nodiscard]] std::string word(std::int64_t number);
  /// By what lists sort this word.
  void setLabel(const std::string& word, const std::string& label);
  /// After a rollback, or in another file: what was remembered may not be there.
  void forget();

private:
  Database& m_database;
  std::unordered_map<std::string, std::int64_t> m_numbers;
  std::unordered_map<std::int64_t, std::string> m_words;
};

} // namespace madoguchi::storage
