// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/desk/casequery.h"
#include "models/ports/commandsink.h"
#include "models/ports/preferences.h"

#include <QAbstractListModel>

#include <optional>
#include <set>

namespace madoguchi::models {

struct Desk;

/// The guided tasks of the practice office, in their order. Each checks itself: it is done when the desk has
/// done what it asks for, by whatever key or click. What is done stays with the user. UI thread.
class TrainingTasks : public QAbstractListModel {
  Q_OBJECT

public:
  enum Task {
    Take,
    Examine,
    AskCorrection,
    RecordAnswer,
    Draft,
    Submit,
    Undo,
    Search,
    TakeMany,
    Label,
    SettleConflict,
    ApproveMany,
    kTaskCount
  };
  enum Role { DoneRole = Qt::UserRole + 1 }; ///< bool

  /// Of whoever practises; it outlives the model.
  explicit TrainingTasks(Preferences& preferences, QObject* parent = nullptr);

  /// Looks at what this desk does from now on; it goes before the model does.
  void watch(Desk& desk);
  /// A case was opened from the search, which only its window knows.
  void foundByText() { finish(Search); }

  [[nodiscard]] bool isDone(Task task) const { return m_done.count(task) != 0; }
  [[nodiscard]] int doneCount() const { return static_cast<int>(m_done.size()); }
  [[nodiscard]] QString title(Task task) const;
  /// What to do, with the user's own keys.
  [[nodiscard]] QString howTo(Task task) const;
  /// Where it is done; none: anywhere.
  [[nodiscard]] static std::optional<core::Queue> place(Task task);
  /// The first that is not done; none: all are.
  [[nodiscard]] std::optional<Task> next() const;
  /// All from the beginning.
  void restart();

  [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
  void done(Task task);
  /// After restart, too.
  void progressed();

private:
  void finish(Task task);
  void keep();
  void look(const CommandDone& command);
  void lookAtAttention();

  Preferences& m_preferences;
  Desk* m_desk = nullptr;
  std::set<int> m_done;
  int m_conflicts = 0; ///< that waited for the user when last looked at
  int m_approvals = 0; ///< since a run over drafts began
};

} // namespace madoguchi::models
