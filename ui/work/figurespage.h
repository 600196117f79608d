// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/basics/context.h"

#include <QWidget>

class QLabel;
class QRadioButton;
class QTableView;

namespace madoguchi::ui {

class BarChart;

/// How the work flows: what arrives and is closed week by week, and the days that cases take in each step; as
/// pictures, and as a table with the same numbers.
class FiguresPage : public QWidget {
  Q_OBJECT

public:
  explicit FiguresPage(const Context& context, QWidget* parent = nullptr);

Q_SIGNALS:
  void said(const madoguchi::ui::Message& message);

protected:
  void showEvent(QShowEvent* event) override;
  void hideEvent(QHideEvent* event) override;

private:
  void refresh();
  void drawWeeks();
  void drawSteps();

  Context m_context;
  QRadioButton* m_byWeek;
  QRadioButton* m_byStep;
  QLabel* m_state;
  BarChart* m_weeks;
  BarChart* m_backlog;
  BarChart* m_steps;
  QTableView* m_table;
};

} // namespace madoguchi::ui
