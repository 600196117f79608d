// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/casecodec.h"
#include "server/store.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

/// How changes get their numbers: counters are taken as late as possible, in the order of their names, and
/// each row is stamped with the next seq of its scope (protocol.md, "Order").
namespace madoguchi::server {

/// Where a changed case appears in the feeds.
struct CasePlace {
  core::ScopeName scope;
  std::int64_t seq = 0;
  core::ScopeName leftScope; ///< where it was before, if that is another scope
  std::int64_t leftSeq = 0;
};

/// Cases in their latest form, gathered in one transaction. A case that is put twice is written once.
class CaseChanges {
public:
  explicit CaseChanges(Writing& writing) : m_writing(writing) {}
  /// `before`: the stored row, none for a new case.
  void put(const std::optional<core::CaseRow>& before, const core::CaseState& state, core::ScopeName scope,
           core::CaseText text, std::string digest);
  [[nodiscard]] std::map<core::CaseId, CasePlace> write();

private:
  struct Change {
    std::optional<core::CaseRow> before;
    StampedCase after;
  };

  Writing& m_writing;
  std::map<core::CaseId, Change> m_changes;
};

/// A reference to be put; an empty document takes it away.
struct ReferenceChange {
  std::string entity;
  std::string key;
  std::string document; ///< canonical JSON
};

/// Stamps and writes those that differ from what is stored. Returns how many did.
std::size_t putReferences(Writing& writing, const core::ScopeName& scope,
                          const std::vector<ReferenceChange>& changes);

} // namespace madoguchi::server
