// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ports/documentplaces.h"

#include <map>
#include <set>

namespace madoguchi::tests {

/// Says of all documents the same, and keeps what it is told to keep.
class FakePlaces final : public models::DocumentPlaces {
  Q_OBJECT

public:
  void watch(const QObject*, const std::vector<core::BlobId>& blobs) override { watched = blobs; }
  [[nodiscard]] models::DocumentPlace placeOf(const core::BlobId&) const override { return place; }
  [[nodiscard]] std::optional<models::DocumentTransfer> transferOf(const core::BlobId& blob) const override;
  [[nodiscard]] bool isKept(const core::BlobId& blob) const override { return kept.count(blob) > 0; }
  [[nodiscard]] bool keepsAllOf(const core::CaseId&) const override { return keepsAll; }
  void keep(const core::CaseId& caseId, const core::BlobId& blob, bool keeps) override;
  void keepAll(const core::CaseId& caseId, const std::vector<core::BlobId>& blobs, bool keeps) override;

  std::vector<core::BlobId> watched;
  models::DocumentPlace place = models::DocumentPlace::Unknown;
  std::map<core::BlobId, models::DocumentTransfer> transfers;
  std::set<core::BlobId> kept;
  bool keepsAll = false;
};

} // namespace madoguchi::tests
