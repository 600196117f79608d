// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/casestate.h"
#include "models/caseresult.h"
#include "models/ports/draftkeeper.h"

#include <optional>
#include <string>
#include <vector>

namespace madoguchi::models {

/// What is done to the drafts of a batch.
struct BatchOrder {
  enum class Decision { Approve, Return };
  Decision decision = Decision::Approve;
  std::string reason = {}; ///< of a return

  bool operator==(const BatchOrder&) const = default;
};

/// One draft of a batch as it was shown to the approver, and how it fared.
struct BatchItem {
  core::CaseId caseId;
  std::int64_t version = 0; ///< of the case
  int draftVersion = 0;
  std::string draftHash = {};
  core::Outcome draftOutcome = core::Outcome::Granted;
  std::string number = {};
  std::string applicant = {};
  CaseOutcome outcome = {CaseResult::Waiting};

  bool operator==(const BatchItem&) const = default;
};

/// The last batch, beside the user's drafts, until it is put away: what was chosen for each draft, and what
/// became of it. In pieces, because each result is written at once.
class BatchMemory {
public:
  struct Kept {
    BatchOrder order;
    std::vector<BatchItem> items;
  };
  static constexpr std::size_t kPiece = 32;

  explicit BatchMemory(DraftKeeper& drafts) : m_drafts(drafts) {}

  /// The same batch as was kept, or after `forget`: it is written piece by piece, and a cut must not leave
  /// the order of one batch over the items of another.
  void keep(const BatchOrder& order, const std::vector<BatchItem>& items);
  /// One of what was kept has another outcome.
  void keepOutcome(const std::vector<BatchItem>& items, std::size_t place);
  void forget();
  /// Nothing where no batch is remembered. One that was being decided comes back as it was then.
  [[nodiscard]] std::optional<Kept> load() const;

private:
  DraftKeeper& m_drafts;
};

} // namespace madoguchi::models
