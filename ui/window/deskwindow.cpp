// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/deskwindow.h"

#include "ui/basics/icons.h"
#include "ui/basics/keys.h"
#include "ui/basics/readingorder.h"
#include "ui/window/messagebar.h"

#include <QAction>
#include <QMenu>
#include <QMenuBar>
#include <QShortcut>
#include <QVBoxLayout>

namespace madoguchi::ui {

DeskWindow::DeskWindow(const Context& context, QWidget* parent)
    : QMainWindow(parent), m_context(context), m_messages(new MessageBar(context)) {
  setWindowIcon(icon(QStringLiteral("madoguchi"), context.theme.colours().accent));
  connect(&context.desk.undo, &models::UndoStack::undone, this, [this](const QString& said) {
    say({Message::Severity::Done, said});
  });
  connect(&context.desk.undo, &models::UndoStack::failed, this, [this](const QString& said) {
    say({Message::Severity::Error, said});
  });
}

void DeskWindow::say(const Message& message) {
  m_messages->say(message);
}

QVBoxLayout& DeskWindow::layOut(QWidget& work) {
  auto* all = new QWidget;
  auto* box = new QVBoxLayout(all);
  box->setContentsMargins({});
  box->setSpacing(0);
  box->addWidget(&work, 1);
  box->addWidget(m_messages);
  setCentralWidget(all);
  return *box;
}

std::vector<WindowCommand> DeskWindow::commonCommands() {
  return {
      {QStringLiteral("palette"),
       tr("All actions …"),
       QKeySequence(Qt::CTRL | Qt::Key_K),
       [this] { showPalette(); },
       {}},
      {QStringLiteral("undo"), tr("Undo"), QKeySequence(Qt::CTRL | Qt::Key_Z), [this] { undo(); }, {}},
      {QStringLiteral("keys"),
       tr("Keys of this page"),
       QKeySequence(Qt::Key_F1),
       [this] { showHelp(HelpDialog::Page::Keys); },
       {}},
      {QStringLiteral("help"),
       tr("Help"),
       QKeySequence(Qt::SHIFT | Qt::Key_F1),
       [this] { showHelp(HelpDialog::Page::Topics); },
       {}},
  };
}

void DeskWindow::undo() {
  models::UndoStack& stack = m_context.desk.undo;
  if (stack.canUndo()) return stack.undo();
  say({Message::Severity::Info,
       stack.isUndoing() ? tr("The last step is still being undone.") : tr("There is nothing to undo.")});
}

void DeskWindow::add(std::vector<WindowCommand> commands) {
  for (WindowCommand& command : commands) {
    command.key = keyOf(m_context, command.name, command.key);
    m_commands.push_back(std::move(command));
  }
}

void DeskWindow::addCaseKeys() {
  for (int i = 0; i < models::kCaseActionCount; ++i) {
    const auto action = static_cast<models::CaseAction>(i);
    const QKeySequence key = keyOf(m_context, action);
    if (key.isEmpty()) continue;
    auto* shortcut = new QShortcut(key, this);
    shortcut->setObjectName(QStringLiteral("key:") + models::nameOf(action));
    connect(shortcut, &QShortcut::activated, this, [this, action] { run(action); });
  }
}

void DeskWindow::addCommand(QMenu* menu, const QString& name) {
  for (const WindowCommand& command : m_commands) {
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

void DeskWindow::addActionsMenu() {
  QMenu* act = menuBar()->addMenu(tr("&Actions"));
  act->setToolTipsVisible(true);
  connect(act, &QMenu::aboutToShow, this, [this, act] {
    act->clear();
    for (const PaletteEntry& entry : actionEntries()) {
      QAction* action = act->addAction(
          entry.key.isEmpty() ? entry.title : QStringLiteral("%1\t%2").arg(entry.title, entry.key));
      action->setEnabled(entry.reason.isEmpty());
      action->setToolTip(entry.reason);
      connect(action, &QAction::triggered, this, entry.run);
    }
  });
}

void DeskWindow::addContextMenu(QWidget& widget, const std::vector<const char*>& names) {
  widget.setContextMenuPolicy(Qt::CustomContextMenu);
  connect(&widget, &QWidget::customContextMenuRequested, this, [this, &widget, names](const QPoint& at) {
    auto* menu = new QMenu(&widget);
    menu->setObjectName(QStringLiteral("contextMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const char* name : names)
      addCommand(menu, QString::fromLatin1(name));
    menu->popup(widget.mapToGlobal(at));
  });
}

std::vector<PaletteEntry> DeskWindow::actionEntries() {
  std::vector<PaletteEntry> entries;
  for (int i = 0; i < models::kCaseActionCount; ++i) {
    const auto action = static_cast<models::CaseAction>(i);
    entries.push_back({models::label(action), keyOf(m_context, action).toString(QKeySequence::NativeText),
                       models::whyNot(action, m_context.opened).value_or(QString()),
                       [this, action] { run(action); }});
  }
  return entries;
}

void DeskWindow::showPalette() {
  std::vector<PaletteEntry> entries = actionEntries();
  for (const WindowCommand& command : m_commands)
    entries.push_back({command.title, command.key.toString(QKeySequence::NativeText),
                       command.whyNot ? command.whyNot() : QString(), command.run});
  (new CommandPalette(std::move(entries), this))->open();
}

std::vector<KeyLine> DeskWindow::keyLines() const {
  std::vector<KeyLine> lines;
  for (const WindowCommand& command : m_commands)
    lines.push_back({command.name, command.title, command.key});
  for (int i = 0; i < models::kCaseActionCount; ++i) {
    const auto action = static_cast<models::CaseAction>(i);
    lines.push_back({models::nameOf(action), models::label(action), keyOf(m_context, action)});
  }
  return lines;
}

bool DeskWindow::focusNextPrevChild(bool next) {
  return passTab(*this, next) || QMainWindow::focusNextPrevChild(next);
}

} // namespace madoguchi::ui
