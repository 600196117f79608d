// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/startmark.h"

#include "ui/table/casetableview.h"

#include <iostream>

namespace madoguchi::app {

void markStart(ui::CaseTableView& table) {
  if (!qEnvironmentVariableIsSet("MADOGUCHI_START_MARK")) return;
  QObject::connect(&table, &ui::CaseTableView::rowsPainted, [] { std::cout << "firstRows" << std::endl; });
}

} // namespace madoguchi::app
