// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/mainwindow.h"

#include "models/caseactions.h"
#include "models/labels.h"
#include "models/text.h"
#include "models/trainingtasks.h"
#include "ui/basics/icons.h"
#include "ui/basics/keys.h"
#include "ui/basics/onscreen.h"
#include "ui/basics/readingorder.h"
#include "ui/basics/widgets.h"
#include "ui/casepages/casepages.h"
#include "ui/dialogs/settingsdialog.h"
#include "ui/guide/firstguide.h"
#include "ui/help/helpdialog.h"
#include "ui/training/practiceparts.h"
#include "ui/window/batchcommands.h"
#include "ui/window/casecommands.h"
#include "ui/window/listcommands.h"
#include "ui/window/messagebar.h"
#include "ui/window/officecommands.h"
#include "ui/window/outboxcommands.h"
#include "ui/window/papercommands.h"
#include "ui/window/searchdialog.h"
#include "ui/window/searchkeeper.h"
#include "ui/window/sessioncommands.h"
#include "ui/window/singlekeys.h"
#include "ui/window/statusline.h"
#include "ui/window/viewcommands.h"
#include "ui/window/workspace.h"
#include "ui/work/heldremovalcard.h"

#include <QShortcut>
#include <QVBoxLayout>

namespace madoguchi::ui {

namespace {

const QString kGeometryKey = QStringLiteral("window/geometry");

} // namespace

MainWindow::MainWindow(const Context& context, QWidget* parent)
    : QMainWindow(parent), m_context(context), m_workspace(new Workspace(context)),
      m_messages(new MessageBar(context)), m_status(new StatusLine(context)) {
  setObjectName(QStringLiteral("mainWindow"));
  setWindowTitle(tr("Madoguchi"));
  setWindowIcon(icon(QStringLiteral("madoguchi"), context.theme.colours().accent));
  auto* work = new QWidget;
  auto* box = new QVBoxLayout(work);
  box->setContentsMargins({});
  box->setSpacing(0);
  box->addWidget(m_workspace, 1);
  box->addWidget(m_messages);
  box->addWidget(m_status);
  setCentralWidget(work);
  new SingleKeys(this);
  buildCommands();
  addParts(*box);
  buildMenus();
  addCaseKeys();

  connect(m_workspace, &Workspace::said, this, &MainWindow::say);
  connect(m_workspace, &Workspace::handOverWanted, this,
          [this](const core::UserId& colleague) { handOver(m_context, *m_workspace, colleague); });
  connect(m_workspace, &Workspace::saveWanted, this,
          [this] { SearchKeeper(m_context, *m_workspace).save(); });
  connect(m_status, &StatusLine::outboxWanted, m_workspace, &Workspace::showOutbox);
  connect(m_status, &StatusLine::attentionWanted, m_workspace,
          [this] { m_workspace->showQueue(core::Queue::NeedsAttention); });
  connect(m_status, &StatusLine::heldRemovalWanted, m_workspace, &Workspace::showHeldRemoval);
  connect(&context.desk.ports.sync, &models::SyncStatusSource::statusChanged, this,
          &MainWindow::tellHeldRemoval);
  connect(&context.desk.ports.session, &models::SessionSource::recovered, this, &MainWindow::tellRecovered);
  connect(&context.desk.undo, &models::UndoStack::undone, this, [this](const QString& said) {
    say({Message::Severity::Done, said});
  });
  connect(&context.desk.undo, &models::UndoStack::failed, this, [this](const QString& said) {
    say({Message::Severity::Error, said});
  });
  if (!restoreGeometry(context.desk.ports.preferences.value(kGeometryKey).toByteArray()))
    resize(onScreen(*this, QSize(1440, 900)));
  m_workspace->focusTable();
  if (const QString told = interruptedBatch(m_context); !told.isEmpty()) say({Message::Severity::Info, told});
  tellHeldRemoval();
  m_building.reset();
}

void MainWindow::addParts(QVBoxLayout& box) {
  m_guide = new FirstGuide(m_context, m_commands);
  box.insertWidget(0, m_guide);
  connect(m_guide, &FirstGuide::closed, m_workspace, &Workspace::focusTable);
  m_guide->openAtFirstStart();
  addPracticeParts(m_context, *this, box, *m_workspace,
                   {[this] { Q_EMIT trainingWanted(); }, [this](const Message& message) { say(message); }});
}

void MainWindow::tellHeldRemoval() {
  const auto held = m_context.desk.ports.sync.status().heldRemoval;
  if (held == std::exchange(m_toldRemoval, held) || !held) return;
  say({Message::Severity::Error,
       tr("The server would remove %1. Nothing was removed; look at “Needs attention”.")
           .arg(heldRemovalText(*held))});
}

void MainWindow::say(const Message& message) {
  m_messages->say(message);
}

void MainWindow::offerPin() {
  say({Message::Severity::Info,
       tr("Choose a PIN (menu Case) to unlock this PC after a break and without the server.")});
}

void MainWindow::tellRecovered(int applied, int refused) {
  if (applied + refused == 0) return;
  QString text =
      tr("Unsent work of a cache that was lost has reached the server: %n action(s).", nullptr, applied);
  if (refused > 0)
    text += u' ' + tr("%n could not be applied; the administrator can look them up.", nullptr, refused);
  say({refused > 0 ? Message::Severity::Error : Message::Severity::Done, text});
}

void MainWindow::buildCommands() {
  m_commands = {
      {QStringLiteral("down"), tr("Next row"), QKeySequence(Qt::Key_J), [this] { m_workspace->goDown(); }},
      {QStringLiteral("up"), tr("Previous row"), QKeySequence(Qt::Key_K), [this] { m_workspace->goUp(); }},
      {QStringLiteral("next"), tr("Next case"), QKeySequence(Qt::Key_N), [this] { m_workspace->goNext(); }},
      {QStringLiteral("open"), tr("Open the case"), QKeySequence(Qt::CTRL | Qt::Key_Return),
       [this] { m_workspace->openCurrent(); }},
      {QStringLiteral("table"), tr("Back to the table"), QKeySequence(Qt::Key_Escape),
       [this] { m_workspace->focusTable(); }},
      {QStringLiteral("search"), tr("Search in all cases …"), QKeySequence(Qt::CTRL | Qt::Key_F),
       [this] { showSearch(); }},
      {QStringLiteral("filter"), tr("Filter the queue"), QKeySequence(Qt::Key_Slash),
       [this] { m_workspace->focusFilter(); }},
      {QStringLiteral("palette"), tr("All actions …"), QKeySequence(Qt::CTRL | Qt::Key_K),
       [this] { showPalette(); }},
      {QStringLiteral("undo"), tr("Undo"), QKeySequence(Qt::CTRL | Qt::Key_Z),
       [this] {
         models::UndoStack& stack = m_context.desk.undo;
         if (stack.canUndo()) return stack.undo();
         say({Message::Severity::Info, stack.isUndoing() ? tr("The last step is still being undone.")
                                                         : tr("There is nothing to undo.")});
       }},
      {QStringLiteral("sync"), tr("Synchronise now"), QKeySequence(Qt::Key_F5),
       [this] { m_context.desk.ports.sync.syncNow(); }},
      {QStringLiteral("outbox"), tr("Outbox"), QKeySequence(Qt::CTRL | Qt::Key_O),
       [this] { m_workspace->showOutbox(); }},
      {QStringLiteral("settings"), tr("Settings …"), QKeySequence(Qt::CTRL | Qt::Key_Comma),
       [this] { showSettings(); }},
      {QStringLiteral("keys"), tr("Keys of this page"), QKeySequence(Qt::Key_F1),
       [this] { showHelp(HelpDialog::Page::Keys); }},
      {QStringLiteral("help"), tr("Help"), QKeySequence(Qt::SHIFT | Qt::Key_F1),
       [this] { showHelp(HelpDialog::Page::Topics); }},
      {QStringLiteral("guide"), tr("Guide to the desk"), {}, [this] { m_guide->open(); }},
  };
  for (Command& command : trainingCommands(m_context, *this, [this] { Q_EMIT trainingWanted(); }))
    m_commands.push_back(std::move(command));
  addPlaces();
  for (Command& command :
       paperCommands(m_context, *m_workspace, [this](const Message& message) { say(message); }))
    m_commands.push_back(std::move(command));
  for (Command& command : officeCommands(m_context, *m_workspace))
    m_commands.push_back(std::move(command));
  for (Command& command : listCommands(m_context, *m_workspace))
    m_commands.push_back(std::move(command));
  for (Command& command : caseCommands(m_context, *m_workspace))
    m_commands.push_back(std::move(command));
  for (Command& command : batchCommands(m_context, *m_workspace))
    m_commands.push_back(std::move(command));
  for (Command& command : outboxCommands(*m_workspace))
    m_commands.push_back(std::move(command));
  for (Command& command :
       viewCommands({[this](const QString& look) { Q_EMIT lookWanted(look); },
                     [this](const QString& language) { Q_EMIT languageWanted(language); }}))
    m_commands.push_back(std::move(command));
  for (Command& command :
       sessionCommands(m_context, *this, {[this] { Q_EMIT lockWanted(); }, [this] { Q_EMIT quitWanted(); }}))
    m_commands.push_back(std::move(command));
  for (Command& command : m_commands)
    command.key = keyOf(m_context, command.name, command.key);
}

void MainWindow::addCaseKeys() {
  for (int i = 0; i < models::kCaseActionCount; ++i) {
    const auto action = static_cast<models::CaseAction>(i);
    const QKeySequence key = keyOf(m_context, action);
    if (key.isEmpty()) continue;
    auto* shortcut = new QShortcut(key, this);
    shortcut->setObjectName(QStringLiteral("key:") + models::nameOf(action));
    connect(shortcut, &QShortcut::activated, this, [this, action] { m_workspace->run(action); });
  }
}

std::vector<PaletteEntry> MainWindow::paletteEntries() const {
  std::vector<PaletteEntry> entries;
  for (int i = 0; i < models::kCaseActionCount; ++i) {
    const auto action = static_cast<models::CaseAction>(i);
    entries.push_back({models::label(action), keyOf(m_context, action).toString(QKeySequence::NativeText),
                       models::whyNot(action, m_context.opened).value_or(QString()),
                       [this, action] { m_workspace->run(action); }});
  }
  return entries;
}

void MainWindow::showSettings() {
  auto* dialog = new SettingsDialog(m_context, this);
  connect(dialog, &SettingsDialog::languageWanted, this, &MainWindow::languageWanted);
  connect(dialog, &SettingsDialog::lookWanted, this, &MainWindow::lookWanted);
  connect(dialog, &SettingsDialog::keysWanted, this, [this] { showHelp(HelpDialog::Page::Keys); });
  connect(dialog, &SettingsDialog::pinWanted, this, [this] { choosePin(m_context, *this); });
  dialog->open();
}

void MainWindow::showPalette() {
  std::vector<PaletteEntry> entries = paletteEntries();
  for (const Command& command : m_commands)
    entries.push_back({command.title, command.key.toString(QKeySequence::NativeText),
                       command.whyNot ? command.whyNot() : QString(), command.run});
  (new CommandPalette(std::move(entries), this))->open();
}

void MainWindow::showSearch() {
  auto* dialog = new SearchDialog(m_context, this);
  connect(dialog, &SearchDialog::chosen, m_workspace, &Workspace::openCase);
  if (auto* tasks = m_context.desk.ports.training)
    connect(dialog, &SearchDialog::chosen, tasks, &models::TrainingTasks::foundByText);
  dialog->open();
}

void MainWindow::showHelp(HelpDialog::Page page) {
  std::vector<KeyLine> lines;
  for (const Command& command : m_commands)
    lines.push_back({command.name, command.title, command.key});
  for (int i = 0; i < models::kCaseActionCount; ++i) {
    const auto action = static_cast<models::CaseAction>(i);
    lines.push_back({models::nameOf(action), models::label(action), keyOf(m_context, action)});
  }
  auto* dialog = new HelpDialog(m_context, std::move(lines), page, this);
  connect(dialog, &HelpDialog::keysChanged, this, &MainWindow::keysChanged);
  dialog->open();
}

void MainWindow::commit() {
  // An editor that is left saves itself.
  if (QWidget* typed = focusWidget(); typed != nullptr && takesText(typed)) typed->clearFocus();
  m_workspace->commit();
  m_context.desk.ports.preferences.setValue(kGeometryKey, saveGeometry());
}

bool MainWindow::focusNextPrevChild(bool next) {
  return passTab(*this, next) || QMainWindow::focusNextPrevChild(next);
}

} // namespace madoguchi::ui
