// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/columnsdialog.h"

#include "models/casetablemodel.h"
#include "ui/basics/theme.h"
#include "ui/basics/widgets.h"
#include "ui/table/casetableview.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QListWidget>
#include <QVBoxLayout>

namespace madoguchi::ui {

ColumnsDialog::ColumnsDialog(CaseTableView& table, QWidget* parent)
    : Dialog(parent), m_table(table), m_columns(new QListWidget(this)),
      m_up(new QPushButton(tr("Move &left"), this)), m_down(new QPushButton(tr("Move &right"), this)) {
  setObjectName(QStringLiteral("columnsDialog"));
  setWindowTitle(tr("Columns of this list"));
  setAttribute(Qt::WA_DeleteOnClose);
  m_columns->setObjectName(QStringLiteral("columns"));
  m_columns->setAccessibleName(windowTitle());
  m_columns->setAttribute(Qt::WA_InputMethodEnabled, false);
  m_up->setObjectName(QStringLiteral("columnLeft"));
  m_down->setObjectName(QStringLiteral("columnRight"));
  for (QPushButton* button : {m_up, m_down})
    button->setAutoDefault(false);
  auto* compact = new QCheckBox(tr("&Compact rows"), this);
  compact->setObjectName(QStringLiteral("compactRows"));
  compact->setChecked(table.isCompact());
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  auto* moves = new QHBoxLayout;
  moves->addWidget(m_up);
  moves->addWidget(m_down);
  moves->addStretch(1);
  auto* layout = new QVBoxLayout(this);
  layout->setSpacing(space::kSmall);
  layout->addWidget(m_columns, 1);
  layout->addLayout(moves);
  layout->addWidget(compact);
  layout->addWidget(buttons);
  resize(em(this) * 40, fontMetrics().height() * 20);
  connect(compact, &QCheckBox::toggled, &table, &CaseTableView::setCompact);
  connect(m_up, &QPushButton::clicked, this, [this] { move(-1); });
  connect(m_down, &QPushButton::clicked, this, [this] { move(1); });
  connect(m_columns, &QListWidget::currentRowChanged, this, &ColumnsDialog::refresh);
  connect(m_columns, &QListWidget::itemChanged, this, [this](QListWidgetItem* item) {
    m_table.showColumn(item->data(Qt::UserRole).toInt(), item->checkState() == Qt::Checked);
  });
  fill();
  m_columns->setCurrentRow(0);
}

void ColumnsDialog::fill() {
  const QSignalBlocker quiet(m_columns);
  m_columns->clear();
  const QHeaderView* header = m_table.horizontalHeader();
  for (int place = 0; place < header->count(); ++place) {
    const int column = header->logicalIndex(place);
    auto* item =
        new QListWidgetItem(m_table.model()->headerData(column, Qt::Horizontal).toString(), m_columns);
    item->setData(Qt::UserRole, column);
    item->setCheckState(m_table.isColumnHidden(column) ? Qt::Unchecked : Qt::Checked);
    // The number names the case and bears its mark.
    if (column == models::CaseTableModel::Number) item->setFlags(item->flags() & ~Qt::ItemIsUserCheckable);
  }
}

void ColumnsDialog::move(int by) {
  const int row = m_columns->currentRow();
  const QListWidgetItem* item = m_columns->item(row);
  if (item == nullptr || row + by < 0 || row + by >= m_columns->count()) return;
  m_table.moveColumn(item->data(Qt::UserRole).toInt(), row + by);
  fill();
  m_columns->setCurrentRow(row + by);
}

void ColumnsDialog::refresh() {
  const int row = m_columns->currentRow();
  m_up->setEnabled(row > 0);
  m_down->setEnabled(row >= 0 && row + 1 < m_columns->count());
}

} // namespace madoguchi::ui
