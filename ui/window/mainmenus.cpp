// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
// The menus of the window, and the places to which they lead.
#include "models/caseactions.h"
#include "models/labels.h"
#include "models/text.h"
#include "ui/basics/keys.h"
#include "ui/casepages/casepages.h"
#include "ui/dialogs/settingsdialog.h"
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

void MainWindow::addPlaces() {
  const auto showPage = [this](CasePages::Page page) {
    return [this, page] {
      m_workspace->casePages().showPage(page);
      m_workspace->casePages().focusPage();
    };
  };
  const std::vector<Command> pages{
      {QStringLiteral("application"), tr("Application"), QKeySequence(Qt::CTRL | Qt::Key_1),
       showPage(CasePages::kApplication)},
      {QStringLiteral("documents"), tr("Documents"), QKeySequence(Qt::CTRL | Qt::Key_2),
       showPage(CasePages::kDocuments)},
      {QStringLiteral("examination"), tr("Examination"), QKeySequence(Qt::CTRL | Qt::Key_3),
       showPage(CasePages::kExamination)},
      {QStringLiteral("decision"), tr("Decision"), QKeySequence(Qt::CTRL | Qt::Key_4),
       showPage(CasePages::kDecision)},
      {QStringLiteral("timeline"), tr("Timeline"), QKeySequence(Qt::CTRL | Qt::Key_5),
       showPage(CasePages::kTimeline)},
      {QStringLiteral("notes"), tr("Notes"), QKeySequence(Qt::CTRL | Qt::Key_6), showPage(CasePages::kNotes)},
  };
  m_commands.insert(m_commands.end(), pages.begin(), pages.end());
  for (std::size_t i = 0; i < core::kQueueCount; ++i) {
    const auto queue = static_cast<core::Queue>(i);
    const int digit = static_cast<int>((i + 1) % core::kQueueCount); // the tenth is on 0
    m_commands.push_back({kQueueCommand.arg(digit), tr("Queue: %1").arg(models::label(queue)),
                          QKeySequence(Qt::ALT | static_cast<Qt::Key>(Qt::Key_0 + digit)),
                          [this, queue] { m_workspace->showQueue(queue); }});
  }
}

void MainWindow::addCommand(QMenu* menu, const QString& name) {
  for (const Command& command : m_commands) {
    if (command.name != name) continue;
    QAction* action = menu->addAction(command.title);
    action->setObjectName(QStringLiteral("command:") + name);
    action->setShortcut(command.key);
    action->setToolTip(withKey(command.title, command.key));
    connect(action, &QAction::triggered, this, [this, run = command.run, whyNot = command.whyNot] {
      const QString why = whyNot ? whyNot() : QString();
      why.isEmpty() ? run() : say({Message::Severity::Info, why});
    });
    if (!command.whyNot) continue;
    menu->setToolTipsVisible(true);
    // Its key stays alive, so that pressing it says why nothing happens.
    connect(menu, &QMenu::aboutToShow, action, [action, command] {
      const QString why = command.whyNot();
      action->setEnabled(why.isEmpty());
      action->setToolTip(why.isEmpty() ? withKey(command.title, command.key) : why);
    });
    connect(
        menu, &QMenu::aboutToHide, action, [action] { action->setEnabled(true); }, Qt::QueuedConnection);
  }
}

void MainWindow::addChoice(QActionGroup* group, const QString& title, const QString& name, bool isChosen) {
  const auto command = std::find_if(m_commands.begin(), m_commands.end(),
                                    [&name](const Command& known) { return known.name == name; });
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
  for (const Command& command : caseCommands(m_context, *m_workspace))
    addCommand(opened, command.name);
  cases->addSeparator();
  addCommand(cases, QStringLiteral("undo"));
  cases->addSeparator();
  addCommand(cases, QStringLiteral("sync"));
  addCommand(cases, QStringLiteral("outbox"));
  for (const Command& command : outboxCommands(*m_workspace))
    addCommand(cases, command.name);
  for (const Command& command : officeCommands(m_context, *m_workspace))
    addCommand(cases, command.name);
  cases->addSeparator();
  addCommand(cases, QStringLiteral("lock"));
  addCommand(cases, QStringLiteral("pin"));
  addCommand(cases, QStringLiteral("settings"));
  addCommand(cases, QStringLiteral("signIn"));
  addCommand(cases, QStringLiteral("signOut"));
  cases->addSeparator();
  addCommand(cases, QStringLiteral("quit"));

  buildActionsMenu();

  QMenu* list = menuBar()->addMenu(tr("&List"));
  for (const Command& command : listCommands(m_context, *m_workspace))
    addCommand(list, command.name);
  QMenu* many = list->addMenu(tr("&Many at once"));
  for (const Command& command : batchCommands(m_context, *m_workspace))
    addCommand(many, command.name);

  QMenu* go = menuBar()->addMenu(tr("&Go"));
  for (const char* name : {"down", "up", "next", "open", "table"})
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
}

void MainWindow::buildActionsMenu() {
  QMenu* act = menuBar()->addMenu(tr("&Actions"));
  act->setToolTipsVisible(true);
  connect(act, &QMenu::aboutToShow, this, [this, act] {
    act->clear();
    for (const PaletteEntry& entry : paletteEntries()) {
      QAction* action = act->addAction(
          entry.key.isEmpty() ? entry.title : QStringLiteral("%1\t%2").arg(entry.title, entry.key));
      action->setEnabled(entry.reason.isEmpty());
      action->setToolTip(entry.reason);
      connect(action, &QAction::triggered, this, entry.run);
    }
  });
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
