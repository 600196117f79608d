// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/batchgrouping.h"
#include "models/ports/draftkeeper.h"

#include <QMap>

namespace madoguchi::models {

/// Which drafts are marked to be decided as a batch. Alike ones are by proposal, unlike ones are not; what
/// the approver chose otherwise is kept with the user's drafts. It is a choice for the draft that was shown:
/// when that has changed, the proposal holds again.
class BatchMarks {
public:
  explicit BatchMarks(DraftKeeper& drafts);

  [[nodiscard]] bool isMarked(const BatchCase& item) const;
  void mark(const std::vector<const BatchCase*>& items, bool marked);
  /// Nothing is kept of what is not listed any more, or not so.
  void keepOnly(const std::vector<BatchGroup>& listed);

private:
  void keep();

  DraftKeeper& m_drafts;
  QMap<QString, QString> m_chosen; ///< of a case: '+' or '-', and the draft's hash
};

} // namespace madoguchi::models
