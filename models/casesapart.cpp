// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/casesapart.h"

#include <algorithm>
#include <utility>

namespace madoguchi::models {

CasesApart::CasesApart(Make make, OpenCase& beside, QObject* parent)
    : QObject(parent), m_make(std::move(make)), m_beside(beside) {
  m_beside.yieldTo([this](const core::CaseId& id) { return find(id) != nullptr; });
  connect(&m_beside, &OpenCase::finished, this, &CasesApart::goOn);
  connect(&m_beside, &OpenCase::refused, this, &CasesApart::goOn);
}

void CasesApart::goOn() {
  open(std::exchange(m_waiting, {}));
}

CaseApart* CasesApart::find(const core::CaseId& id) const {
  const auto found =
      std::find_if(m_all.begin(), m_all.end(), [&id](const auto& one) { return one->opened.id() == id; });
  return found == m_all.end() ? nullptr : found->get();
}

void CasesApart::open(const core::CaseId& id) {
  if (id.empty()) return;
  if (find(id) == nullptr) {
    if (m_beside.isBusy()) {
      m_waiting = id;
      return;
    }
    auto one = m_make();
    one->opened.open(id);
    m_all.push_back(std::move(one));
    m_beside.reconsider(id);
  }
  Q_EMIT wanted(id);
}

void CasesApart::close(const core::CaseId& id) {
  const auto gone =
      std::find_if(m_all.begin(), m_all.end(), [&id](const auto& one) { return one->opened.id() == id; });
  if (gone == m_all.end()) return;
  const core::CaseId mine = id; // it may be the one that goes
  m_all.erase(gone);
  m_beside.reconsider(mine);
}

} // namespace madoguchi::models
