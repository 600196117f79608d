// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/destructionlist.h"
#include "ui/basics/context.h"
#include "ui/basics/dialog.h"

class QLabel;
class QPushButton;
class QTableView;

namespace madoguchi::ui {

/// The list of records whose retention has ended, to be signed off by two supervisors.
class DestructionDialog : public Dialog {
  Q_OBJECT

public:
  DestructionDialog(const Context& context, QWidget* parent = nullptr);

private:
  void refresh();
  void askSign();

  Context m_context;
  models::DestructionList m_list;
  QLabel* m_state;
  QTableView* m_table;
  QPushButton* m_sign;
};

} // namespace madoguchi::ui
