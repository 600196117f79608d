// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/batchmodel.h"

#include "models/labels.h"
#include "models/names.h"
#include "models/text.h"

#include <QCoreApplication>

#include <algorithm>

namespace madoguchi::models {

namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(Batch)
};

constexpr std::size_t kStatesAtOnce = 256;
// Internal id of a group; of a case it is the number of its group plus one.
constexpr quintptr kGroup = 0;

} // namespace

BatchModel::BatchModel(CaseSource& source, CommandSink& sink, ReferenceSource& references, UndoStack& undo,
                       Clock clock, QObject* parent)
    : QAbstractItemModel(parent), m_source(source), m_sink(sink), m_references(references), m_undo(undo),
      m_clock(std::move(clock)) {
  connect(&source, &CaseSource::keysLoaded, this, &BatchModel::takeKeys);
  connect(&source, &CaseSource::statesLoaded, this, &BatchModel::takeStates);
  connect(&source, &CaseSource::failed, this, [this](quint64 generation, const core::Error& error) {
    if (generation != m_keysGeneration && generation != m_statesGeneration) return;
    m_loading = false;
    Q_EMIT failed(error);
  });
  connect(&sink, &CommandSink::done, this, [this](quint64 request, const CommandDone& done) {
    if (request != m_request) return;
    m_undo.push(done, m_number, m_undoRun);
    settle(CaseResult::Done, {});
  });
  connect(&sink, &CommandSink::refused, this, [this](quint64 request, const core::Refusal& refusal) {
    if (request == m_request) settle(CaseResult::Refused, refusal.code);
  });
}

void BatchModel::load() {
  if (m_run != RunState::Idle) return;
  m_loading = true;
  m_keysLeft.clear();
  m_states.clear();
  const auto references = m_references.references();
  m_keysGeneration = m_source.nextGeneration();
  m_source.requestKeys(core::queryFor(core::Queue::ToDecide, references->me, references->offices,
                                      today(m_clock), references->absences),
                       m_keysGeneration);
}

void BatchModel::takeKeys(quint64 generation, const std::shared_ptr<const std::vector<CaseKey>>& keys) {
  if (generation != m_keysGeneration || !m_loading) return;
  m_keysLeft.assign(keys->rbegin(), keys->rend());
  askStates();
}

void BatchModel::askStates() {
  if (m_keysLeft.empty()) {
    m_loading = false;
    m_results.clear();
    regroup();
    Q_EMIT loaded();
    return;
  }
  std::vector<CaseKey> some;
  while (!m_keysLeft.empty() && some.size() < kStatesAtOnce) {
    some.push_back(m_keysLeft.back());
    m_keysLeft.pop_back();
  }
  m_statesGeneration = m_source.nextGeneration();
  m_source.requestStates(some, m_statesGeneration);
}

void BatchModel::takeStates(quint64 generation,
                            const std::vector<std::shared_ptr<const core::CaseState>>& states) {
  if (generation != m_statesGeneration) return;
  m_states.insert(m_states.end(), states.begin(), states.end());
  askStates();
}

void BatchModel::regroup() {
  beginResetModel();
  m_groups = groupAlike(m_states, *m_references.references(), today(m_clock));
  endResetModel();
  Q_EMIT checkedChanged();
}

bool BatchModel::isChecked(const BatchCase& item) const {
  const auto found = m_checked.find(item.state->id);
  return found == m_checked.end() ? item.unlike.empty() : found->second;
}

std::vector<const BatchCase*> BatchModel::checkedCases() const {
  std::vector<const BatchCase*> checked;
  for (const BatchGroup& group : m_groups)
    for (const BatchCase& item : group.cases) {
      if (!isBatched(group)) break;
      const auto result = m_results.find(item.state->id);
      const bool done = result != m_results.end() && result->second.result == CaseResult::Done;
      if (isChecked(item) && !done) checked.push_back(&item);
    }
  return checked;
}

int BatchModel::checkedCount() const {
  return static_cast<int>(checkedCases().size());
}

int BatchModel::checkedRefusals() const {
  const auto checked = checkedCases();
  return static_cast<int>(std::count_if(checked.begin(), checked.end(), [](const BatchCase* item) {
    return std::find(item->unlike.begin(), item->unlike.end(), Unlike::Refusal) != item->unlike.end();
  }));
}

void BatchModel::approve() {
  std::deque<Job> jobs;
  for (const BatchCase* item : checkedCases()) {
    const core::CaseState& state = *item->state;
    jobs.push_back(
        {state.id, state.version, core::Approve{state.draft->version, state.draft->hash, {}}, state.number});
  }
  start(std::move(jobs));
}

void BatchModel::giveBack(const std::string& reason) {
  std::deque<Job> jobs;
  for (const BatchCase* item : checkedCases())
    jobs.push_back({item->state->id, item->state->version,
                    core::ReturnForRevision{item->state->draft->version, reason}, item->state->number});
  start(std::move(jobs));
}

void BatchModel::start(std::deque<Job> jobs) {
  if (m_run != RunState::Idle || jobs.empty()) return;
  m_jobs = std::move(jobs);
  m_total = static_cast<int>(m_jobs.size());
  m_finished = 0;
  m_refused = 0;
  m_undoRun = m_undo.nextRun();
  m_run = RunState::Running;
  for (const Job& job : m_jobs)
    setResult(job.caseId, {CaseResult::Waiting, {}});
  Q_EMIT runChanged();
  next();
}

void BatchModel::next() {
  if (m_run != RunState::Running || m_request) return;
  if (m_jobs.empty()) {
    m_run = RunState::Idle;
    Q_EMIT runChanged();
    Q_EMIT checkedChanged();
    return;
  }
  const Job job = m_jobs.front();
  m_jobs.pop_front();
  m_current = job.caseId;
  m_number = job.number;
  setResult(job.caseId, {CaseResult::Running, {}});
  m_request = m_sink.nextRequest();
  m_sink.perform(*m_request, job.caseId, job.version, job.body);
}

void BatchModel::settle(CaseResult result, core::ErrorCode code) {
  m_request.reset();
  ++m_finished;
  if (result == CaseResult::Refused) ++m_refused;
  setResult(m_current, {result, code});
  Q_EMIT runChanged();
  next();
}

void BatchModel::pause() {
  if (m_run != RunState::Running) return;
  m_run = RunState::Paused;
  Q_EMIT runChanged();
}

void BatchModel::resume() {
  if (m_run != RunState::Paused) return;
  m_run = RunState::Running;
  Q_EMIT runChanged();
  next();
}

void BatchModel::stop() {
  if (m_run == RunState::Idle) return;
  for (const Job& job : m_jobs)
    setResult(job.caseId, {});
  m_jobs.clear();
  m_run = RunState::Running;
  next();
}

void BatchModel::setResult(const core::CaseId& id, CaseOutcome outcome) {
  m_results[id] = outcome;
  for (int g = 0; g < rowCount(); ++g) {
    const auto& cases = m_groups[static_cast<std::size_t>(g)].cases;
    for (std::size_t c = 0; c < cases.size(); ++c)
      if (cases[c].state->id == id) {
        const QModelIndex group = index(g, 0);
        Q_EMIT dataChanged(index(static_cast<int>(c), 0, group),
                           index(static_cast<int>(c), kColumnCount - 1, group));
        return;
      }
  }
}

const BatchGroup* BatchModel::groupAt(const QModelIndex& index) const {
  if (!index.isValid()) return nullptr;
  const auto group =
      index.internalId() == kGroup ? static_cast<std::size_t>(index.row()) : index.internalId() - 1;
  return &m_groups[group];
}

const BatchCase* BatchModel::caseAt(const QModelIndex& index) const {
  if (!index.isValid() || index.internalId() == kGroup) return nullptr;
  return &groupAt(index)->cases[static_cast<std::size_t>(index.row())];
}

QModelIndex BatchModel::index(int row, int column, const QModelIndex& parent) const {
  if (!hasIndex(row, column, parent)) return {};
  if (!parent.isValid()) return createIndex(row, column, kGroup);
  return createIndex(row, column, static_cast<quintptr>(parent.row()) + 1);
}

QModelIndex BatchModel::parent(const QModelIndex& index) const {
  if (!index.isValid() || index.internalId() == kGroup) return {};
  return createIndex(static_cast<int>(index.internalId() - 1), 0, kGroup);
}

int BatchModel::rowCount(const QModelIndex& parent) const {
  if (!parent.isValid()) return static_cast<int>(m_groups.size());
  if (parent.internalId() != kGroup || parent.column() != 0) return 0;
  return static_cast<int>(m_groups[static_cast<std::size_t>(parent.row())].cases.size());
}

int BatchModel::columnCount(const QModelIndex&) const {
  return kColumnCount;
}

Qt::ItemFlags BatchModel::flags(const QModelIndex& index) const {
  Qt::ItemFlags flags = QAbstractItemModel::flags(index);
  const bool batched = index.isValid() && isBatched(*groupAt(index));
  if (batched && index.column() == What && m_run == RunState::Idle) flags |= Qt::ItemIsUserCheckable;
  return flags;
}

bool BatchModel::setData(const QModelIndex& index, const QVariant& value, int role) {
  if (role != Qt::CheckStateRole || !index.isValid() || m_run != RunState::Idle) return false;
  if (!isBatched(*groupAt(index))) return false;
  const bool checked = value.toInt() == Qt::Checked;
  if (const BatchCase* item = caseAt(index)) {
    m_checked[item->state->id] = checked;
    const QModelIndex group = index.parent();
    Q_EMIT dataChanged(index, index);
    Q_EMIT dataChanged(group, group);
  } else {
    // A group's mark stands for its alike cases; each unlike one is marked by itself.
    for (const BatchCase& one : groupAt(index)->cases)
      if (one.unlike.empty() || !checked) m_checked[one.state->id] = checked;
    Q_EMIT dataChanged(index, index);
    const int rows = rowCount(index.siblingAtColumn(0));
    if (rows > 0) Q_EMIT dataChanged(this->index(0, 0, index), this->index(rows - 1, 0, index));
  }
  Q_EMIT checkedChanged();
  return true;
}

QVariant BatchModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  if (role == Qt::CheckStateRole && !isBatched(*groupAt(index))) return {};
  if (const BatchCase* item = caseAt(index)) return caseData(*item, index.column(), role);
  return groupData(*groupAt(index), index.column(), role);
}

QString BatchModel::groupTitle(const BatchGroup& group) const {
  const auto references = m_references.references();
  QString title = Say::tr("%1 (%2)")
                      .arg(procedureTitle(*references, group.procedure, group.procedureVersion))
                      .arg(group.cases.size());
  switch (group.part.part) {
  case Part::AfterView:
    return Say::tr("Decided while you were away: %1").arg(title);
  case Part::ForAbsent:
    return Say::tr("For %1: %2").arg(personName(*references, group.part.absent), title);
  default:
    return title;
  }
}

QVariant BatchModel::groupData(const BatchGroup& group, int column, int role) const {
  const auto references = m_references.references();
  const auto all = static_cast<int>(group.cases.size());
  const auto unlike = static_cast<int>(std::count_if(
      group.cases.begin(), group.cases.end(), [](const BatchCase& item) { return !item.unlike.empty(); }));
  if (role == Qt::CheckStateRole && column == What) {
    const auto checked = std::count_if(group.cases.begin(), group.cases.end(),
                                       [this](const BatchCase& item) { return isChecked(item); });
    if (checked == 0) return Qt::Unchecked;
    return checked == all ? Qt::Checked : Qt::PartiallyChecked;
  }
  if (role == UnlikeRole) return unlike > 0;
  if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole) return {};
  switch (column) {
  case What:
    return groupTitle(group);
  case Applicant:
    return Say::tr("by %1").arg(personName(*references, group.officer));
  case OutcomeColumn:
    return label(group.outcome);
  case Why:
    return unlike == 0 ? Say::tr("all alike") : Say::tr("%n unlike", nullptr, unlike);
  default:
    return {};
  }
}

QVariant BatchModel::caseData(const BatchCase& item, int column, int role) const {
  const core::CaseState& state = *item.state;
  if (role == Qt::CheckStateRole && column == What) return isChecked(item) ? Qt::Checked : Qt::Unchecked;
  if (role == CaseIdRole) return qtext(state.id.value);
  if (role == UnlikeRole) return !item.unlike.empty();
  if (role == ResultRole) {
    const auto found = m_results.find(state.id);
    return static_cast<int>(found == m_results.end() ? CaseResult::None : found->second.result);
  }
  if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole && role != Qt::ToolTipRole) return {};
  switch (column) {
  case What:
    return qtext(state.number);
  case Applicant:
    return qtext(state.applicant.party.name.display);
  case OutcomeColumn:
    return label(state.draft->outcome);
  case Why: {
    QStringList rules;
    for (const Unlike rule : item.unlike)
      rules << label(rule);
    return listed(rules);
  }
  case Result:
    if (const auto found = m_results.find(state.id); found != m_results.end())
      return caseResultText(found->second);
    return {};
  default:
    return {};
  }
}

QVariant BatchModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation == Qt::Vertical || role != Qt::DisplayRole) return {};
  switch (section) {
  case What:
    return Say::tr("Case");
  case Applicant:
    return Say::tr("Applicant");
  case OutcomeColumn:
    return Say::tr("Outcome");
  case Why:
    return Say::tr("What is unlike");
  case Result:
    return Say::tr("Result");
  default:
    return {};
  }
}

} // namespace madoguchi::models
