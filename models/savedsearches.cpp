// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/savedsearches.h"

#include <algorithm>

namespace madoguchi::models {

namespace {

// No case has this id.
const core::CaseId kPlace("desk:searches");
constexpr int kDigits = 6;
constexpr int kHeadLines = 2; ///< name and queue; the filter follows

} // namespace

SavedSearches::SavedSearches(DraftKeeper& drafts, QObject* parent) : QObject(parent), m_drafts(drafts) {
  const QMap<QString, QString> kept = drafts.drafts(kPlace);
  for (auto entry = kept.begin(); entry != kept.end(); ++entry) {
    const QChar newLine(u'\n');
    SavedSearch search;
    search.id = entry.key();
    search.name = entry.value().section(newLine, 0, 0);
    const int queue = entry.value().section(newLine, 1, 1).toInt();
    search.queue = static_cast<core::Queue>(std::clamp(queue, 0, static_cast<int>(core::kQueueCount) - 1));
    search.filter = filterFrom(entry.value().section(newLine, kHeadLines));
    m_all.push_back(std::move(search));
  }
}

const SavedSearch* SavedSearches::find(const QString& id) const {
  const auto found =
      std::find_if(m_all.begin(), m_all.end(), [&](const SavedSearch& one) { return one.id == id; });
  return found == m_all.end() ? nullptr : &*found;
}

QString SavedSearches::save(SavedSearch search) {
  search.name = search.name.simplified();
  const auto same =
      std::find_if(m_all.begin(), m_all.end(), [&](const SavedSearch& one) { return one.id == search.id; });
  if (same != m_all.end()) {
    *same = search;
  } else {
    const int last = m_all.empty() ? 0 : m_all.back().id.toInt();
    search.id = QString::number(last + 1).rightJustified(kDigits, QChar(u'0'));
    m_all.push_back(search);
  }
  keep();
  return search.id;
}

void SavedSearches::remove(const QString& id) {
  m_all.erase(
      std::remove_if(m_all.begin(), m_all.end(), [&](const SavedSearch& one) { return one.id == id; }),
      m_all.end());
  keep();
}

void SavedSearches::keep() {
  QMap<QString, QString> kept;
  for (const SavedSearch& search : m_all)
    kept.insert(
        search.id,
        QStringList{search.name, QString::number(static_cast<int>(search.queue)), toText(search.filter)}.join(
            QChar(u'\n')));
  m_drafts.keep(kPlace, kept);
  Q_EMIT changed();
}

} // namespace madoguchi::models
