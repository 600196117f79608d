// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/casewindow.h"

#include "models/text.h"
#include "ui/basics/onscreen.h"
#include "ui/basics/widgets.h"
#include "ui/casepages/caseheader.h"
#include "ui/casepages/casepages.h"
#include "ui/casepages/caseview.h"
#include "ui/casepages/documentspage.h"
#include "ui/training/practiceparts.h"
#include "ui/window/casecommands.h"
#include "ui/window/listcommands.h"
#include "ui/window/papercommands.h"

#include <QCloseEvent>
#include <QMenu>
#include <QMenuBar>
#include <QVBoxLayout>

namespace madoguchi::ui {

namespace {

const QString kGeometryKey = QStringLiteral("caseWindow/geometry");
constexpr QSize kUsual(960, 860);

} // namespace

CaseWindow::CaseWindow(const Context& desk, models::CaseApart& shown)
    : DeskWindow({desk.desk, desk.theme, shown.opened, shown.timeline, *shown.pages}, nullptr),
      m_shown(shown), m_view(new CaseView(m_context)) {
  setObjectName(QStringLiteral("caseWindow"));
  markPractice(m_context, *this, layOut(*m_view), [this] { Q_EMIT trainingWanted(); });
  buildCommands();
  buildMenus();
  addCaseKeys();
  connect(m_view, &CaseView::said, this, &CaseWindow::say);
  connect(&shown.opened, &models::OpenCase::changed, this, &CaseWindow::refreshTitle);
  connect(&shown.opened, &models::OpenCase::finished, this, [this] {
    if (m_isLeaving) Q_EMIT left();
  });
  connect(&shown.opened, &models::OpenCase::refused, this, [this] {
    if (std::exchange(m_isLeaving, false)) Q_EMIT stayed();
  });
  refreshTitle();
  restorePlace();
}

void CaseWindow::restorePlace() {
  const QByteArray mine = std::exchange(m_shown.geometry, {});
  const QByteArray usual = m_context.desk.ports.preferences.value(kGeometryKey, {}).toByteArray();
  if (!restoreGeometry(mine.isEmpty() ? usual : mine)) resize(onScreen(*this, kUsual));
}

void CaseWindow::refreshTitle() {
  const core::CaseState* state = m_context.opened.state();
  QString title = tr("Madoguchi");
  if (state != nullptr) {
    const QString number = state->number.empty() ? tr("(no number yet)") : models::qtext(state->number);
    title = tr("%1 %2 – Madoguchi").arg(number, models::qtext(state->applicant.party.name.display));
  }
  setWindowTitle(practiceTitle(m_context, title));
}

void CaseWindow::buildCommands() {
  const auto tell = [this](const Message& message) { say(message); };
  add(commonCommands());
  add(pageCommands(*m_view));
  add(casePaperCommands(m_context, *m_view, tell));
  add(caseCommands(m_context, *m_view));
  add(caseListCommands(m_context, *m_view));
  add({
      {QStringLiteral("table"), tr("Close the window, back to the table"), QKeySequence(Qt::Key_Escape),
       [this] {
         if (close()) Q_EMIT listWanted();
       }},
      {QStringLiteral("closeWindow"), tr("Close this window"), QKeySequence(Qt::CTRL | Qt::Key_W),
       [this] { close(); }},
  });
  if (m_context.desk.ports.training != nullptr) return;
  add({{QStringLiteral("lock"), tr("Lock all windows"), QKeySequence(Qt::CTRL | Qt::Key_L),
        [this] { Q_EMIT lockWanted(); }}});
}

void CaseWindow::buildMenus() {
  QMenu* cases = menuBar()->addMenu(tr("&Case"));
  for (const char* name : {"printCase", "showNotice", "exportList", "printList", "palette"})
    addCommand(cases, QString::fromLatin1(name));
  for (const WindowCommand& command : caseCommands(m_context, *m_view))
    addCommand(cases, command.name);
  cases->addSeparator();
  addCommand(cases, QStringLiteral("undo"));
  cases->addSeparator();
  addCommand(cases, QStringLiteral("lock"));
  addCommand(cases, QStringLiteral("closeWindow"));
  addActionsMenu();
  QMenu* go = menuBar()->addMenu(tr("&Go"));
  for (const WindowCommand& command : pageCommands(*m_view))
    addCommand(go, command.name);
  go->addSeparator();
  addCommand(go, QStringLiteral("table"));
  QMenu* help = menuBar()->addMenu(tr("&Help"));
  addCommand(help, QStringLiteral("keys"));
  addCommand(help, QStringLiteral("help"));
  addContextMenu(*m_view->header(), {"printCase", "showNotice", "dueSum", "closeWindow"});
}

void CaseWindow::run(models::CaseAction action) {
  m_view->pages().run(action);
}

void CaseWindow::comeForth() {
  m_isLeaving = false;
  setWindowState(windowState() & ~Qt::WindowMinimized);
  show();
  raise();
  activateWindow();
}

void CaseWindow::commit() {
  // An editor that is left saves itself.
  if (QWidget* typed = focusWidget(); typed != nullptr && takesText(typed)) typed->clearFocus();
  static_cast<void>(m_view->commit());
  m_shown.geometry = saveGeometry();
}

void CaseWindow::closeEvent(QCloseEvent* event) {
  if (m_view->pages().documents().isAttaching()) {
    say({Message::Severity::Info,
         tr("A file is on its way into this case. Wait until it is there, or cancel it.")});
    return event->ignore();
  }
  commit();
  m_context.desk.ports.preferences.setValue(kGeometryKey, m_shown.geometry);
  m_isLeaving = true;
  // What is being saved is awaited.
  if (!m_context.opened.isBusy()) Q_EMIT left();
  DeskWindow::closeEvent(event);
}

} // namespace madoguchi::ui
