// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/desk/figures.h"
#include "models/clock.h"
#include "models/livereading.h"
#include "models/ports/referencesource.h"

#include <QAbstractTableModel>

namespace madoguchi::models {

/// How the work of the user's offices flows: what came, was closed and was left in each week, or how many
/// days cases take in each step. UI thread.
class FiguresModel : public QAbstractTableModel {
  Q_OBJECT

public:
  enum class By { Week, Step };
  enum WeekColumn { Week, Arrived, Closed, Backlog, kWeekColumns };
  enum StepColumn { Step, Cases, Median, NineInTen, kStepColumns };

  FiguresModel(CaseSource& source, ReferenceSource& references, Clock clock, QObject* parent = nullptr);

  /// Reads anew; also when the cache changes, until rest().
  void load() { m_reading.load(); }
  /// Nobody looks at it any more.
  void rest() { m_reading.rest(); }
  void setBy(By by);
  [[nodiscard]] By by() const { return m_by; }
  [[nodiscard]] bool isLoading() const { return m_reading.isLoading(); }
  [[nodiscard]] const core::Figures& figures() const { return m_figures; }

  [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
  [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                    int role = Qt::DisplayRole) const override;

Q_SIGNALS:
  void failed(const core::Error& error);

private:
  void ask(quint64 generation);
  [[nodiscard]] QString nameOf(int row) const;
  [[nodiscard]] qint64 valueOf(int row, int column) const;

  CaseSource& m_source;
  ReferenceSource& m_references;
  Clock m_clock;
  LiveReading m_reading;
  By m_by = By::Week;
  core::Figures m_figures;
};

} // namespace madoguchi::models
