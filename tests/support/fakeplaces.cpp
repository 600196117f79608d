// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakeplaces.h"

namespace madoguchi::tests {

std::optional<models::DocumentTransfer> FakePlaces::transferOf(const core::BlobId& blob) const {
  const auto found = transfers.find(blob);
  return found == transfers.end() ? std::nullopt : std::optional(found->second);
}

void FakePlaces::keep(const core::CaseId&, const core::BlobId& blob, bool keeps) {
  if (keeps)
    kept.insert(blob);
  else
    kept.erase(blob);
  keepsAll = keepsAll && keeps;
  Q_EMIT changed();
}

void FakePlaces::keepAll(const core::CaseId&, const std::vector<core::BlobId>& blobs, bool keeps) {
  kept = keeps ? std::set(blobs.begin(), blobs.end()) : std::set<core::BlobId>();
  keepsAll = keeps;
  Q_EMIT changed();
}

} // namespace madoguchi::tests
