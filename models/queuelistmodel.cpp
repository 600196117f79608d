// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/queuelistmodel.h"

#include "models/labels.h"

#include <algorithm>
#include <utility>

namespace madoguchi::models {

QueueListModel::QueueListModel(CaseSource& source, ReferenceSource& references, SavedSearches& saved,
                               Clock clock, QObject* parent)
    : QAbstractListModel(parent), m_source(source), m_references(references), m_saved(saved),
      m_clock(std::move(clock)) {
  connect(&source, &CaseSource::countsLoaded, this, [this](const core::QueueCounts& counts) {
    if (!std::exchange(m_isCounted, true) || counts != m_counts) {
      m_counts = counts;
      if (rowCount() > 0) Q_EMIT dataChanged(index(0), index(rowCount() - 1));
      Q_EMIT countsChanged();
    }
    countSaved();
  });
  connect(&source, &CaseSource::countsOfLoaded, this, &QueueListModel::takeSaved);
  connect(&source, &CaseSource::failed, this, [this] { m_counting = false; });
  connect(&source, &CaseSource::changed, this, &QueueListModel::countAll);
  connect(&references, &ReferenceSource::referencesChanged, this, [this] {
    rebuild();
    countAll();
  });
  connect(&saved, &SavedSearches::changed, this, [this] {
    rebuild();
    countAll();
  });
  rebuild();
  countAll();
}

void QueueListModel::countAll() {
  m_countAgain = m_counting;
  if (m_counting) return;
  m_counting = true;
  m_source.requestCounts();
}

void QueueListModel::countSaved() {
  if (m_searches.empty()) return goOn();
  std::vector<core::CaseQuery> queries;
  m_savedAsked.clear();
  for (const SavedSearch& search : m_searches) {
    queries.push_back(search.filter.narrowed(queryFor(search.queue), today(m_clock)));
    m_savedAsked.push_back(search.id);
  }
  m_savedGeneration = m_source.nextGeneration();
  m_source.requestCountsOf(queries, m_savedGeneration);
}

void QueueListModel::takeSaved(quint64 generation, const std::vector<std::int64_t>& counts) {
  if (generation != m_savedGeneration) return;
  m_savedCounts.clear();
  for (std::size_t i = 0; i < std::min(counts.size(), m_savedAsked.size()); ++i)
    m_savedCounts.insert(m_savedAsked[i], counts[i]);
  if (rowCount() > 0) Q_EMIT dataChanged(index(0), index(rowCount() - 1));
  Q_EMIT countsChanged();
  goOn();
}

void QueueListModel::goOn() {
  m_counting = false;
  if (m_countAgain) countAll();
}

void QueueListModel::rebuild() {
  const auto references = m_references.references();
  const bool decides =
      std::any_of(references->me.grants.begin(), references->me.grants.end(),
                  [](const core::Grant& grant) { return grant.role == core::Role::Approver; });
  std::vector<core::Queue> queues;
  for (std::size_t i = 0; i < core::kQueueCount; ++i)
    if (const auto queue = static_cast<core::Queue>(i); queue != core::Queue::ToDecide || decides)
      queues.push_back(queue);
  if (queues == m_queues && m_saved.all() == m_searches) return;
  beginResetModel();
  m_queues = std::move(queues);
  m_searches = m_saved.all();
  endResetModel();
}

core::Queue QueueListModel::queueAt(int row) const {
  if (const SavedSearch* search = savedAt(row)) return search->queue;
  return m_queues.at(static_cast<std::size_t>(row));
}

const SavedSearch* QueueListModel::savedAt(int row) const {
  const auto queues = static_cast<int>(m_queues.size());
  return row >= queues && row < rowCount() ? &m_searches[static_cast<std::size_t>(row - queues)] : nullptr;
}

int QueueListModel::rowOfSaved(const QString& id) const {
  for (std::size_t i = 0; i < m_searches.size(); ++i)
    if (m_searches[i].id == id) return static_cast<int>(m_queues.size() + i);
  return -1;
}

int QueueListModel::rowOf(core::Queue queue) const {
  const auto found = std::find(m_queues.begin(), m_queues.end(), queue);
  return found == m_queues.end() ? -1 : static_cast<int>(found - m_queues.begin());
}

core::CaseQuery QueueListModel::queryFor(core::Queue queue) const {
  const auto references = m_references.references();
  return core::queryFor(queue, references->me, references->offices, today(m_clock), references->absences);
}

int QueueListModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_queues.size() + m_searches.size());
}

QVariant QueueListModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  if (const SavedSearch* search = savedAt(index.row())) return savedData(*search, role);
  const core::Queue queue = queueAt(index.row());
  const qint64 count = m_counts[queue];
  switch (role) {
  case Qt::DisplayRole:
    return label(queue);
  case Qt::AccessibleTextRole:
    return QStringLiteral("%1: %2").arg(label(queue)).arg(count);
  case QueueRole:
    return static_cast<int>(queue);
  case CountRole:
    return count;
  case UrgentRole:
    return count > 0 && (queue == core::Queue::Overdue || queue == core::Queue::NeedsAttention);
  default:
    return {};
  }
}

QVariant QueueListModel::savedData(const SavedSearch& search, int role) const {
  switch (role) {
  case Qt::DisplayRole:
    return search.name;
  case Qt::AccessibleTextRole:
    return QStringLiteral("%1: %2").arg(search.name).arg(countOfSaved(search.id));
  case Qt::ToolTipRole:
    return label(search.queue);
  case QueueRole:
    return static_cast<int>(search.queue);
  case CountRole:
    return countOfSaved(search.id);
  case UrgentRole:
    return false;
  case SavedRole:
    return search.id;
  default:
    return {};
  }
}

} // namespace madoguchi::models
