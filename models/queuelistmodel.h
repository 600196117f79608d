// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/clock.h"
#include "models/ports/casesource.h"
#include "models/ports/referencesource.h"

#include <QAbstractListModel>

namespace madoguchi::models {

/// The queues of the left side with their live counts. "To decide" is there for those who can decide.
class QueueListModel : public QAbstractListModel {
  Q_OBJECT

public:
  enum Role {
    QueueRole = Qt::UserRole + 1, ///< core::Queue, as int
    CountRole,                    ///< qint64
    UrgentRole,                   ///< bool: somebody should look there
  };

  QueueListModel(CaseSource& source, ReferenceSource& references, Clock clock, QObject* parent = nullptr);

  [[nodiscard]] core::Queue queueAt(int row) const;
  /// -1 where the user has no such queue.
  [[nodiscard]] int rowOf(core::Queue queue) const;
  [[nodiscard]] qint64 count(core::Queue queue) const { return m_counts[queue]; }
  [[nodiscard]] core::CaseQuery queryFor(core::Queue queue) const;

  [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
  void countsChanged();

private:
  void rebuild();

  CaseSource& m_source;
  ReferenceSource& m_references;
  Clock m_clock;
  std::vector<core::Queue> m_queues;
  core::QueueCounts m_counts;
};

} // namespace madoguchi::models
