// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/work/numberspage.h"

class QPushButton;
class QRadioButton;

namespace madoguchi::ui {

/// Who has how much to do, for those who share it out: as a picture for those who would rather look, and as a
/// table with the same numbers.
class WorkloadPage : public NumbersPage {
  Q_OBJECT

public:
  explicit WorkloadPage(const Context& context, QWidget* parent = nullptr);

Q_SIGNALS:
  /// The cases of this colleague shall go to others.
  void handOverWanted(const core::UserId& colleague);

protected:
  void load() override;
  void rest() override;
  void refresh() override;

private:
  void drawLoad();
  void drawAges();
  void refreshHandOver();
  [[nodiscard]] qint64 value(int row, int column) const;

  QRadioButton* m_byClerk;
  QRadioButton* m_byProcedure;
  BarChart* m_load;
  BarChart* m_ages;
  QTableView* m_table;
  QPushButton* m_handOver;
};

} // namespace madoguchi::ui
