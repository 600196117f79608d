// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/casewindows.h"

#include "ui/casepages/casepages.h"
#include "ui/casepages/caseview.h"
#include "ui/window/casewindow.h"

#include <algorithm>

namespace madoguchi::ui {

namespace {

constexpr QPoint kStep(28, 28); ///< pixels, so that one does not hide another

} // namespace

CaseWindows::CaseWindows(const Context& context, QWidget* main)
    : QObject(main), m_context(context), m_main(main) {
  for (const auto& one : context.desk.apart.all())
    windowOf(*one);
  connect(&context.desk.apart, &models::CasesApart::wanted, this,
          [this](const core::CaseId& id) { bringForth(windowOf(*m_context.desk.apart.find(id))); });
}

CaseWindows::~CaseWindows() = default;

CaseWindow& CaseWindows::windowOf(models::CaseApart& one) {
  const core::CaseId& id = one.opened.id();
  for (const auto& window : m_windows)
    if (window->id() == id) return *window;
  auto made = std::make_unique<CaseWindow>(m_context, one);
  CaseWindow* window = made.get();
  const auto covers = [window](const auto& other) { return other->pos() == window->pos(); };
  while (std::any_of(m_windows.begin(), m_windows.end(), covers))
    window->move(window->pos() + kStep);
  connect(
      window, &CaseWindow::left, this, [this, window] { drop(window); }, Qt::QueuedConnection);
  connect(window, &CaseWindow::stayed, this, [this, window] { bringForth(*window); });
  connect(window, &CaseWindow::listWanted, this, &CaseWindows::listWanted);
  connect(window, &CaseWindow::lockWanted, this, &CaseWindows::lockWanted);
  connect(window, &CaseWindow::trainingWanted, this, &CaseWindows::trainingWanted);
  connect(window, &CaseWindow::helpWanted, this,
          [this, window](HelpDialog::Page page) { Q_EMIT helpWanted(page, window); });
  m_windows.push_back(std::move(made));
  window->caseView()->pages().focusPage();
  return *window;
}

void CaseWindows::bringForth(CaseWindow& window) {
  if (m_main->isVisible()) window.comeForth();
}

void CaseWindows::drop(CaseWindow* window) {
  const auto gone = std::find_if(m_windows.begin(), m_windows.end(),
                                 [window](const auto& one) { return one.get() == window; });
  // It may have been asked for again meanwhile.
  if (gone == m_windows.end() || !window->isLeaving()) return;
  const core::CaseId id = window->id();
  m_windows.erase(gone);
  m_context.desk.apart.close(id);
}

void CaseWindows::show() {
  for (const auto& window : m_windows)
    if (!window->isLeaving()) window->show();
}

void CaseWindows::commit() {
  for (const auto& window : m_windows)
    window->commit();
}

void CaseWindows::closeAll() {
  for (const auto& window : m_windows)
    window->close();
}

} // namespace madoguchi::ui
