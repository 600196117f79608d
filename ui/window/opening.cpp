// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
// Which case of the workspace is open and where, and what is done to it.
#include "models/caseactions.h"
#include "ui/casepages/casepages.h"
#include "ui/casepages/caseview.h"
#include "ui/table/casetableview.h"
#include "ui/window/workspace.h"

#include <QTimer>

#include <utility>

namespace madoguchi::ui {

void Workspace::followRow() {
  const core::CaseId id = m_table->currentCase();
  if (id.empty()) {
    // The row is on its way; nothing is opened where the queue is empty.
    if (m_context.desk.table.rowCount() > 0) m_rest->start();
    return;
  }
  m_rowIsAhead = false;
  if (m_awaited && m_awaited->id.empty()) m_awaited->id = id;
  if (id == m_context.opened.id()) return;
  if (m_case->commit())
    m_context.opened.open(id);
  else
    m_awaited.reset(); // the case that stays open is not the one that was meant
}

void Workspace::openCase(const core::CaseId& id) {
  if (m_context.desk.apart.find(id) != nullptr) return m_context.desk.apart.open(id);
  showTable();
  m_rest->stop();
  m_rowIsAhead = false;
  if (m_case->commit()) {
    m_context.opened.open(id);
    m_table->seek(id);
  }
  casePages().focusPage();
}

void Workspace::openCurrent() {
  m_rest->stop();
  followRow();
  if (m_context.opened.isElsewhere()) return m_context.desk.apart.open(m_context.opened.id());
  casePages().focusPage();
}

void Workspace::openApart() {
  const bool rowIsMeant = showsList() && (m_rowIsAhead || m_context.opened.id().empty());
  const core::CaseId id = rowIsMeant ? m_table->currentCase() : m_context.opened.id();
  if (id.empty()) return Q_EMIT said({Message::Severity::Info, tr("Go to a case first.")});
  // What is no value yet goes along as a draft.
  if (id == m_context.opened.id()) static_cast<void>(m_case->commit());
  m_context.desk.apart.open(id);
}

void Workspace::goNext() {
  if (!showsList()) return;
  // Nothing is open yet: the row that is current comes first.
  const bool first = m_context.opened.id().empty() && m_table->currentRow() >= 0;
  if (!first && !m_table->goToNext()) {
    Q_EMIT said({Message::Severity::Info, tr("This was the last case of the queue.")});
    return;
  }
  m_rest->stop();
  followRow();
}

void Workspace::run(models::CaseAction action) {
  // What is submitted can be edited no more; the keyboard goes back to the queue before its editor is gone.
  if (action == models::CaseAction::Submit && showsList()) focusTable();
  const bool shown = m_context.opened.state() != nullptr;
  if (shown && !m_rowIsAhead) return casePages().run(action);
  m_rest->stop();
  const models::OpenCase& opened = m_context.opened;
  // A case from elsewhere that is on its way is meant, not the row.
  m_awaited = Awaited{action, m_rowIsAhead ? core::CaseId() : opened.id()};
  if (m_rowIsAhead || opened.id().empty()) followRow();
  // Nothing is on its way: the case of the row is open already, or the action says that none is.
  const bool there = opened.state() != nullptr && opened.id() == m_table->currentCase();
  const bool comes = !opened.isElsewhere() && (!opened.id().empty() || m_rest->isActive());
  if (there || !comes) runAwaited();
}

void Workspace::runAwaited() {
  if (!m_awaited) return;
  const Awaited awaited = std::move(*m_awaited);
  m_awaited.reset();
  if (awaited.id == m_context.opened.id()) return casePages().run(awaited.action);
  Q_EMIT said({Message::Severity::Info, tr("You went on before the case had come: nothing was done to it.")});
}

} // namespace madoguchi::ui
