// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/queuelistmodel.h"

#include "models/labels.h"

#include <algorithm>

namespace madoguchi::models {

QueueListModel::QueueListModel(CaseSource& source, ReferenceSource& references, Clock clock, QObject* parent)
    : QAbstractListModel(parent), m_source(source), m_references(references), m_clock(std::move(clock)) {
  connect(&source, &CaseSource::countsLoaded, this, [this](const core::QueueCounts& counts) {
    if (counts == m_counts) return;
    m_counts = counts;
    if (!m_queues.empty()) Q_EMIT dataChanged(index(0), index(rowCount() - 1));
    Q_EMIT countsChanged();
  });
  connect(&source, &CaseSource::changed, this, [this] { m_source.requestCounts(); });
  connect(&references, &ReferenceSource::referencesChanged, this, [this] {
    rebuild();
    m_source.requestCounts();
  });
  rebuild();
  m_source.requestCounts();
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
  if (queues == m_queues) return;
  beginResetModel();
  m_queues = std::move(queues);
  endResetModel();
}

core::Queue QueueListModel::queueAt(int row) const {
  return m_queues.at(static_cast<std::size_t>(row));
}

int QueueListModel::rowOf(core::Queue queue) const {
  const auto found = std::find(m_queues.begin(), m_queues.end(), queue);
  return found == m_queues.end() ? -1 : static_cast<int>(found - m_queues.begin());
}

core::CaseQuery QueueListModel::queryFor(core::Queue queue) const {
  const auto references = m_references.references();
  return core::queryFor(queue, references->me, references->offices, today(m_clock));
}

int QueueListModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_queues.size());
}

QVariant QueueListModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
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

} // namespace madoguchi::models
