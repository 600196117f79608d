// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/clock.h"
#include "models/ports/casesource.h"
#include "models/ports/referencesource.h"
#include "models/savedsearches.h"

#include <QAbstractListModel>

namespace madoguchi::models {

/// The queues of the left side with their live counts; "To decide" is there for those who can decide. The
/// saved searches follow.
class QueueListModel : public QAbstractListModel {
  Q_OBJECT

public:
  enum Role {
    QueueRole = Qt::UserRole + 1, ///< core::Queue, as int
    CountRole,                    ///< qint64
    UrgentRole,                   ///< bool: somebody should look there
    SavedRole,                    ///< QString: id of the saved search; empty for a queue
  };

  QueueListModel(CaseSource& source, ReferenceSource& references, SavedSearches& saved, Clock clock,
                 QObject* parent = nullptr);

  /// For a saved search, the queue that it narrows.
  [[nodiscard]] core::Queue queueAt(int row) const;
  /// Null where a queue stands.
  [[nodiscard]] const SavedSearch* savedAt(int row) const;
  /// -1 where there is none of that id.
  [[nodiscard]] int rowOfSaved(const QString& id) const;
  [[nodiscard]] qint64 countOfSaved(const QString& id) const { return m_savedCounts.value(id); }
  /// -1 where the user has no such queue.
  [[nodiscard]] int rowOf(core::Queue queue) const;
  [[nodiscard]] qint64 count(core::Queue queue) const { return m_counts[queue]; }
  [[nodiscard]] core::CaseQuery queryFor(core::Queue queue) const;

  [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
  /// Also when they have been counted first, whatever they are.
  void countsChanged();

private:
  void rebuild();
  /// Asks for all counts; while they are on their way, only remembers to ask again: under a storm of changes
  /// each new question would drop the one before, and no answer would ever come.
  void countAll();
  void countSaved();
  void takeSaved(quint64 generation, const std::vector<std::int64_t>& counts);
  void goOn();
  [[nodiscard]] QVariant savedData(const SavedSearch& search, int role) const;

  CaseSource& m_source;
  ReferenceSource& m_references;
  SavedSearches& m_saved;
  Clock m_clock;
  std::vector<core::Queue> m_queues;
  std::vector<SavedSearch> m_searches; ///< as they are listed
  core::QueueCounts m_counts;
  bool m_isCounted = false;
  QMap<QString, qint64> m_savedCounts;
  std::vector<QString> m_savedAsked;
  quint64 m_savedGeneration = 0;
  bool m_counting = false;
  bool m_countAgain = false;
};

} // namespace madoguchi::models
