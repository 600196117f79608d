// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/casemarks.h"

namespace madoguchi::models {

std::size_t CaseMarks::count(std::size_t listed) const {
  if (!m_allExcept) return m_keys.size();
  return listed > m_keys.size() ? listed - m_keys.size() : 0;
}

Keys CaseMarks::of(const Keys& listed) const {
  Keys marked;
  marked.reserve(count(listed.size()));
  for (const CaseKey key : listed)
    if (contains(key)) marked.push_back(key);
  return marked;
}

void CaseMarks::set(CaseKey key, bool marked) {
  if (marked == m_allExcept)
    m_keys.erase(key);
  else
    m_keys.insert(key);
}

void CaseMarks::markAll() {
  m_keys.clear();
  m_allExcept = true;
}

void CaseMarks::clear() {
  m_keys.clear();
  m_allExcept = false;
}

void CaseMarks::keepOnly(const Keys& listed) {
  if (m_keys.empty()) return;
  std::unordered_set<CaseKey> kept;
  for (const CaseKey key : listed)
    if (m_keys.count(key) > 0) kept.insert(key);
  m_keys = std::move(kept);
}

} // namespace madoguchi::models
