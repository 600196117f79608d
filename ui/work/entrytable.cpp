// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/work/entrytable.h"

#include "ui/basics/widgets.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QTableView>

namespace madoguchi::ui {

void prepareEntryTable(QTableView& table, QAbstractItemModel& model, const QString& name,
                       const QString& accessibleName) {
  table.setObjectName(name);
  table.setAccessibleName(accessibleName);
  table.setModel(&model);
  table.setSelectionBehavior(QTableView::SelectRows);
  table.setSelectionMode(QTableView::SingleSelection);
  table.setTabKeyNavigation(false);
  table.setAttribute(Qt::WA_InputMethodEnabled, false);
  table.verticalHeader()->hide();
  table.horizontalHeader()->setStretchLastSection(true);
  // A reason is a sentence or two, and is read here.
  table.verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
  const int unit = em(&table);
  const int widths[] = {20, 28, 18, 13};
  for (int column = 0; column < 4; ++column)
    table.setColumnWidth(column, unit * widths[column]);
}

QHBoxLayout* buttonRow(std::initializer_list<QPushButton*> buttons) {
  auto* row = new QHBoxLayout;
  for (QPushButton* button : buttons)
    row->addWidget(button);
  row->addStretch(1);
  return row;
}

} // namespace madoguchi::ui
