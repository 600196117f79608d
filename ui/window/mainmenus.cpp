// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
// The menus of the window, and the places to which they lead.
#include "models/labels.h"
#include "models/text.h"
#include "ui/casepages/caseheader.h"
#include "ui/casepages/caseview.h"
#include "ui/dialogs/settingsdialog.h"
#include "ui/table/casetableview.h"
#include "ui/window/batchcommands.h"
#include "ui/window/casecommands.h"
#include "ui/window/listcommands.h"
#include "ui/window/mainwindow.h"
#include "ui/window/officecommands.h"
#include "ui/window/outboxcommands.h"
#include "ui/window/workspace.h"

#include <QAction>
#include <QActionGroup>
#include <QMenu>
#include <QMenuBar>

#include <algorithm>

namespace madoguchi::ui {

namespace {

const QString kQueueCommand = QStringLiteral("queue%1");

} // namespace

void MainWindow::addQueues() {
  std::vector<WindowCommand> queues;
  for (std::size_t i = 0; i < core::kQueueCount; ++i) {
    const auto queue = static_cast<core::Queue>(i);
    const int digit = static_cast<int>((i + 1) % core::kQueueCount); // the tenth is on 0
    queues.push_back({kQueueCommand.arg(digit), tr("Queue: %1").arg(models::label(queue)),
                      QKeySequence(Qt::ALT | static_cast<Qt::Key>(Qt::Key_0 + digit)),
                      [this, queue] { m_workspace->showQueue(queue); }});
  }
  add(std::move(queues));
}

void MainWindow::addChoice(QActionGroup* group, const QString& title, const QString& name, bool isChosen) {
  const auto command = std::find_if(commands().begin(), commands().end(),
                                    [&name](const WindowCommand& known) { return known.name == name; });
  QAction* action = group->addAction(title);
  action->setObjectName(QStringLiteral("command:") + name);
  action->setShortcut(command->key);
  action->setCheckable(true);
  action->setChecked(isChosen);
  connect(action, &QAction::triggered, this, command->run);
}

void MainWindow::buildMenus() {
  QMenu* cases = menuBar()->addMenu(tr("&Case"));
  for (const char* name : {"receive", "scans", "printCase", "showNotice", "search", "filter", "palette"})
    addCommand(cases, QString::fromLatin1(name));
  QMenu* opened = cases->addMenu(tr("The &open case"));
  for (const WindowCommand& command : caseCommands(m_context, *m_workspace->caseView()))
    addCommand(opened, command.name);
  cases->addSeparator();
  addCommand(cases, QStringLiteral("undo"));
  cases->addSeparator();
  addCommand(cases, QStringLiteral("sync"));
  addCommand(cases, QStringLiteral("outbox"));
  for (const WindowCommand& command : outboxCommands(*m_workspace))
    addCommand(cases, command.name);
  for (const WindowCommand& command : officeCommands(m_context, *m_workspace))
    addCommand(cases, command.name);
  cases->addSeparator();
  addCommand(cases, QStringLiteral("lock"));
  addCommand(cases, QStringLiteral("pin"));
  addCommand(cases, QStringLiteral("settings"));
  addCommand(cases, QStringLiteral("signIn"));
  addCommand(cases, QStringLiteral("signOut"));
  cases->addSeparator();
  addCommand(cases, QStringLiteral("closeWindow"));
  addCommand(cases, QStringLiteral("quit"));

  addActionsMenu();

  QMenu* list = menuBar()->addMenu(tr("&List"));
  for (const WindowCommand& command : listCommands(m_context, *m_workspace))
    addCommand(list, command.name);
  QMenu* many = list->addMenu(tr("&Many at once"));
  for (const WindowCommand& command : batchCommands(m_context, *m_workspace))
    addCommand(many, command.name);

  QMenu* go = menuBar()->addMenu(tr("&Go"));
  for (const char* name : {"down", "up", "next", "open", "openApart", "table"})
    addCommand(go, QString::fromLatin1(name));
  go->addSeparator();
  for (const char* name : {"application", "documents", "examination", "decision", "timeline", "notes"})
    addCommand(go, QString::fromLatin1(name));
  go->addSeparator();
  for (std::size_t i = 0; i < core::kQueueCount; ++i)
    addCommand(go, kQueueCommand.arg((i + 1) % core::kQueueCount));

  buildViewMenu();

  QMenu* help = menuBar()->addMenu(tr("&Help"));
  for (const char* name : {"keys", "help", "guide", "training", "tasks"})
    addCommand(help, QString::fromLatin1(name));

  addContextMenu(*m_workspace->table(), {"open", "openApart", "mark"});
  addContextMenu(*m_workspace->caseView()->header(), {"openApart", "printCase", "showNotice", "dueSum"});
}

void MainWindow::buildViewMenu() {
  QMenu* view = menuBar()->addMenu(tr("&View"));
  const QString look =
      m_context.desk.ports.preferences.value(QStringLiteral("look"), QStringLiteral("auto")).toString();
  // One of each: they are shown and told as such.
  auto* looks = new QActionGroup(view);
  auto* languages = new QActionGroup(view);
  for (const auto& [title, value] : SettingsDialog::looks())
    addChoice(looks, title, QStringLiteral("look-%1").arg(value), look == value);
  const QString language = models::isJapanese() ? QStringLiteral("ja") : QStringLiteral("en");
  for (const auto& [title, value] : SettingsDialog::languages())
    addChoice(languages, title, QStringLiteral("language-%1").arg(value), language == value);
  view->addActions(looks->actions());
  view->addSeparator();
  view->addActions(languages->actions());
}

} // namespace madoguchi::ui
