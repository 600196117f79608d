// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/work/numberspage.h"

class QRadioButton;

namespace madoguchi::ui {

/// How the work flows: what arrives and is closed week by week, and the days that cases take in each step; as
/// pictures, and as a table with the same numbers.
class FiguresPage : public NumbersPage {
  Q_OBJECT

public:
  explicit FiguresPage(const Context& context, QWidget* parent = nullptr);

protected:
  void load() override;
  void rest() override;
  void refresh() override;

private:
  void drawWeeks();
  void drawSteps();
  [[nodiscard]] QString weeksText() const;

  QRadioButton* m_byWeek;
  QRadioButton* m_byStep;
  BarChart* m_weeks;
  BarChart* m_backlog;
  BarChart* m_steps;
  QTableView* m_table;
};

} // namespace madoguchi::ui
