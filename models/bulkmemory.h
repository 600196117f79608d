// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/bulkrun.h"

#include <optional>

namespace madoguchi::models {

/// What is left of a bulk run, beside the user's drafts. Keys are kept in pieces; a finished piece is
/// forgotten, so after an interruption at most one piece is looked at twice, where the cases that are done
/// need nothing any more.
class BulkMemory {
public:
  struct Left {
    BulkOrder order;
    Keys keys;
  };
  static constexpr std::size_t kPiece = 4'096;

  explicit BulkMemory(DraftKeeper& drafts) : m_drafts(drafts) {}

  void keep(const BulkOrder& order, const Keys& keys);
  /// The first `done` keys of what was kept are finished; acts at the end of a piece.
  void forgetDone(std::size_t done);
  void forget();
  /// Nothing where no run was interrupted. Its pieces keep their numbers: who goes on keeps it anew.
  [[nodiscard]] std::optional<Left> load() const;

private:
  DraftKeeper& m_drafts;
};

} // namespace madoguchi::models
