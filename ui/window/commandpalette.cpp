// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/commandpalette.h"

#include "core/text/fold.h"
#include "ui/basics/theme.h"
#include "ui/basics/widgets.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>

namespace madoguchi::ui {

CommandPalette::CommandPalette(std::vector<PaletteEntry> entries, QWidget* parent)
    : Dialog(parent), m_entries(std::move(entries)), m_text(new QLineEdit(this)),
      m_list(new QListWidget(this)) {
  setObjectName(QStringLiteral("commandPalette"));
  setWindowTitle(tr("What do you want to do?"));
  setAttribute(Qt::WA_DeleteOnClose);
  m_text->setObjectName(QStringLiteral("paletteText"));
  m_text->setPlaceholderText(tr("Type a part of its name"));
  m_text->setAccessibleName(tr("Find an action"));
  m_text->installEventFilter(this);
  m_list->setObjectName(QStringLiteral("paletteList"));
  m_list->setAccessibleName(tr("Actions"));
  m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  auto* layout = new QVBoxLayout(this);
  layout->setSpacing(space::kSmall);
  layout->addWidget(m_text);
  layout->addWidget(m_list, 1);
  resize(em(this) * 70, fontMetrics().height() * 24);
  connect(m_text, &QLineEdit::textChanged, this, &CommandPalette::filter);
  connect(m_text, &QLineEdit::returnPressed, this, &CommandPalette::runCurrent);
  connect(m_list, &QListWidget::itemActivated, this, &CommandPalette::runCurrent);
  filter();
}

void CommandPalette::filter() {
  const std::string wanted = core::foldForSearch(m_text->text().toStdString());
  m_list->clear();
  // What can be done comes first.
  for (const bool possible : {true, false})
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
      const PaletteEntry& entry = m_entries[i];
      if (entry.reason.isEmpty() == possible &&
          core::foldForSearch(entry.title.toStdString()).find(wanted) != std::string::npos)
        addEntry(static_cast<int>(i));
    }
  m_list->setCurrentRow(m_list->count() > 0 && m_list->item(0)->flags().testFlag(Qt::ItemIsEnabled) ? 0 : -1);
}

void CommandPalette::addEntry(int number) {
  const PaletteEntry& entry = m_entries[static_cast<std::size_t>(number)];
  QString text = entry.key.isEmpty() ? entry.title : QStringLiteral("%1　[%2]").arg(entry.title, entry.key);
  if (!entry.reason.isEmpty()) text += QStringLiteral("　— ") + entry.reason;
  auto* item = new QListWidgetItem(text, m_list);
  item->setData(Qt::UserRole, number);
  item->setToolTip(text);
  if (!entry.reason.isEmpty()) item->setFlags(item->flags() & ~Qt::ItemIsEnabled);
}

void CommandPalette::runCurrent() {
  const QListWidgetItem* item = m_list->currentItem();
  if (item == nullptr || !item->flags().testFlag(Qt::ItemIsEnabled)) return;
  const auto run = m_entries[static_cast<std::size_t>(item->data(Qt::UserRole).toInt())].run;
  accept();
  run();
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event) {
  if (watched == m_text && event->type() == QEvent::KeyPress) {
    const int key = static_cast<QKeyEvent*>(event)->key();
    if (key == Qt::Key_Up || key == Qt::Key_Down || key == Qt::Key_PageUp || key == Qt::Key_PageDown) {
      QCoreApplication::sendEvent(m_list, event);
      return true;
    }
  }
  return Dialog::eventFilter(watched, event);
}

} // namespace madoguchi::ui
