// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/trainingtasks.h"

#include "models/desk.h"

#include <QCoreApplication>
#include <QKeySequence>
#include <QStringList>

#include <array>

namespace madoguchi::models {

namespace {

const QString kDoneKey = QStringLiteral("training/done");
constexpr int kMany = 2;

struct Say {
  Q_DECLARE_TR_FUNCTIONS(TrainingTasks)
};

struct Key {
  const char* name; ///< of a case action or a command of the window
  const char* usual;
};

struct Info {
  const char* name; ///< in the preferences
  const char* title;
  const char* howTo;
  std::array<Key, 4> keys;
  std::optional<core::Queue> place;
};

constexpr Key kDown{"down", "J"};
constexpr Key kUp{"up", "K"};
constexpr Key kMine{"queue1", "Alt+1"};

// By Task. %1, %2 … are the keys.
const std::array<Info, TrainingTasks::kTaskCount> kInfos{{
    {"take",
     QT_TRANSLATE_NOOP("TrainingTasks", "Take a case"),
     QT_TRANSLATE_NOOP(
         "TrainingTasks",
         "Open the queue “Unassigned” (%1), go to a case with %2 and %3, and press %4. It is yours "
         "from then on and stands in “My cases”."),
     {{{"queue2", "Alt+2"}, kDown, kUp, {"take", "A"}}},
     core::Queue::Unassigned},
    {"examine",
     QT_TRANSLATE_NOOP("TrainingTasks", "Record a finding"),
     QT_TRANSLATE_NOOP("TrainingTasks",
                       "Open a case of “My cases” (%1) and press %2: its criteria appear. Choose for one of "
                       "them what you have found."),
     {{kMine, {"examine", "E"}, {}, {}}},
     core::Queue::MyCases},
    {"askCorrection",
     QT_TRANSLATE_NOOP("TrainingTasks", "Ask for a correction"),
     QT_TRANSLATE_NOOP("TrainingTasks",
                       "On a case of yours press %1 and write what is missing. While the applicant answers, "
                       "the clock stands still."),
     {{{"askCorrection", "C"}, {}, {}, {}}},
     core::Queue::MyCases},
    {"recordAnswer",
     QT_TRANSLATE_NOOP("TrainingTasks", "Record the answer"),
     QT_TRANSLATE_NOOP("TrainingTasks",
                       "On the same case press %1 and note what was answered. The clock goes on from the day "
                       "of the answer."),
     {{{"recordAnswer", "Shift+C"}, {}, {}, {}}},
     core::Queue::WaitingForCorrection},
    {"draft",
     QT_TRANSLATE_NOOP("TrainingTasks", "Draft a decision"),
     QT_TRANSLATE_NOOP(
         "TrainingTasks",
         "Two cases of “My cases” (%1) meet every criterion already. On one of them press %2 and "
         "keep the draft."),
     {{kMine, {"draft", "D"}, {}, {}}},
     core::Queue::MyCases},
    {"submit",
     QT_TRANSLATE_NOOP("TrainingTasks", "Submit a draft"),
     QT_TRANSLATE_NOOP("TrainingTasks",
                       "%1 submits the draft for approval. Others decide on it: nobody approves a draft of "
                       "their own."),
     {{{"submit", "S"}, {}, {}, {}}},
     core::Queue::MyCases},
    {"undo",
     QT_TRANSLATE_NOOP("TrainingTasks", "Undo a step"),
     QT_TRANSLATE_NOOP("TrainingTasks",
                       "Take a case (%2), and then take the step back with %1. What others rest on already "
                       "cannot be undone; the desk says so."),
     {{{"undo", "Ctrl+Z"}, {"take", "A"}, {}, {}}},
     core::Queue::Unassigned},
    {"search",
     QT_TRANSLATE_NOOP("TrainingTasks", "Find a case"),
     QT_TRANSLATE_NOOP(
         "TrainingTasks",
         "%1 searches everything. Type two characters of a name or a part of a number, and open "
         "one of the cases with Enter."),
     {{{"search", "Ctrl+F"}, {}, {}, {}}},
     std::nullopt},
    {"takeMany",
     QT_TRANSLATE_NOOP("TrainingTasks", "Take several at once"),
     QT_TRANSLATE_NOOP(
         "TrainingTasks",
         "In “Unassigned” (%1) mark two cases or more with %2, then press %3 and confirm. Each case "
         "has its own result."),
     {{{"queue2", "Alt+2"}, {"mark", "X"}, {"takeMarked", "Ctrl+T"}, {}}},
     core::Queue::Unassigned},
    {"label",
     QT_TRANSLATE_NOOP("TrainingTasks", "Label a case"),
     QT_TRANSLATE_NOOP(
         "TrainingTasks",
         "%1 puts a label of your choice on the case, such as “site visit”. The filter above the "
         "list then finds all that bear it."),
     {{{"label", "L"}, {}, {}, {}}},
     core::Queue::MyCases},
    {"conflict",
     QT_TRANSLATE_NOOP("TrainingTasks", "Settle a conflict"),
     QT_TRANSLATE_NOOP(
         "TrainingTasks",
         "A colleague has changed the same telephone number as you. Open “Needs attention” (%1), "
         "compare both values, and choose one."),
     {{{"queue9", "Alt+9"}, {}, {}, {}}},
     core::Queue::NeedsAttention},
    {"approveMany",
     QT_TRANSLATE_NOOP("TrainingTasks", "Approve a batch"),
     QT_TRANSLATE_NOOP("TrainingTasks",
                       "Be the supervisor: in “To decide” (%1) drafts that are alike stand together. Look at "
                       "what they share, and approve two or more at once."),
     {{{"queue7", "Alt+7"}, {}, {}, {}}},
     core::Queue::ToDecide},
}};

const Info& infoOf(TrainingTasks::Task task) {
  return kInfos[static_cast<std::size_t>(task)];
}

} // namespace

TrainingTasks::TrainingTasks(Preferences& preferences, QObject* parent)
    : QAbstractListModel(parent), m_preferences(preferences) {
  const QStringList kept = preferences.value(kDoneKey).toStringList();
  for (int task = 0; task < kTaskCount; ++task)
    if (kept.contains(QString::fromLatin1(infoOf(static_cast<Task>(task)).name))) m_done.insert(task);
}

void TrainingTasks::watch(Desk& desk) {
  m_desk = &desk;
  connect(&desk.ports.commands, &CommandSink::done, this,
          [this](quint64, const CommandDone& command) { look(command); });
  connect(&desk.undo, &UndoStack::undone, this, [this] { finish(Undo); });
  connect(&desk.bulk, &BulkRun::finishedAll, this, [this] {
    const BulkRun& run = m_desk->bulk;
    const auto changed = run.finished() - run.refused() - run.unchanged();
    if (run.order().action == BulkOrder::Action::Take && changed >= kMany) finish(TakeMany);
  });
  connect(&desk.batch, &BatchModel::runChanged, this, [this] {
    if (m_desk->batch.runState() == RunState::Running && m_desk->batch.finished() == 0) m_approvals = 0;
  });
  connect(&desk.attention, &QAbstractItemModel::modelReset, this, &TrainingTasks::lookAtAttention);
  lookAtAttention();
}

void TrainingTasks::look(const CommandDone& command) {
  const core::CommandBody& body = command.body;
  const bool alone = m_desk->bulk.runState() == RunState::Idle;
  if (const auto* assign = std::get_if<core::AssignCase>(&body))
    if (alone && assign->assignee == m_desk->ports.references.references()->me.id) finish(Take);
  if (std::holds_alternative<core::SetCriterion>(body)) finish(Examine);
  if (std::holds_alternative<core::RequestCorrection>(body)) finish(AskCorrection);
  if (std::holds_alternative<core::RecordCorrection>(body)) finish(RecordAnswer);
  if (std::holds_alternative<core::LabelCase>(body)) finish(Label);
  if (std::holds_alternative<core::DraftDecision>(body)) finish(Draft);
  if (std::holds_alternative<core::SubmitForApproval>(body)) finish(Submit);
  if (std::holds_alternative<core::Approve>(body) && ++m_approvals >= kMany && m_desk->batch.total() >= kMany)
    finish(ApproveMany);
}

void TrainingTasks::lookAtAttention() {
  int conflicts = 0;
  const OutboxModel& attention = m_desk->attention;
  for (int row = 0; row < attention.rowCount(); ++row)
    if (attention.itemAt(row)->entry.status == core::OutboxStatus::Conflicted) ++conflicts;
  if (conflicts < m_conflicts) finish(SettleConflict);
  m_conflicts = conflicts;
}

void TrainingTasks::finish(Task task) {
  if (!m_done.insert(task).second) return;
  keep();
  Q_EMIT dataChanged(index(task), index(task));
  Q_EMIT done(task);
  Q_EMIT progressed();
}

void TrainingTasks::restart() {
  beginResetModel();
  m_done.clear();
  endResetModel();
  keep();
  Q_EMIT progressed();
}

void TrainingTasks::keep() {
  QStringList names;
  for (const int task : m_done)
    names << QString::fromLatin1(infoOf(static_cast<Task>(task)).name);
  m_preferences.setValue(kDoneKey, names);
}

QString TrainingTasks::title(Task task) const {
  return Say::tr(infoOf(task).title);
}

QString TrainingTasks::howTo(Task task) const {
  QString text = Say::tr(infoOf(task).howTo);
  for (const Key& key : infoOf(task).keys) {
    if (key.name == nullptr) break;
    const QVariant own = m_preferences.value(QStringLiteral("keys/") + QString::fromLatin1(key.name));
    const QString keys = own.isValid() ? own.toString() : QString::fromLatin1(key.usual);
    text = text.arg(QKeySequence(keys).toString(QKeySequence::NativeText));
  }
  return text;
}

std::optional<core::Queue> TrainingTasks::place(Task task) {
  return infoOf(task).place;
}

std::optional<TrainingTasks::Task> TrainingTasks::next() const {
  for (int task = 0; task < kTaskCount; ++task)
    if (!isDone(static_cast<Task>(task))) return static_cast<Task>(task);
  return std::nullopt;
}

int TrainingTasks::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : kTaskCount;
}

QVariant TrainingTasks::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  const auto task = static_cast<Task>(index.row());
  switch (role) {
  case Qt::DisplayRole:
    return (isDone(task) ? Say::tr("✓ %1 – done") : Say::tr("○ %1")).arg(title(task));
  case Qt::AccessibleTextRole:
    return isDone(task) ? Say::tr("%1, done").arg(title(task)) : Say::tr("%1, to do").arg(title(task));
  case Qt::ToolTipRole:
    return howTo(task);
  case DoneRole:
    return isDone(task);
  default:
    return {};
  }
}

} // namespace madoguchi::models
