// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/casetable.h"
#include "storage/surroundings.h"

#include <memory>
#include <vector>

/// Pages of a bulk load, made ready apart from the database: checking, parsing, deriving and folding cost as
/// much as writing, and go on beside it on another thread.
namespace madoguchi::storage {

/// What rows are derived with. Immutable, for any thread.
struct BulkBasis {
  std::map<std::pair<core::ProcedureId, int>, std::shared_ptr<const core::Procedure>> procedures;
  core::HolidayTable holidays;
  core::Date today{};
};

struct BulkRow {
  core::CaseRow row;
  core::CaseSummary summary;
  std::string actedBy;
  SearchForms forms;
  std::int64_t indexed = 0;
};

struct BulkPage {
  std::vector<BulkRow> rows;
  core::SnapshotEnd end;
  core::CaseId begin; ///< the rows follow on this one
  std::shared_ptr<const BulkBasis> basis;
};

/// From a page as it came (CaseRow…, SnapshotEnd). Errors: Malformed where anything else is in it, a row
/// cannot be read, or its digest is not that of its texts.
[[nodiscard]] core::Result<BulkPage> prepareBulk(std::vector<core::FeedItem>&& items, core::CaseId begin,
                                                 std::shared_ptr<const BulkBasis> basis);

} // namespace madoguchi::storage
