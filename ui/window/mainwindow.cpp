// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/mainwindow.h"

#include "models/trainingtasks.h"
#include "ui/basics/keys.h"
#include "ui/basics/onscreen.h"
#include "ui/basics/widgets.h"
#include "ui/casepages/caseview.h"
#include "ui/dialogs/settingsdialog.h"
#include "ui/guide/firstguide.h"
#include "ui/training/practiceparts.h"
#include "ui/window/batchcommands.h"
#include "ui/window/casecommands.h"
#include "ui/window/casewindows.h"
#include "ui/window/listcommands.h"
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

#include <QShowEvent>
#include <QVBoxLayout>

namespace madoguchi::ui {

namespace {

const QString kGeometryKey = QStringLiteral("window/geometry");

} // namespace

MainWindow::MainWindow(const Context& context, QWidget* parent)
    : DeskWindow(context, parent), m_workspace(new Workspace(context)), m_status(new StatusLine(context)) {
  setObjectName(QStringLiteral("mainWindow"));
  setWindowTitle(practiceTitle(context, tr("Madoguchi")));
  QVBoxLayout& box = layOut(*m_workspace);
  box.addWidget(m_status);
  new SingleKeys(this);
  buildCommands();
  addParts(box);
  buildMenus();
  addCaseKeys();
  addCaseWindows();

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
  if (!restoreGeometry(context.desk.ports.preferences.value(kGeometryKey).toByteArray()))
    resize(onScreen(*this, QSize(1440, 900)));
  m_workspace->focusTable();
  if (const QString told = interruptedBatch(m_context); !told.isEmpty()) say({Message::Severity::Info, told});
  tellHeldRemoval();
  m_building.reset();
}

void MainWindow::addParts(QVBoxLayout& box) {
  m_guide = new FirstGuide(m_context, commands());
  box.insertWidget(0, m_guide);
  connect(m_guide, &FirstGuide::closed, m_workspace, &Workspace::focusTable);
  m_guide->openAtFirstStart();
  markPractice(m_context, *this, box, [this] { Q_EMIT trainingWanted(); });
  addTasks(m_context, *this, *m_workspace, [this](const Message& message) { say(message); });
}

void MainWindow::tellHeldRemoval() {
  const auto held = m_context.desk.ports.sync.status().heldRemoval;
  if (held == std::exchange(m_toldRemoval, held) || !held) return;
  say({Message::Severity::Error,
       tr("The server would remove %1. Nothing was removed; look at “Needs attention”.")
           .arg(heldRemovalText(*held))});
}

void MainWindow::addCaseWindows() {
  m_caseWindows = new CaseWindows(m_context, this);
  connect(m_caseWindows, &CaseWindows::helpWanted, this,
          [this](HelpDialog::Page page, QWidget* over) { showHelp(page, *over); });
  connect(m_caseWindows, &CaseWindows::lockWanted, this, &MainWindow::lockWanted);
  connect(m_caseWindows, &CaseWindows::trainingWanted, this, &MainWindow::trainingWanted);
  connect(m_caseWindows, &CaseWindows::listWanted, this, [this] {
    activateWindow();
    m_workspace->focusTable();
  });
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
  add({
      {QStringLiteral("down"), tr("Next row"), QKeySequence(Qt::Key_J), [this] { m_workspace->goDown(); }},
      {QStringLiteral("up"), tr("Previous row"), QKeySequence(Qt::Key_K), [this] { m_workspace->goUp(); }},
      {QStringLiteral("next"), tr("Next case"), QKeySequence(Qt::Key_N), [this] { m_workspace->goNext(); }},
      {QStringLiteral("open"), tr("Open the case"), QKeySequence(Qt::CTRL | Qt::Key_Return),
       [this] { m_workspace->openCurrent(); }},
      {QStringLiteral("openApart"), tr("Open in a window of its own"), apartKey(m_context),
       [this] { m_workspace->openApart(); }},
      {QStringLiteral("table"), tr("Back to the table"), QKeySequence(Qt::Key_Escape),
       [this] { m_workspace->focusTable(); }},
      {QStringLiteral("search"), tr("Search in all cases …"), QKeySequence(Qt::CTRL | Qt::Key_F),
       [this] { showSearch(); }},
      {QStringLiteral("filter"), tr("Filter the queue"), QKeySequence(Qt::Key_Slash),
       [this] { m_workspace->focusFilter(); }},
  });
  add(commonCommands());
  add({
      {QStringLiteral("sync"), tr("Synchronise now"), QKeySequence(Qt::Key_F5),
       [this] { m_context.desk.ports.sync.syncNow(); }},
      {QStringLiteral("outbox"), tr("Outbox"), QKeySequence(Qt::CTRL | Qt::Key_O),
       [this] { m_workspace->showOutbox(); }},
      {QStringLiteral("settings"), tr("Settings …"), QKeySequence(Qt::CTRL | Qt::Key_Comma),
       [this] { showSettings(); }},
      {QStringLiteral("guide"), tr("Guide to the desk"), {}, [this] { m_guide->open(); }},
      {QStringLiteral("closeWindow"), tr("Close this window"), QKeySequence(Qt::CTRL | Qt::Key_W),
       [this] { close(); }},
  });
  const auto tell = [this](const Message& message) { say(message); };
  CaseView& view = *m_workspace->caseView();
  add(trainingCommands(m_context, *this, [this] { Q_EMIT trainingWanted(); }));
  add(pageCommands(view));
  addQueues();
  add(paperCommands(m_context, *m_workspace, tell));
  add(casePaperCommands(m_context, view, tell));
  add(officeCommands(m_context, *m_workspace));
  add(listCommands(m_context, *m_workspace));
  add(caseCommands(m_context, view));
  add(batchCommands(m_context, *m_workspace));
  add(outboxCommands(*m_workspace));
  add(viewCommands({[this](const QString& look) { Q_EMIT lookWanted(look); },
                    [this](const QString& language) { Q_EMIT languageWanted(language); }}));
  add(sessionCommands(m_context, *this, {[this] { Q_EMIT lockWanted(); }, [this] { Q_EMIT quitWanted(); }}));
}

void MainWindow::run(models::CaseAction action) {
  m_workspace->run(action);
}

void MainWindow::showSettings() {
  auto* dialog = new SettingsDialog(m_context, this);
  connect(dialog, &SettingsDialog::languageWanted, this, &MainWindow::languageWanted);
  connect(dialog, &SettingsDialog::lookWanted, this, &MainWindow::lookWanted);
  connect(dialog, &SettingsDialog::keysWanted, this, [this] { showHelp(HelpDialog::Page::Keys); });
  connect(dialog, &SettingsDialog::pinWanted, this, [this] { choosePin(m_context, *this); });
  dialog->open();
}

void MainWindow::showSearch() {
  auto* dialog = new SearchDialog(m_context, this);
  connect(dialog, &SearchDialog::chosen, m_workspace, &Workspace::openCase);
  if (auto* tasks = m_context.desk.ports.training)
    connect(dialog, &SearchDialog::chosen, tasks, &models::TrainingTasks::foundByText);
  dialog->open();
}

void MainWindow::showHelp(HelpDialog::Page page, QWidget& over) {
  auto* dialog = new HelpDialog(m_context, keyLines(), page, &over);
  connect(dialog, &HelpDialog::keysChanged, this, &MainWindow::keysChanged);
  dialog->open();
}

void MainWindow::commit() {
  // An editor that is left saves itself.
  if (QWidget* typed = focusWidget(); typed != nullptr && takesText(typed)) typed->clearFocus();
  m_workspace->commit();
  m_context.desk.ports.preferences.setValue(kGeometryKey, saveGeometry());
  m_caseWindows->commit();
}

void MainWindow::closeCaseWindows() {
  m_caseWindows->closeAll();
}

void MainWindow::showEvent(QShowEvent* event) {
  DeskWindow::showEvent(event);
  if (!event->spontaneous()) m_caseWindows->show();
}

} // namespace madoguchi::ui
