// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/desk/workload.h"
#include "models/clock.h"
#include "models/livereading.h"
#include "models/ports/referencesource.h"

#include <QAbstractTableModel>

namespace madoguchi::models {

/// Who has how much to do: the open cases in the user's reach by clerk or by procedure, what is late, what
/// will be late this week, and how old it is. The first row is the sum of the others. UI thread.
class WorkloadModel : public QAbstractTableModel {
  Q_OBJECT

public:
  enum Column { Who, Open, Overdue, DueSoon, Stopped, FirstAge, kColumnCount = FirstAge + int(core::kAges) };
  enum class By { Clerk, Procedure };
  /// Qt::EditRole: the bare number, a qint64.
  enum Role {
    HolderRole = Qt::UserRole + 1 ///< QString: id of the clerk; empty elsewhere
  };

  WorkloadModel(CaseSource& source, ReferenceSource& references, Clock clock, QObject* parent = nullptr);

  /// Reads anew; also when the cache changes, until rest().
  void load() { m_reading.load(); }
  /// Nobody looks at it any more.
  void rest() { m_reading.rest(); }
  void setBy(By by);
  [[nodiscard]] By by() const { return m_by; }
  [[nodiscard]] bool isLoading() const { return m_reading.isLoading(); }

  [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
  [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                    int role = Qt::DisplayRole) const override;

Q_SIGNALS:
  void loaded();
  void failed(const core::Error& error);

private:
  struct Row {
    QString name;
    core::WorkloadLine sum;
  };

  void ask(quint64 generation);
  void regroup();
  [[nodiscard]] QString nameOf(const core::WorkloadLine& line) const;

  CaseSource& m_source;
  ReferenceSource& m_references;
  Clock m_clock;
  LiveReading m_reading;
  By m_by = By::Clerk;
  std::vector<core::WorkloadLine> m_lines;
  std::vector<Row> m_rows;
};

} // namespace madoguchi::models
