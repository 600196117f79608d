// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ports/commandsink.h"

#include <QObject>
#include <QString>

#include <optional>
#include <vector>

namespace madoguchi::models {

/// What the user did, by ids and values, the newest last. Undoing is a new command (the inverse), or the
/// dropping of one that was never sent. UI thread.
class UndoStack : public QObject {
  Q_OBJECT

public:
  explicit UndoStack(CommandSink& sink, QObject* parent = nullptr);

  /// Remembers a command that was performed by the user.
  void push(const CommandDone& done);
  /// Takes the newest command back; `undone` or `failed` follows.
  void undo();
  void clear();

  [[nodiscard]] bool canUndo() const { return !m_steps.empty() && !m_running; }
  /// "Undo: Assign"; empty where nothing can be undone.
  [[nodiscard]] QString text() const;

Q_SIGNALS:
  void changed();
  void undone(const core::CaseId& caseId, const QString& what);
  /// It cannot be taken back any more; it is forgotten.
  void failed(const core::Refusal& refusal);

private:
  CommandSink& m_sink;
  std::vector<CommandDone> m_steps;
  std::optional<quint64> m_running;
};

} // namespace madoguchi::models
