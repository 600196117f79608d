// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/desk/casequery.h"
#include "core/desk/figures.h"
#include "core/desk/roomuse.h"
#include "core/desk/searchhit.h"
#include "core/desk/workload.h"
#include "core/sync/outbox.h"
#include "storage/cachefile.h"
#include "storage/keptdocuments.h"
#include "storage/surroundings.h"
#include "storage/words.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace madoguchi::storage {

/// A case in full, as it is shown.
struct OpenedRecord {
  std::int64_t key = 0;
  core::CaseRecord record;                ///< the server's, with the pending commands replayed on it
  std::optional<core::CaseState> base;    ///< the server's own, where commands are pending
  std::vector<core::OutboxEntry> entries; ///< of this case, in order
};

class CaseSearch;

/// What lists and pages read, over a read-only connection of its own: for one reader thread. Each call is one
/// short read transaction and sees one state of the cache.
///
/// Errors of all calls: Cancelled after `interrupt`; StorageCorrupt; StorageFailed.
class CaseReader {
public:
  /// Errors: those of openForReading.
  [[nodiscard]] static core::Result<std::unique_ptr<CaseReader>> open(const CacheFile& file);

  /// Opens the file anew where another has taken its place (Cache::adopt); until then the reader sees the old
  /// one. Not while another thread may interrupt. Errors: those of openForReading.
  [[nodiscard]] core::Result<void> follow();

  /// Keys of all cases of a query, in its order.
  [[nodiscard]] core::Result<std::vector<std::int64_t>> keys(const core::CaseQuery& query);
  [[nodiscard]] core::Result<std::vector<std::int64_t>> firstKeys(const core::CaseQuery& query,
                                                                  std::size_t count);
  [[nodiscard]] core::Result<std::int64_t> count(const core::CaseQuery& query);
  /// Rows in the order of the keys; one that is gone has an empty id.
  [[nodiscard]] core::Result<std::vector<core::CaseListRow>> rows(std::span<const std::int64_t> keys);
  [[nodiscard]] core::Result<core::QueueCounts> counts(const core::Actor& actor,
                                                       const core::OfficeTree& offices, core::Date today,
                                                       const core::AbsenceBook& absences = {});

  /// The labels that cases bear, the most frequent first.
  [[nodiscard]] core::Result<std::vector<std::string>> labels();

  /// The open cases of a query by holder and procedure; of its order nothing is left.
  [[nodiscard]] core::Result<std::vector<core::WorkloadLine>> workload(const core::CaseQuery& query,
                                                                       core::Date today);
  /// How the work flows: the last 13 weeks of the query's cases, and the steps of the 500 closed last.
  [[nodiscard]] core::Result<core::Figures> figures(const core::CaseQuery& query, core::Date today);

  /// Errors: NoSuchCase.
  [[nodiscard]] core::Result<OpenedRecord> record(const core::CaseId& id);
  /// Without those that are gone.
  [[nodiscard]] core::Result<std::vector<core::CaseState>> states(std::span<const std::int64_t> keys);
  /// The cases of which the user keeps documents on this PC, with what of them.
  [[nodiscard]] core::Result<std::vector<std::pair<core::CaseState, KeptOfCase>>> kept();
  /// At most `limit` cases that hold every word, names and numbers before addresses before forms and notes,
  /// newer ones first; and those of a day, where the text is one.
  [[nodiscard]] core::Result<std::vector<core::SearchHit>> search(const std::string& text, std::size_t limit);
  /// The newest of them, found without looking through all: what can be shown at once.
  [[nodiscard]] core::Result<std::vector<core::SearchHit>> newestHits(const std::string& text,
                                                                      std::size_t limit);
  [[nodiscard]] core::Result<Surroundings> surroundings(const Surroundings* known = nullptr);
  /// What the cache takes on this PC; looks through all that is searched.
  [[nodiscard]] core::Result<core::RoomUse> room();
  /// Texts typed and not yet commands, whose keys begin so.
  [[nodiscard]] core::Result<std::map<std::string, std::string>> drafts(const std::string& keyPrefix);

  /// From any thread: the call that runs now ends with Cancelled.
  void interrupt() { m_database->interrupt(); }

private:
  CaseReader(CacheFile file, std::unique_ptr<Database> database, std::uint64_t number);
  [[nodiscard]] std::vector<std::int64_t> select(const core::CaseQuery& query, const std::string& limit);
  [[nodiscard]] std::int64_t countNow(const core::CaseQuery& query);
  [[nodiscard]] core::CaseListRow rowNow(std::int64_t key);
  [[nodiscard]] std::vector<core::SearchHit> hitsOf(const CaseSearch& search,
                                                    const std::vector<std::int64_t>& keys);

  CacheFile m_file;
  std::unique_ptr<Database> m_database;
  std::uint64_t m_number; ///< of the file (numberOfFile)
  Words m_words;
};

} // namespace madoguchi::storage
