// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/evidence.h"

#include "models/text.h"

#include <QCoreApplication>

#include <algorithm>

namespace madoguchi::models {

namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(Evidence)
};

constexpr double kTenths = 10;

} // namespace

std::vector<NumberedMark> numberedMarks(const core::CaseState& state, const core::Procedure& procedure) {
  std::vector<NumberedMark> marks;
  for (const core::Criterion& criterion : procedure.criteria)
    if (const auto found = state.findings.find(criterion.id); found != state.findings.end())
      for (const core::EvidenceMark& mark : found->second.marks)
        marks.push_back({static_cast<int>(marks.size()) + 1, criterion.id, mark});
  return marks;
}

QRectF areaOf(const core::EvidenceMark& mark) {
  return {mark.left / kTenths, mark.top / kTenths, mark.width / kTenths, mark.height / kTenths};
}

core::EvidenceMark markAt(const core::DocumentId& document, int page, const QRectF& area) {
  core::EvidenceMark mark;
  mark.document = document;
  mark.page = page;
  mark.left = std::max(0, qRound(area.left() * kTenths));
  mark.top = std::max(0, qRound(area.top() * kTenths));
  mark.width = std::max(1, qRound(area.right() * kTenths) - mark.left);
  mark.height = std::max(1, qRound(area.bottom() * kTenths) - mark.top);
  return mark;
}

QString markText(const std::vector<core::CaseDocument>& documents, const core::EvidenceMark& mark) {
  const auto found = std::find_if(documents.begin(), documents.end(),
                                  [&](const auto& document) { return document.id == mark.document; });
  const QString name = found == documents.end() ? Say::tr("a document") : qtext(found->name);
  const QString place = Say::tr("%1, page %2").arg(name).arg(mark.page + 1);
  return mark.note.empty() ? place : Say::tr("%1: %2").arg(place, qtext(mark.note));
}

} // namespace madoguchi::models
