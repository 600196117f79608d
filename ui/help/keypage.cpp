// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/help/keypage.h"

#include "ui/basics/widgets.h"
#include "ui/dialogs/actiondialog.h"

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
                    "“met”. A changed key holds as soon as this help is closed."),
                 this));
  layout->addWidget(m_table, 1);
}

/// To whoever reads the table cell by cell, and does not go into what edits it.
void KeyPage::tellKey(int row, const QKeySequence& key) {
  const QString text = key.isEmpty() ? tr("No key") : key.toString(QKeySequence::NativeText);
  m_table->item(row, 1)->setData(Qt::AccessibleTextRole, text);
}

QKeySequenceEdit* KeyPage::editOf(int row) const {
  return qobject_cast<QKeySequenceEdit*>(m_table->cellWidget(row, 1));
}

bool KeyPage::settle() {
  for (int row = 0; row < m_table->rowCount(); ++row)
    if (!change(row, editOf(row)->keySequence())) return false;
  return true;
}

bool KeyPage::change(int row, const QKeySequence& key) {
  const KeyLine& changed = m_lines[static_cast<std::size_t>(row)];
  if (key == changed.key) return true;
  const auto holder = std::find_if(m_lines.begin(), m_lines.end(),
                                   [&](const KeyLine& line) { return !key.isEmpty() && line.key == key; });
  if (holder == m_lines.end()) {
    give(row, key);
    return true;
  }
  editOf(row)->setKeySequence(changed.key);
  askToTakeOver(row, static_cast<int>(holder - m_lines.begin()), key);
  return false;
}

void KeyPage::askToTakeOver(int row, int holder, const QKeySequence& key) {
  const auto title = [this](int of) { return m_lines[static_cast<std::size_t>(of)].title; };
  auto* dialog = new ActionDialog(tr("This key is taken"), tr("Take it over"), this);
  dialog->explain(
      tr("%1 is the key of “%2”. If “%3” takes it over, the other one has no key until you give it "
         "another.")
          .arg(key.toString(QKeySequence::NativeText), title(holder), title(row)));
  connect(dialog, &QDialog::accepted, this, [this, row, holder, key] {
    give(holder, {});
    give(row, key);
  });
  dialog->open();
}

void KeyPage::give(int row, const QKeySequence& key) {
  KeyLine& line = m_lines[static_cast<std::size_t>(row)];
  line.key = key;
  editOf(row)->setKeySequence(key);
  tellKey(row, key);
  m_context.desk.ports.preferences.setValue(QStringLiteral("keys/") + line.name, key.toString());
  m_changed = true;
}

} // namespace madoguchi::ui
