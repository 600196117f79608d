// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/casestate.h"
#include "core/procedures/procedure.h"

#include <QRectF>
#include <QString>

#include <vector>

namespace madoguchi::models {

/// A mark with its number, which counts through all criteria of the case in their order and is the same in
/// the list, on the page and in what a screen reader says.
struct NumberedMark {
  int number = 0;
  core::CriterionId criterion;
  core::EvidenceMark mark;
};

[[nodiscard]] std::vector<NumberedMark> numberedMarks(const core::CaseState& state,
                                                      const core::Procedure& procedure);

/// The place in points of the unturned page.
[[nodiscard]] QRectF areaOf(const core::EvidenceMark& mark);
/// A mark without a note there. The area is kept on the page: not left of or above it, not empty.
[[nodiscard]] core::EvidenceMark markAt(const core::DocumentId& document, int page, const QRectF& area);

/// "plan.pdf, page 3: the note".
[[nodiscard]] QString markText(const std::vector<core::CaseDocument>& documents,
                               const core::EvidenceMark& mark);

} // namespace madoguchi::models
