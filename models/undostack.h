// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ports/commandsink.h"
#include "models/ports/outboxsource.h"

#include <QObject>
#include <QString>

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace madoguchi::models {

/// What the user did, by ids and values, the newest last; and below it what was unsent when the program
/// started. A step is one command, or all those of a run over many cases. Undoing is a new command (the
/// inverse), or the dropping of one that was never sent. UI thread.
class UndoStack : public QObject {
  Q_OBJECT

public:
  using Run = quint64;
  static constexpr std::size_t kMostSteps = 200;

  /// Takes the first entries that `outbox` tells; those who show the outbox ask for them.
  UndoStack(CommandSink& sink, OutboxSource& outbox, QObject* parent = nullptr);

  /// Remembers a command that was performed by the user; `name` is what a person knows the case by, and may
  /// be empty. What changed nothing is no step.
  void push(const CommandDone& done, const std::string& name = {});
  /// The same, as a part of the step of that run.
  void push(const CommandDone& done, const std::string& name, Run run);
  [[nodiscard]] Run nextRun() { return ++m_lastRun; }

  /// Takes the newest step back, its newest command first; `undone` or `failed` follows.
  void undo();
  [[nodiscard]] bool canUndo() const { return !m_steps.empty() && !m_undoing; }
  [[nodiscard]] bool isUndoing() const { return m_undoing.has_value(); }
  [[nodiscard]] std::size_t count() const { return m_steps.size(); }
  /// "Undo: Assign"; empty where nothing can be undone.
  [[nodiscard]] QString text() const;

Q_SIGNALS:
  void changed();
  /// `said` names what was taken back.
  void undone(const QString& said);
  /// `said` names what could not be taken back any more, and why. It is forgotten.
  void failed(const QString& said);

private:
  struct Act {
    core::CommandId command;
    core::CaseId caseId;
    std::string kind;
    std::string name;
    std::shared_ptr<const core::CommandBody> inverse; ///< null: there is none
  };
  struct Step {
    Run run = 0; ///< 0: of one command
    std::vector<Act> acts;
  };
  struct Undoing {
    Step step; ///< what is left to take back
    quint64 request = 0;
    std::string kind;
    std::set<core::CaseId> cases;
    std::string name;                         ///< of the last case
    std::size_t taken = 0;                    ///< commands
    std::map<core::CaseId, std::string> kept; ///< cases of which something could not be taken back
    QString why;                              ///< the first reason
  };

  void fill(const std::vector<OutboxItem>& items);
  void trim();
  void takeNext();
  void settle(const core::Refusal* refusal);
  void finish();

  CommandSink& m_sink;
  std::vector<Step> m_steps;
  std::optional<Undoing> m_undoing;
  Run m_lastRun = 0;
};

} // namespace madoguchi::models
