// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "storage/database.h"

#include <map>
#include <set>
#include <vector>

namespace madoguchi::storage {

/// What the user wants on this PC of one case.
struct KeptOfCase {
  bool all = false; ///< also what is attached later
  std::set<core::BlobId> blobs;
};
using KeptByCase = std::map<core::CaseId, KeptOfCase>;

[[nodiscard]] KeptByCase keptIn(Database& database);

/// The documents that the user wants on this PC, here or not yet: BlobStore lets go of none of them to make
/// room. They go with their case. Errors: StorageFull, StorageFailed.
class KeptDocuments {
public:
  explicit KeptDocuments(Database& database) : m_database(database) {}

  [[nodiscard]] core::Result<void> keep(const core::CaseId& caseId, const std::vector<core::BlobId>& blobs);
  /// Those that the case has now, and those that come later.
  [[nodiscard]] core::Result<void> keepAll(const core::CaseId& caseId,
                                           const std::vector<core::BlobId>& blobs);
  /// From then on what comes later is not wanted either; the others of the case stay.
  [[nodiscard]] core::Result<void> release(const core::CaseId& caseId, const core::BlobId& blob);
  [[nodiscard]] core::Result<void> releaseAll(const core::CaseId& caseId);
  [[nodiscard]] core::Result<KeptByCase> all();

private:
  void add(const core::CaseId& caseId, const std::vector<core::BlobId>& blobs);

  Database& m_database;
};

} // namespace madoguchi::storage
