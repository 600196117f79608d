// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/help/keypage.h"

#include "ui/basics/widgets.h"

#include <QHeaderView>
#include <QKeySequenceEdit>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace madoguchi::ui {

KeyPage::KeyPage(const Context& context, std::vector<KeyLine> lines, QWidget* parent)
    : QWidget(parent), m_context(context), m_lines(std::move(lines)),
      m_table(new QTableWidget(static_cast<int>(m_lines.size()), 2, this)) {
  m_table->setObjectName(QStringLiteral("keys"));
  m_table->setAccessibleName(tr("Keys of the actions"));
  m_table->setHorizontalHeaderLabels({tr("Action"), tr("Key")});
  m_table->verticalHeader()->hide();
  m_table->setEditTriggers(QTableWidget::NoEditTriggers);
  m_table->setTabKeyNavigation(false);
  m_table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
  m_table->setColumnWidth(1, em(this) * 28);
  for (int row = 0; row < m_table->rowCount(); ++row) {
    const KeyLine& line = m_lines[static_cast<std::size_t>(row)];
    m_table->setItem(row, 0, new QTableWidgetItem(line.title));
    auto* edit = new QKeySequenceEdit(line.key, m_table->viewport());
    edit->setAccessibleName(line.title);
    connect(edit, &QKeySequenceEdit::editingFinished, this,
            [this, edit, row] { change(row, edit->keySequence()); });
    m_table->setItem(row, 1, new QTableWidgetItem);
    m_table->setCellWidget(row, 1, edit);
    tellKey(row, line.key);
  }
  m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + space::kMedium);
  auto* layout = new QVBoxLayout(this);
  layout->addWidget(
      mutedLabel(tr("In the list of criteria, 1 to 9 choose a finding and Shift+M sets all open ones to "
                    "“met”. A changed key holds when the program starts the next time."),
                 this));
  layout->addWidget(m_table, 1);
}

/// To whoever reads the table cell by cell, and does not go into what edits it.
void KeyPage::tellKey(int row, const QKeySequence& key) {
  const QString text = key.isEmpty() ? tr("No key") : key.toString(QKeySequence::NativeText);
  m_table->item(row, 1)->setData(Qt::AccessibleTextRole, text);
}

void KeyPage::change(int row, const QKeySequence& key) {
  KeyLine& changed = m_lines[static_cast<std::size_t>(row)];
  const bool taken = !key.isEmpty() && std::any_of(m_lines.begin(), m_lines.end(), [&](const KeyLine& line) {
    return line.name != changed.name && line.key == key;
  });
  if (taken) {
    qobject_cast<QKeySequenceEdit*>(m_table->cellWidget(row, 1))->setKeySequence(changed.key);
    return;
  }
  changed.key = key;
  tellKey(row, key);
  m_context.desk.ports.preferences.setValue(QStringLiteral("keys/") + changed.name, key.toString());
}

} // namespace madoguchi::ui
