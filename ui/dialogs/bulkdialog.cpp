// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/bulkdialog.h"

#include "ui/basics/widgets.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QTableView>
#include <QVBoxLayout>

namespace madoguchi::ui {

BulkDialog::BulkDialog(const Context& context, QWidget* parent) : Dialog(parent) {
  models::BulkRun& run = context.desk.bulk;
  setObjectName(QStringLiteral("bulkDialog"));
  setWindowTitle(tr("Results case by case"));
  setAttribute(Qt::WA_DeleteOnClose);
  auto* table = new QTableView(this);
  table->setObjectName(QStringLiteral("bulkResults"));
  table->setAccessibleName(windowTitle());
  table->setModel(&run);
  table->setSelectionBehavior(QTableView::SelectRows);
  table->setSelectionMode(QTableView::SingleSelection);
  table->setShowGrid(false);
  table->setAlternatingRowColors(true);
  table->setTabKeyNavigation(false);
  table->setAttribute(Qt::WA_InputMethodEnabled, false);
  table->verticalHeader()->hide();
  table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
  table->horizontalHeader()->setStretchLastSection(true);
  table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
  const int unit = em(this);
  table->setColumnWidth(models::BulkRun::Number, unit * 18);
  table->setColumnWidth(models::BulkRun::Applicant, unit * 24);
  auto* only = new QCheckBox(tr("Only those that were not accepted"), this);
  only->setObjectName(QStringLiteral("bulkOnlyRefused"));
  run.setOnlyRefused(false);
  connect(only, &QCheckBox::toggled, &run, &models::BulkRun::setOnlyRefused);
  // The whole of a sentence that its column cuts.
  auto* whole = mutedLabel({}, this);
  whole->setObjectName(QStringLiteral("bulkResult"));
  connect(table->selectionModel(), &QItemSelectionModel::currentRowChanged, whole,
          [whole](const QModelIndex& row) {
            whole->setText(row.siblingAtColumn(models::BulkRun::Result).data().toString());
          });
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  auto* layout = new QVBoxLayout(this);
  layout->setSpacing(space::kSmall);
  layout->addWidget(table, 1);
  layout->addWidget(whole);
  layout->addWidget(only);
  layout->addWidget(buttons);
  resize(unit * 100, fontMetrics().height() * 26);
  connect(table, &QTableView::activated, this, [this](const QModelIndex& index) {
    const QString id = index.data(models::BulkRun::CaseIdRole).toString();
    if (!id.isEmpty()) Q_EMIT caseWanted(core::CaseId(id.toStdString()));
  });
}

} // namespace madoguchi::ui
