// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/casetable.h"

#include "storage/bulkpage.h"

#include <functional>

namespace madoguchi::storage {

namespace {

constexpr std::int64_t kNoDay = 2'147'483'647;

std::int64_t dayNumber(core::Date date) {
  return date.time_since_epoch().count();
}

template <class T>
std::optional<std::int64_t> numberOrNull(const std::optional<T>& value) {
  if (!value) return std::nullopt;
  if constexpr (std::is_same_v<T, core::Date>)
    return dayNumber(*value);
  else
    return static_cast<std::int64_t>(*value);
}

constexpr const char* kInsertRow =
    "INSERT INTO cases(id, shown_version, number, number_key, procedure, procedure_version, applicant, kana,"
    " name_key, arrived_day, due_day, clock_days, stopped_days_left, status, holder, office, outcome, author,"
    " closed_day, flags, open_ranks, acted_by, labels)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
constexpr const char* kInsertNewRow =
    "INSERT OR IGNORE INTO cases(id, shown_version, number, number_key, procedure, procedure_version,"
    " applicant, kana, name_key, arrived_day, due_day, clock_days, stopped_days_left, status, holder, office,"
    " outcome, author, closed_day, flags, open_ranks, acted_by, labels)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
constexpr const char* kInsertDocument =
    "INSERT INTO case_documents(key, scope, seq, version, digest, indexed, state, timeline)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?)";
constexpr const char* kUpdateRow =
    "UPDATE cases SET id = ?, shown_version = ?, number = ?, number_key = ?, procedure = ?,"
    " procedure_version = ?, applicant = ?, kana = ?, name_key = ?, arrived_day = ?, due_day = ?,"
    " clock_days = ?, stopped_days_left = ?, status = ?, holder = ?, office = ?, outcome = ?, author = ?,"
    " closed_day = ?, flags = ?, open_ranks = ?, acted_by = ?, labels = ? WHERE key = ?";

/// The number of changed rows.
template <class... More>
int writeRow(Database& database, Words& words, const char* sql, const core::CaseSummary& summary,
             const std::string& actedBy, const More&... more) {
  const core::CaseListRow& row = summary.row;
  const std::int64_t due = row.dueOn ? dayNumber(*row.dueOn) : kNoDay;
  return database.run(
      sql, row.id.value, row.version, row.number, summary.numberKey, words.numberOf(row.procedure.value),
      row.procedureVersion, row.applicant, row.kana, summary.nameKey, dayNumber(row.arrivedOn), due,
      row.clockDays, numberOrNull(row.stoppedDaysLeft), row.status, words.numberOf(row.holder.value),
      words.numberOf(row.office.value), numberOrNull(row.outcome), words.numberOf(row.author.value),
      numberOrNull(row.closedOn), row.flags, summary.openRanks, actedBy, joinedLabels(row.labels), more...);
}

} // namespace

std::int64_t hashOf(const SearchTexts& texts) {
  std::size_t hash = 0;
  for (const auto& field : texts)
    for (const std::string& text : field)
      hash = hash * 31 + std::hash<std::string>{}(text);
  return static_cast<std::int64_t>(hash);
}

std::string joinedLabels(const std::vector<std::string>& labels) {
  std::string text;
  for (const std::string& label : labels)
    text.append(text.empty() ? 1 : 0, kBetweenLabels).append(label).append(1, kBetweenLabels);
  return text;
}

std::vector<std::string> labelsFrom(const std::string& joined) {
  std::vector<std::string> labels;
  for (std::size_t at = 1; at < joined.size();) {
    const std::size_t end = joined.find(kBetweenLabels, at);
    labels.push_back(joined.substr(at, end - at));
    at = end == std::string::npos ? end : end + 1;
  }
  return labels;
}

std::string joinedIds(const core::CaseSummary& summary) {
  std::string text;
  const auto append = [&text](const char* sign, const core::UserId& id) {
    text.append(text.empty() ? ";" : "").append(sign).append(id.value).append(";");
  };
  for (const core::UserId& id : summary.actedBy)
    append("", id);
  for (const core::UserId& id : summary.actedFor)
    append("for:", id);
  return text;
}

std::optional<StoredCase> CaseTable::find(const core::CaseId& id) {
  Use row = m_database.use("SELECT d.key, d.scope, d.seq, d.version, d.digest, d.indexed"
                           " FROM cases c JOIN case_documents d ON d.key = c.key WHERE c.id = ?",
                           id.value);
  if (!row.step()) return std::nullopt;
  StoredCase stored;
  stored.key = row.integer(0);
  stored.stamp = {m_words.word(row.integer(1)), row.integer(2), row.integer(3), row.text(4)};
  stored.indexed = row.integer(5);
  return stored;
}

core::CaseText CaseTable::shownText(std::int64_t key) {
  Use row = m_database.use("SELECT state, timeline FROM case_documents WHERE key = ?", key);
  if (!row.step()) fail(core::ErrorCode::StorageCorrupt, "a case without its document");
  return {row.text(0), row.text(1)};
}

std::optional<core::CaseText> CaseTable::baseText(std::int64_t key) {
  Use row = m_database.use("SELECT state, timeline FROM base_rows WHERE key = ?", key);
  if (!row.step()) return std::nullopt;
  return core::CaseText{row.text(0), row.text(1)};
}

core::CaseId CaseTable::idOf(std::int64_t key) {
  Use row = m_database.use("SELECT id FROM cases WHERE key = ?", key);
  return row.step() ? core::CaseId(row.text(0)) : core::CaseId();
}

std::int64_t CaseTable::insert(const ShownCase& shown, const Stamp& stamp) {
  static_cast<void>(writeRow(m_database, m_words, kInsertRow, shown.summary, joinedIds(shown.summary)));
  const std::int64_t key = m_database.lastKey();
  m_database.run(kInsertDocument, key, m_words.numberOf(stamp.scope), stamp.seq, stamp.version, stamp.digest,
                 hashOf(shown.searchTexts), shown.text.state, shown.text.timeline);
  index(key, searchForms(shown.searchTexts), true);
  return key;
}

bool CaseTable::insertNew(const BulkRow& ready, std::int64_t scope) {
  if (writeRow(m_database, m_words, kInsertNewRow, ready.summary, ready.actedBy) == 0) return false;
  const std::int64_t key = m_database.lastKey();
  const core::CaseRow& row = ready.row;
  m_database.run(kInsertDocument, key, scope, row.seq, row.version, row.digest, ready.indexed, row.state,
                 row.timeline);
  index(key, ready.forms, true);
  return true;
}

void CaseTable::update(const StoredCase& stored, const ShownCase& shown, const Stamp& stamp) {
  static_cast<void>(
      writeRow(m_database, m_words, kUpdateRow, shown.summary, joinedIds(shown.summary), stored.key));
  const std::int64_t indexed = hashOf(shown.searchTexts);
  m_database.run("UPDATE case_documents SET scope = ?, seq = ?, version = ?, digest = ?, indexed = ?,"
                 " state = ?, timeline = ? WHERE key = ?",
                 m_words.numberOf(stamp.scope), stamp.seq, stamp.version, stamp.digest, indexed,
                 shown.text.state, shown.text.timeline, stored.key);
  if (indexed != stored.indexed) index(stored.key, searchForms(shown.searchTexts), false);
}

void CaseTable::setFlags(std::int64_t key, core::RowFlags flags) {
  m_database.run("UPDATE cases SET flags = ? WHERE key = ?", flags, key);
}

void CaseTable::setBase(std::int64_t key, const core::CaseText& text) {
  const auto orNull = [](const std::string& part) {
    return part.empty() ? std::optional<std::string>() : std::optional(part);
  };
  m_database.run("INSERT OR REPLACE INTO base_rows(key, state, timeline) VALUES (?, ?, ?)", key,
                 orNull(text.state), orNull(text.timeline));
}

void CaseTable::dropBase(std::int64_t key) {
  m_database.run("DELETE FROM base_rows WHERE key = ?", key);
}

void CaseTable::erase(std::int64_t key) {
  m_database.run("DELETE FROM search WHERE rowid = ?", key);
  m_database.run("DELETE FROM base_rows WHERE key = ?", key);
  m_database.run("DELETE FROM case_documents WHERE key = ?", key);
  m_database.run("DELETE FROM cases WHERE key = ?", key);
}

void CaseTable::index(std::int64_t key, const SearchForms& forms, bool isNew) {
  if (!isNew) m_database.run("DELETE FROM search WHERE rowid = ?", key);
  m_database.run("INSERT INTO search(rowid, name, kana, number, address, form) VALUES (?, ?, ?, ?, ?, ?)",
                 key, forms[0], forms[1], forms[2], forms[3], forms[4]);
}

} // namespace madoguchi::storage
