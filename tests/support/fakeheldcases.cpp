// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakeheldcases.h"

#include <algorithm>

namespace madoguchi::tests {

FakeHeldCases::FakeHeldCases(FakeDesk& desk) : m_desk(desk) {
  connect(&desk.table, &models::CaseSource::changed, this, &models::HeldCasesSource::changed);
}

void FakeHeldCases::ask(quint64 request, const core::HeldQuestion& question) {
  ++asked;
  core::HeldCases held;
  const auto contains = [](const auto& list, const core::CaseId& id) {
    return std::find(list.begin(), list.end(), id) != list.end();
  };
  for (std::size_t place = 0; place < m_desk.cases.size(); ++place) {
    const auto& item = m_desk.cases[place];
    const core::CaseId& id = item.record.state.id;
    const core::CaseListRow row = m_desk.rowAt(place);
    const bool wasHeld = question.before && contains(*question.before, id);
    const bool isOthers = core::wasHandedOverByAnother(item.record.timeline, question.holder);
    if (row.holder == question.holder && core::has(row.flags, core::RowFlag::Open)) {
      held.cases.push_back(id);
      if (question.before && !wasHeld && isOthers) held.given.push_back(id);
      if (core::has(row.flags, core::RowFlag::Undecided) && row.dueOn && *row.dueOn >= question.dueFrom &&
          *row.dueOn <= question.dueUntil)
        held.due.push_back(id);
    } else if (wasHeld && row.holder != question.holder && isOthers) {
      held.takenAway.push_back(id);
    }
  }
  held.isNewHere = m_desk.cases.empty();
  QMetaObject::invokeMethod(
      this, [this, request, held] { Q_EMIT answered(request, held); }, Qt::QueuedConnection);
}

} // namespace madoguchi::tests
