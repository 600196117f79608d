// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/event.h"
#include "models/batchmemory.h"
#include "models/ports/commandsink.h"
#include "models/undostack.h"

#include <QObject>

#include <map>
#include <optional>

namespace madoguchi::models {

/// Decides the drafts of a batch one by one, each by its own command and with its own result, and as one step
/// to undo. The batch is remembered with the drafts of the user until it is put away; one that the end of the
/// program interrupted waits, paused, and goes on only when the user has confirmed it once more. No draft is
/// decided twice: each is settled in the memory before the next one is sent, and the one that was under way
/// then is looked up in its case (settleDecided). UI thread.
class BatchRun : public QObject {
  Q_OBJECT

public:
  BatchRun(CommandSink& sink, DraftKeeper& drafts, UndoStack& undo, QObject* parent = nullptr);

  /// Does nothing while another batch is not finished.
  void start(BatchOrder order, std::vector<BatchItem> items);
  void pause();
  void resume();
  /// Leaves the rest as it is.
  void stop();
  /// Forgets a finished batch with its results.
  void putAway();
  /// It waits, and was decided before the program ended; no command is sent for it.
  void settleDecided(const core::CaseId& id);
  /// It was decided, and waits for the user again, because that was taken back or has led to another draft.
  void reopen(const core::CaseId& id);

  [[nodiscard]] RunState state() const { return m_state; }
  /// A draft is being decided, or the next one will be at once.
  [[nodiscard]] bool isBusy() const { return m_state == RunState::Running || m_request.has_value(); }
  [[nodiscard]] const BatchOrder& order() const { return m_order; }
  [[nodiscard]] const std::vector<BatchItem>& items() const { return m_items; }
  /// Null where the case is no part of the batch.
  [[nodiscard]] const BatchItem* find(const core::CaseId& id) const;
  /// Begun before the program ended the last time, and not confirmed since.
  [[nodiscard]] bool isRestored() const { return m_restored; }
  [[nodiscard]] std::size_t finished() const { return m_finished; }
  [[nodiscard]] std::size_t refused() const { return m_refused; }
  [[nodiscard]] std::size_t left() const { return m_left; }
  [[nodiscard]] std::size_t waiting() const { return m_waiting; }

Q_SIGNALS:
  void outcomeChanged(const core::CaseId& id);
  /// State or progress.
  void changed();

private:
  /// Sends the next one that waits; the batch is finished where there is none.
  void next();
  void setOutcome(std::size_t place, CaseOutcome outcome);
  void count();

  CommandSink& m_sink;
  DraftKeeper& m_drafts;
  UndoStack& m_undo;
  BatchOrder m_order;
  std::vector<BatchItem> m_items;
  std::map<core::CaseId, std::size_t> m_places;
  RunState m_state = RunState::Idle;
  bool m_restored = false;
  std::size_t m_next = 0; ///< all before it are settled
  std::optional<quint64> m_request;
  UndoStack::Run m_step = 0;
  std::size_t m_finished = 0;
  std::size_t m_refused = 0;
  std::size_t m_left = 0;
  std::size_t m_waiting = 0;
};

/// Whether `user` has decided this draft so, and that stands in the case.
[[nodiscard]] bool wasDecided(const core::CaseRecord& record, const BatchItem& item,
                              BatchOrder::Decision decision, const core::UserId& user);

} // namespace madoguchi::models
