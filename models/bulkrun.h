// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/caseresult.h"
#include "models/caserows.h"
#include "models/keyorder.h"
#include "models/ports/commandsink.h"
#include "models/ports/draftkeeper.h"
#include "models/ports/referencesource.h"
#include "models/undostack.h"

#include <QAbstractTableModel>

#include <deque>
#include <optional>

namespace madoguchi::models {

/// What is done to many cases.
struct BulkOrder {
  enum class Action {
    Take,    ///< registers what has arrived; the user holds it
    Release, ///< nobody holds it
    Assign,  ///< to the assignees in turn
    Label,   ///< puts labels on and takes others off
  };
  Action action = Action::Take;
  std::vector<core::UserId> assignees;
  std::vector<std::string> add = {};
  std::vector<std::string> remove = {};

  bool operator==(const BulkOrder&) const = default;
};

/// One order carried out case by case, each with its own commands and its own result, and one step to undo;
/// and the list of these results. It can be paused and stopped. What is left of it is remembered with the
/// drafts of the user, so that a run which the end of the program interrupted waits, paused, the next time.
/// UI thread.
class BulkRun : public QAbstractTableModel {
  Q_OBJECT

public:
  enum Column { Number, Applicant, Result, kColumnCount };
  enum Role {
    CaseIdRole = Qt::UserRole + 1, ///< QString; empty while the row is not here
    ResultRole,                    ///< CaseResult, as int
  };

  BulkRun(CaseSource& source, CommandSink& sink, ReferenceSource& references, DraftKeeper& drafts,
          UndoStack& undo, QObject* parent = nullptr);

  /// Does nothing while another run is not finished.
  void start(const BulkOrder& order, Keys keys);
  void pause();
  void resume();
  /// Leaves the rest undone.
  void stop();

  [[nodiscard]] RunState runState() const { return m_state; }
  [[nodiscard]] const BulkOrder& order() const { return m_order; }
  [[nodiscard]] std::size_t total() const { return m_keys.size(); }
  [[nodiscard]] std::size_t finished() const { return m_next; }
  [[nodiscard]] std::size_t refused() const { return m_refused; }
  [[nodiscard]] std::size_t unchanged() const { return m_unchanged; }
  /// The run was begun before the program ended the last time.
  [[nodiscard]] bool isRestored() const { return m_restored; }
  /// Whether only those are listed that were not done.
  void setOnlyRefused(bool only);

  [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
  [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                    int role = Qt::DisplayRole) const override;

Q_SIGNALS:
  /// State or progress.
  void runChanged();
  /// The run is over: all done, or stopped.
  void finishedAll();
  /// Rows could not be read; the run pauses.
  void failed(const core::Error& error);

private:
  void restore();
  void step();
  void requestPage();
  void takePage(quint64 generation, const std::vector<core::CaseListRow>& rows);
  void begin(const core::CaseListRow& row);
  void send();
  void settle(CaseResult result, core::ErrorCode code = core::ErrorCode::Internal);
  void finish();
  void repaint(std::size_t place);
  [[nodiscard]] std::size_t placeOf(int row) const;
  [[nodiscard]] std::deque<core::CommandBody> commandsFor(const core::CaseListRow& row) const;

  CaseSource& m_source;
  CommandSink& m_sink;
  ReferenceSource& m_references;
  DraftKeeper& m_drafts;
  UndoStack& m_undo;
  mutable CaseRows m_texts; ///< of the rows that are looked at
  BulkOrder m_order;
  Keys m_keys;
  std::vector<CaseOutcome> m_outcomes;
  std::vector<std::size_t> m_refusedPlaces;
  bool m_onlyRefused = false;
  RunState m_state = RunState::Idle;
  bool m_restored = false;
  std::size_t m_next = 0; ///< the case that is being done, or comes next
  std::size_t m_refused = 0;
  std::size_t m_unchanged = 0;
  std::vector<core::CaseListRow> m_page; ///< read ahead, from m_pageFirst
  std::size_t m_pageFirst = 0;
  std::optional<quint64> m_generation; ///< of the page that is awaited
  UndoStack::Run m_run = 0;
  core::CaseId m_current;
  std::string m_name; ///< what a person knows the current case by
  std::int64_t m_version = 0;
  std::deque<core::CommandBody> m_commands;
  std::optional<quint64> m_request;
};

} // namespace madoguchi::models
