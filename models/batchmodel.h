// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/batchmarks.h"
#include "models/batchrun.h"
#include "models/clock.h"
#include "models/ports/casesource.h"

#include <QAbstractItemModel>

namespace madoguchi::models {

/// "To decide": groups of alike cases, each with its cases, chosen by check marks; and the batch that
/// approves or returns them one by one. Marks and batch are kept with the drafts of the user, so that the
/// page comes back as it was left: what was decided and is not in the list any more stands in a group of its
/// own until it is put away. UI thread.
class BatchModel : public QAbstractItemModel {
  Q_OBJECT

public:
  enum Column { What, Applicant, OutcomeColumn, Why, Result, kColumnCount };
  enum Role {
    CaseIdRole = Qt::UserRole + 1, ///< QString; empty for a group
    UnlikeRole,                    ///< bool
    ResultRole,                    ///< CaseResult, as int
  };

  /// Cases of one group.
  struct Share {
    const BatchGroup* group = nullptr;
    std::vector<const BatchCase*> cases;
  };

  BatchModel(CaseSource& source, CommandSink& sink, ReferenceSource& references, DraftKeeper& drafts,
             UndoStack& undo, Clock clock, QObject* parent = nullptr);

  /// Reads the drafts that wait for the user, and what became of those of an interrupted batch.
  void load();
  [[nodiscard]] bool isLoading() const { return m_loading; }
  [[nodiscard]] const std::vector<BatchGroup>& groups() const { return m_groups; }
  [[nodiscard]] const BatchGroup* groupAt(const QModelIndex& index) const;
  [[nodiscard]] const BatchCase* caseAt(const QModelIndex& index) const;
  [[nodiscard]] int checkedCount() const;
  /// What a decision would be about: the checked cases, or those that wait in a batch that is not finished
  /// and are still as they were shown.
  [[nodiscard]] std::vector<Share> shares() const;

  /// These, as they are shown now.
  [[nodiscard]] std::vector<BatchItem> offered() const;
  /// Exactly these, whatever the list has become since; does nothing while another batch is not finished.
  void decide(BatchOrder order, std::vector<BatchItem> items);
  /// Approves what is offered.
  void approve() { decide({BatchOrder::Decision::Approve}, offered()); }
  /// Returns what is offered, with a reason.
  void giveBack(const std::string& reason) { decide({BatchOrder::Decision::Return, reason}, offered()); }
  void pause() { m_run.pause(); }
  /// What became of each draft of an interrupted batch is known; before that it neither goes on nor stops.
  [[nodiscard]] bool isCompared() const { return m_loaded || !m_run.isRestored(); }
  /// A restored batch, only once the user has confirmed it.
  void resume();
  /// Leaves the rest undone.
  void stop();
  /// Forgets the results of a finished batch; they are shown until `load`.
  void putAway() { m_run.putAway(); }
  [[nodiscard]] const BatchRun& run() const { return m_run; }
  [[nodiscard]] RunState runState() const { return m_run.state(); }
  [[nodiscard]] int total() const { return static_cast<int>(m_run.items().size()); }
  [[nodiscard]] int finished() const { return static_cast<int>(m_run.finished()); }
  [[nodiscard]] int refusedCount() const { return static_cast<int>(m_run.refused()); }

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
  void takeKeys(quint64 generation, const std::shared_ptr<const std::vector<CaseKey>>& keys);
  void takeStates(quint64 generation, const std::vector<std::shared_ptr<const core::CaseState>>& states);
  void takeRecord(quint64 generation, const OpenedCase& opened);
  void askStates();
  void compareWithRun();
  void askRecords();
  void finishLoading();
  void addDealtWith();
  void stopLoading();
  void repaint(const core::CaseId& id);
  [[nodiscard]] static bool isBatched(const BatchGroup& group) { return group.part.part == Part::Stage; }
  [[nodiscard]] bool isOffered(const BatchCase& item) const;
  [[nodiscard]] QVariant groupData(const BatchGroup& group, int column, int role) const;
  [[nodiscard]] QString groupTitle(const BatchGroup& group) const;
  [[nodiscard]] QVariant caseData(const BatchCase& item, int column, int role) const;

  CaseSource& m_source;
  ReferenceSource& m_references;
  Clock m_clock;
  BatchMarks m_marks;
  BatchRun m_run;
  std::vector<CaseKey> m_keysLeft;
  std::vector<std::shared_ptr<const core::CaseState>> m_states;
  std::vector<BatchGroup> m_groups;
  std::vector<core::CaseId> m_unknown; ///< of an interrupted batch: what became of them is to be looked up
  quint64 m_keysGeneration = 0;
  quint64 m_statesGeneration = 0;
  quint64 m_recordGeneration = 0;
  bool m_loading = false;
  bool m_loaded = false;
};

} // namespace madoguchi::models
