// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/casecodec.h"
#include "core/desk/casesummary.h"
#include "core/sync/feed.h"
#include "storage/searchtext.h"
#include "storage/words.h"

#include <optional>
#include <string>

namespace madoguchi::storage {

/// The stamps of the server's row. Version 0: the server does not know the case yet; the scope is then "".
struct Stamp {
  core::ScopeName scope;
  std::int64_t seq = 0;
  std::int64_t version = 0;
  std::string digest;
  bool operator==(const Stamp&) const = default;
};

struct StoredCase {
  std::int64_t key = 0;
  Stamp stamp;
  std::int64_t indexed = 0; ///< hash of what the search index holds of it
};

/// A case as it is to be shown.
struct ShownCase {
  core::CaseSummary summary; ///< with Pending and Attention
  core::CaseText text;
  SearchTexts searchTexts;
};

/// Only to save work: when it is the same as before, the index needs no new entry.
[[nodiscard]] std::int64_t hashOf(const SearchTexts& texts);
/// ";id;id;for:id;" so that one id can be looked for with instr: who acted, and whose 後閲 is due.
[[nodiscard]] std::string joinedIds(const core::CaseSummary& summary);
/// Labels of a case in one text, each between two separators; a single one so written can be looked for.
inline constexpr char kBetweenLabels = '\x1f';
[[nodiscard]] std::string joinedLabels(const std::vector<std::string>& labels);
[[nodiscard]] std::vector<std::string> labelsFrom(const std::string& joined);

struct BulkRow;

/// Rows, documents, base rows and search index of cases: the only writer of these tables.
class CaseTable {
public:
  CaseTable(Database& database, Words& words) : m_database(database), m_words(words) {}

  [[nodiscard]] std::optional<StoredCase> find(const core::CaseId& id);
  /// The texts as shown. Throws StorageCorrupt where they are missing.
  [[nodiscard]] core::CaseText shownText(std::int64_t key);
  /// The server's texts where pending commands cover them; empty texts where it has none yet.
  [[nodiscard]] std::optional<core::CaseText> baseText(std::int64_t key);
  [[nodiscard]] core::CaseId idOf(std::int64_t key);

  [[nodiscard]] std::int64_t insert(const ShownCase& shown, const Stamp& stamp);
  /// A case of a bulk load; false, and nothing done, where it is here already.
  [[nodiscard]] bool insertNew(const BulkRow& ready, std::int64_t scope);
  void update(const StoredCase& stored, const ShownCase& shown, const Stamp& stamp);
  void setFlags(std::int64_t key, core::RowFlags flags);
  void setBase(std::int64_t key, const core::CaseText& text);
  void dropBase(std::int64_t key);
  void erase(std::int64_t key);

private:
  void index(std::int64_t key, const SearchForms& forms, bool isNew);

  Database& m_database;
  Words& m_words;
};

} // namespace madoguchi::storage
