// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/basics/dialog.h"

class QListWidget;
class QPushButton;

namespace madoguchi::ui {

class CaseTableView;

/// Which columns the table shows, and in which order; by keyboard as by mouse. Acts at once.
class ColumnsDialog : public Dialog {
  Q_OBJECT

public:
  ColumnsDialog(CaseTableView& table, QWidget* parent = nullptr);

private:
  void fill();
  void move(int by);
  void refresh();

  CaseTableView& m_table;
  QListWidget* m_columns;
  QPushButton* m_up;
  QPushButton* m_down;
};

} // namespace madoguchi::ui
