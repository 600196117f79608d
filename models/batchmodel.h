// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/batchgrouping.h"
#include "models/caseresult.h"
#include "models/clock.h"
#include "models/ports/casesource.h"
#include "models/ports/commandsink.h"
#include "models/undostack.h"

#include <QAbstractItemModel>

#include <deque>
#include <map>
#include <optional>

namespace madoguchi::models {

/// "To decide": groups of alike cases, each with its cases, chosen by check marks; and the run that approves
/// or returns them one by one, each with its own command and its own result, and one step to undo. What a run
/// has not reached when the program ends is simply still there the next time. UI thread.
class BatchModel : public QAbstractItemModel {
  Q_OBJECT

public:
  enum Column { What, Applicant, OutcomeColumn, Why, Result, kColumnCount };
  enum Role {
    CaseIdRole = Qt::UserRole + 1, ///< QString; empty for a group
    UnlikeRole,                    ///< bool
    ResultRole,                    ///< CaseResult, as int
  };

  BatchModel(CaseSource& source, CommandSink& sink, ReferenceSource& references, UndoStack& undo, Clock clock,
             QObject* parent = nullptr);

  /// Reads the drafts that wait for the user.
  void load();
  [[nodiscard]] bool isLoading() const { return m_loading; }
  [[nodiscard]] const std::vector<BatchGroup>& groups() const { return m_groups; }
  [[nodiscard]] const BatchGroup* groupAt(const QModelIndex& index) const;
  [[nodiscard]] const BatchCase* caseAt(const QModelIndex& index) const;
  [[nodiscard]] int checkedCount() const;
  /// Checked cases that are unlike and whose outcome refuses: what the approver has to have read.
  [[nodiscard]] int checkedRefusals() const;

  /// Approves the checked cases.
  void approve();
  /// Returns the checked cases with a reason.
  void giveBack(const std::string& reason);
  void pause();
  void resume();
  /// Leaves the rest undone.
  void stop();
  [[nodiscard]] RunState runState() const { return m_run; }
  [[nodiscard]] int total() const { return m_total; }
  [[nodiscard]] int finished() const { return m_finished; }
  [[nodiscard]] int refusedCount() const { return m_refused; }

  [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
  [[nodiscard]] QModelIndex parent(const QModelIndex& index) const override;
  using QObject::parent;
  [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
  [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                    int role = Qt::DisplayRole) const override;
  [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
  bool setData(const QModelIndex& index, const QVariant& value, int role = Qt::EditRole) override;

Q_SIGNALS:
  void loaded();
  void failed(const core::Error& error);
  void checkedChanged();
  void runChanged();

private:
  struct Job {
    core::CaseId caseId;
    std::int64_t version = 0;
    core::CommandBody body;
    std::string number;
  };

  void takeKeys(quint64 generation, const std::shared_ptr<const std::vector<CaseKey>>& keys);
  void takeStates(quint64 generation, const std::vector<std::shared_ptr<const core::CaseState>>& states);
  void askStates();
  void regroup();
  void start(std::deque<Job> jobs);
  void next();
  void settle(CaseResult result, core::ErrorCode code);
  void setResult(const core::CaseId& id, CaseOutcome outcome);
  [[nodiscard]] static bool isBatched(const BatchGroup& group) { return group.part.part == Part::Stage; }
  [[nodiscard]] bool isChecked(const BatchCase& item) const;
  [[nodiscard]] std::vector<const BatchCase*> checkedCases() const;
  [[nodiscard]] QVariant groupData(const BatchGroup& group, int column, int role) const;
  [[nodiscard]] QString groupTitle(const BatchGroup& group) const;
  [[nodiscard]] QVariant caseData(const BatchCase& item, int column, int role) const;

  CaseSource& m_source;
  CommandSink& m_sink;
  ReferenceSource& m_references;
  UndoStack& m_undo;
  Clock m_clock;
  std::vector<CaseKey> m_keysLeft;
  std::vector<std::shared_ptr<const core::CaseState>> m_states;
  std::vector<BatchGroup> m_groups;
  std::map<core::CaseId, bool> m_checked; ///< where it differs from the proposal: alike checked, unlike not
  std::map<core::CaseId, CaseOutcome> m_results;
  quint64 m_keysGeneration = 0;
  quint64 m_statesGeneration = 0;
  bool m_loading = false;
  std::deque<Job> m_jobs;
  std::optional<quint64> m_request;
  UndoStack::Run m_undoRun = 0;
  core::CaseId m_current;
  std::string m_number; ///< of the current case
  RunState m_run = RunState::Idle;
  int m_total = 0;
  int m_finished = 0;
  int m_refused = 0;
};

} // namespace madoguchi::models
