// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/casepages/clockdialog.h"

#include "ui/basics/theme.h"
#include "ui/basics/widgets.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QTableWidget>
#include <QVBoxLayout>

namespace madoguchi::ui {

ClockDialog::ClockDialog(const QString& summary, const std::vector<models::ClockLine>& lines, QWidget* parent)
    : Dialog(parent) {
  setObjectName(QStringLiteral("clockDialog"));
  setWindowTitle(tr("How the due day is computed"));
  auto* title = titleLabel(summary, this);
  title->setWordWrap(true);
  auto* table = new QTableWidget(static_cast<int>(lines.size()), 4, this);
  table->setObjectName(QStringLiteral("clockLines"));
  table->setAccessibleName(tr("How the due day comes about"));
  table->setHorizontalHeaderLabels({tr("What"), tr("When"), tr("Days"), tr("Rule")});
  table->horizontalHeaderItem(2)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
  table->setEditTriggers(QTableWidget::NoEditTriggers);
  table->setSelectionBehavior(QTableWidget::SelectRows);
  table->setTabKeyNavigation(false);
  table->setWordWrap(true);
  table->verticalHeader()->hide();
  for (int row = 0; row < table->rowCount(); ++row) {
    const models::ClockLine& line = lines[static_cast<std::size_t>(row)];
    const QString cells[] = {line.what, line.when, line.days, line.article};
    for (int column = 0; column < 4; ++column)
      table->setItem(row, column, new QTableWidgetItem(cells[column]));
    table->item(row, 2)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
  }
  table->resizeColumnsToContents();
  table->setColumnWidth(0, qMin(table->columnWidth(0), em(this) * 46));
  table->horizontalHeader()->setStretchLastSection(true);
  table->resizeRowsToContents();
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  auto* layout = new QVBoxLayout(this);
  layout->setSpacing(space::kMedium);
  layout->addWidget(title);
  layout->addWidget(table, 1);
  layout->addWidget(buttons);
  resize(em(this) * 110, fontMetrics().height() * 22);
}

} // namespace madoguchi::ui
