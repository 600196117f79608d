// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/basics/context.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QRadioButton;
class QTableView;

namespace madoguchi::ui {

class BarChart;

/// Who has how much to do, for those who share it out: as a picture for those who would rather look, and as a
/// table with the same numbers.
class WorkloadPage : public QWidget {
  Q_OBJECT

public:
  WorkloadPage(const Context& context, QWidget* parent = nullptr);

Q_SIGNALS:
  void said(const madoguchi::ui::Message& message);
  /// The cases of this colleague shall go to others.
  void handOverWanted(const core::UserId& colleague);

protected:
  void showEvent(QShowEvent* event) override;
  void hideEvent(QHideEvent* event) override;

private:
  void refresh();
  void drawLoad();
  void drawAges();
  [[nodiscard]] qint64 value(int row, int column) const;

  Context m_context;
  QRadioButton* m_byClerk;
  QRadioButton* m_byProcedure;
  QLabel* m_state;
  BarChart* m_load;
  BarChart* m_ages;
  QTableView* m_table;
  QPushButton* m_handOver;
};

} // namespace madoguchi::ui
