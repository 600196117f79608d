// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/work/figuretable.h"

#include <QHeaderView>

namespace madoguchi::ui {

QTableView* figureTable(const QString& objectName, const QString& accessibleName, QAbstractItemModel& model,
                        QWidget* parent) {
  auto* table = new QTableView(parent);
  table->setObjectName(objectName);
  table->setAccessibleName(accessibleName);
  table->setModel(&model);
  table->setSelectionBehavior(QTableView::SelectRows);
  table->setSelectionMode(QTableView::SingleSelection);
  table->setShowGrid(false);
  table->setAlternatingRowColors(true);
  table->setTabKeyNavigation(false);
  table->setAttribute(Qt::WA_InputMethodEnabled, false);
  table->verticalHeader()->hide();
  return table;
}

} // namespace madoguchi::ui
