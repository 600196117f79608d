// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/undostack.h"

#include "models/commandlabels.h"

#include <QCoreApplication>

namespace madoguchi::models {

namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(UndoStack)
};

constexpr std::size_t kMostSteps = 200;

} // namespace

UndoStack::UndoStack(CommandSink& sink, QObject* parent) : QObject(parent), m_sink(sink) {
  connect(&sink, &CommandSink::done, this, [this](quint64 request) {
    if (request != m_running) return;
    const CommandDone step = m_steps.back();
    m_steps.pop_back();
    m_running.reset();
    Q_EMIT changed();
    Q_EMIT undone(step.caseId, commandLabel(step.body));
  });
  connect(&sink, &CommandSink::refused, this, [this](quint64 request, const core::Refusal& refusal) {
    if (request != m_running) return;
    m_steps.pop_back();
    m_running.reset();
    Q_EMIT changed();
    Q_EMIT failed(refusal);
  });
}

void UndoStack::push(const CommandDone& done) {
  m_steps.push_back(done);
  if (m_steps.size() > kMostSteps) m_steps.erase(m_steps.begin());
  Q_EMIT changed();
}

void UndoStack::undo() {
  if (!canUndo()) return;
  const CommandDone step = m_steps.back();
  m_running = m_sink.nextRequest();
  m_sink.takeBack(*m_running, step.command, step.caseId, step.inverse);
}

void UndoStack::clear() {
  m_steps.clear();
  m_running.reset();
  Q_EMIT changed();
}

QString UndoStack::text() const {
  if (m_steps.empty()) return {};
  const CommandDone& step = m_steps.back();
  if (step.inverse) return Say::tr("Undo: %1").arg(commandLabel(step.body));
  return Say::tr("Undo while unsent: %1").arg(commandLabel(step.body));
}

} // namespace madoguchi::models
