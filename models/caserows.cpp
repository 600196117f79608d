// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/caserows.h"

#include <algorithm>

namespace madoguchi::models {

namespace {

// What is remembered while a request runs: a screen with its neighbours.
constexpr std::size_t kWantedPages = 4;

} // namespace

CaseRows::CaseRows(CaseSource& source, QObject* parent)
    : QObject(parent), m_source(source), m_rows(kPage * kPages) {
  m_turn.setSingleShot(true);
  m_turn.setInterval(0);
  connect(&m_turn, &QTimer::timeout, this, &CaseRows::ask);
  connect(&source, &CaseSource::rowsLoaded, this, &CaseRows::take);
  connect(&source, &CaseSource::rowsAhead, this, [this](const std::vector<core::CaseListRow>& rows) {
    keep(rows);
    std::vector<CaseKey> keys;
    keys.reserve(rows.size());
    for (const core::CaseListRow& row : rows)
      keys.push_back(row.key);
    std::sort(keys.begin(), keys.end());
    Q_EMIT rowsChanged(keys);
  });
  connect(&source, &CaseSource::failed, this, &CaseRows::giveUp);
}

void CaseRows::want(const std::vector<CaseKey>& page) {
  const auto same = std::find(m_wanted.begin(), m_wanted.end(), page);
  if (same != m_wanted.end()) {
    std::rotate(same, same + 1, m_wanted.end());
  } else {
    m_wanted.push_back(page);
    if (m_wanted.size() > kWantedPages) m_wanted.erase(m_wanted.begin());
  }
  schedule();
}

void CaseRows::refresh(const std::vector<CaseKey>& keys) {
  for (const CaseKey key : keys)
    if (m_rows.contains(key) || m_unavailable.contains(key)) m_stale.push_back(key);
  if (!m_stale.empty()) schedule();
}

void CaseRows::refreshAll() {
  const QList<CaseKey> keys = m_rows.keys();
  m_stale.assign(keys.begin(), keys.end());
  m_unavailable.clear();
  if (!m_stale.empty()) schedule();
}

void CaseRows::schedule() {
  if (!m_running && !m_turn.isActive()) m_turn.start();
}

void CaseRows::ask() {
  if (m_running) return;
  m_asked = std::move(m_stale);
  m_stale.clear();
  for (const std::vector<CaseKey>& page : m_wanted)
    for (const CaseKey key : page)
      if (!m_rows.contains(key) && !m_unavailable.contains(key)) m_asked.push_back(key);
  m_wanted.clear();
  std::sort(m_asked.begin(), m_asked.end());
  m_asked.erase(std::unique(m_asked.begin(), m_asked.end()), m_asked.end());
  if (m_asked.empty()) return;
  m_running = true;
  m_generation = m_source.nextGeneration();
  m_source.requestRows(m_asked, m_generation);
}

void CaseRows::take(quint64 generation, const std::vector<core::CaseListRow>& rows) {
  if (!m_running || generation != m_generation) return;
  m_running = false;
  keep(rows);
  Q_EMIT rowsChanged(m_asked);
  if (!m_wanted.empty() || !m_stale.empty()) schedule();
}

void CaseRows::keep(const std::vector<core::CaseListRow>& rows) {
  for (const core::CaseListRow& row : rows) {
    m_unavailable.remove(row.key);
    m_rows.insert(row.key, new core::CaseListRow(row));
  }
}

void CaseRows::giveUp(quint64 generation) {
  if (!m_running || generation != m_generation) return;
  m_running = false;
  for (const CaseKey key : m_asked)
    if (!m_rows.contains(key)) m_unavailable.insert(key);
  Q_EMIT rowsChanged(m_asked);
}

} // namespace madoguchi::models
