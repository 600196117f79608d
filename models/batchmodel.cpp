// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/batchmodel.h"

#include "models/labels.h"
#include "models/names.h"
#include "models/text.h"

#include <QCoreApplication>

#include <algorithm>
#include <numeric>
#include <set>

namespace madoguchi::models {

namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(Batch)
};

constexpr std::size_t kStatesAtOnce = 256;
// Internal id of a group; of a case it is the number of its group plus one.
constexpr quintptr kGroup = 0;

} // namespace

BatchModel::BatchModel(CaseSource& source, CommandSink& sink, ReferenceSource& references,
                       DraftKeeper& drafts, UndoStack& undo, Clock clock, QObject* parent)
    : QAbstractItemModel(parent), m_source(source), m_references(references), m_clock(std::move(clock)),
      m_marks(drafts), m_run(sink, drafts, undo) {
  connect(&source, &CaseSource::keysLoaded, this, &BatchModel::takeKeys);
  connect(&source, &CaseSource::statesLoaded, this, &BatchModel::takeStates);
  connect(&source, &CaseSource::recordLoaded, this,
          [this](quint64 generation, const std::shared_ptr<const OpenedCase>& opened) {
            takeRecord(generation, *opened);
          });
  connect(&source, &CaseSource::failed, this, [this](quint64 generation, const core::Error& error) {
    if (!m_loading) return;
    // A case of the batch that is here no more: the rules say so when its turn comes.
    if (generation == m_recordGeneration && error.code == core::ErrorCode::NoSuchCase) return askRecords();
    if (generation != m_keysGeneration && generation != m_statesGeneration &&
        generation != m_recordGeneration)
      return;
    m_loading = false;
    Q_EMIT failed(error);
  });
  connect(&m_run, &BatchRun::outcomeChanged, this, &BatchModel::repaint);
  connect(&m_run, &BatchRun::changed, this, [this] {
    Q_EMIT runChanged();
    if (runState() == RunState::Idle) Q_EMIT checkedChanged();
  });
}

void BatchModel::load() {
  if (m_run.isBusy()) return;
  stopLoading();
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
  if (m_keysLeft.empty()) return compareWithRun();
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

void BatchModel::compareWithRun() {
  std::set<core::CaseId> waiting;
  for (const BatchGroup& group : groupAlike(m_states, *m_references.references(), today(m_clock)))
    for (const BatchCase& item : group.cases)
      if (isBatched(group)) waiting.insert(item.state->id);
  m_unknown.clear();
  for (const BatchItem& item : m_run.items()) {
    const bool waits = waiting.count(item.caseId) > 0;
    if (waits && item.outcome.result == CaseResult::Done) m_run.reopen(item.caseId);
    if (!waits && item.outcome.result == CaseResult::Waiting && m_run.isRestored())
      m_unknown.push_back(item.caseId);
  }
  askRecords();
}

void BatchModel::askRecords() {
  if (m_unknown.empty()) return finishLoading();
  m_recordGeneration = m_source.nextGeneration();
  const core::CaseId id = std::move(m_unknown.back());
  m_unknown.pop_back();
  m_source.requestRecord(id, m_recordGeneration);
}

void BatchModel::takeRecord(quint64 generation, const OpenedCase& opened) {
  if (generation != m_recordGeneration || !m_loading) return;
  const core::CaseId& id = opened.record.state.id;
  const BatchItem* item = m_run.find(id);
  if (item != nullptr &&
      wasDecided(opened.record, *item, m_run.order().decision, m_references.references()->me.id))
    m_run.settleDecided(id);
  askRecords();
}

void BatchModel::finishLoading() {
  m_loading = false;
  m_loaded = true;
  beginResetModel();
  m_groups = groupAlike(m_states, *m_references.references(), today(m_clock));
  // Nothing is listed before it is known who the user is.
  if (!m_groups.empty()) m_marks.keepOnly(m_groups);
  addDealtWith();
  endResetModel();
  Q_EMIT checkedChanged();
  Q_EMIT loaded();
}

void BatchModel::addDealtWith() {
  std::set<core::CaseId> listed;
  for (const BatchGroup& group : m_groups)
    for (const BatchCase& item : group.cases)
      listed.insert(item.state->id);
  BatchGroup rest;
  for (const BatchItem& item : m_run.items()) {
    if (listed.count(item.caseId) > 0 || item.outcome.result == CaseResult::None) continue;
    auto state = std::make_shared<core::CaseState>();
    state->id = item.caseId;
    state->number = item.number;
    state->applicant.party.name.display = item.applicant;
    rest.cases.push_back({std::move(state), {}});
  }
  if (!rest.cases.empty()) m_groups.push_back(std::move(rest));
}

bool BatchModel::isOffered(const BatchCase& item) const {
  const BatchItem* dealt = m_run.find(item.state->id);
  if (runState() == RunState::Idle)
    return m_marks.isMarked(item) && (dealt == nullptr || dealt->outcome.result != CaseResult::Done);
  return dealt != nullptr && dealt->outcome.result == CaseResult::Waiting &&
         dealt->draftHash == item.state->draft->hash;
}

std::vector<BatchModel::Share> BatchModel::shares() const {
  std::vector<Share> shares;
  for (const BatchGroup& group : m_groups) {
    if (!isBatched(group)) continue;
    Share share{&group, {}};
    for (const BatchCase& item : group.cases)
      if (isOffered(item)) share.cases.push_back(&item);
    if (!share.cases.empty()) shares.push_back(std::move(share));
  }
  return shares;
}

int BatchModel::checkedCount() const {
  const auto all = shares();
  return std::accumulate(all.begin(), all.end(), 0, [](int count, const Share& share) {
    return count + static_cast<int>(share.cases.size());
  });
}

std::vector<BatchItem> BatchModel::offered() const {
  std::vector<BatchItem> items;
  for (const Share& share : shares())
    for (const BatchCase* item : share.cases) {
      const core::CaseState& state = *item->state;
      items.push_back({state.id, state.version, state.draft->version, state.draft->hash, state.draft->outcome,
                       state.number, state.applicant.party.name.display});
    }
  return items;
}

void BatchModel::decide(BatchOrder order, std::vector<BatchItem> items) {
  if (runState() != RunState::Idle) return;
  stopLoading();
  m_run.start(std::move(order), std::move(items));
}

void BatchModel::resume() {
  if (!isCompared()) return;
  stopLoading();
  m_run.resume();
}

void BatchModel::stop() {
  if (isCompared()) m_run.stop();
}

/// What is read while drafts are decided would be older than the answers.
void BatchModel::stopLoading() {
  m_loading = false;
  m_statesGeneration = m_recordGeneration = 0;
}

void BatchModel::repaint(const core::CaseId& id) {
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
  if (batched && index.column() == What && runState() == RunState::Idle) flags |= Qt::ItemIsUserCheckable;
  return flags;
}

bool BatchModel::setData(const QModelIndex& index, const QVariant& value, int role) {
  if (role != Qt::CheckStateRole || !index.isValid() || runState() != RunState::Idle) return false;
  if (!isBatched(*groupAt(index))) return false;
  const bool checked = value.toInt() == Qt::Checked;
  if (const BatchCase* item = caseAt(index)) {
    m_marks.mark({item}, checked);
    const QModelIndex group = index.parent();
    Q_EMIT dataChanged(index, index);
    Q_EMIT dataChanged(group, group);
  } else {
    // A group's mark stands for its alike cases; each unlike one is marked by itself.
    std::vector<const BatchCase*> meant;
    for (const BatchCase& one : groupAt(index)->cases)
      if (one.unlike.empty() || !checked) meant.push_back(&one);
    m_marks.mark(meant, checked);
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
  case Part::None:
    return Say::tr("Of the last batch (%1)").arg(group.cases.size());
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
                                       [this](const BatchCase& item) { return m_marks.isMarked(item); });
    if (checked == 0) return Qt::Unchecked;
    return checked == all ? Qt::Checked : Qt::PartiallyChecked;
  }
  if (role == UnlikeRole) return unlike > 0;
  if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole) return {};
  if (column == What) return groupTitle(group);
  if (group.part.part == Part::None) return {};
  switch (column) {
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
  const BatchItem* dealt = m_run.find(state.id);
  if (role == Qt::CheckStateRole && column == What)
    return m_marks.isMarked(item) ? Qt::Checked : Qt::Unchecked;
  if (role == CaseIdRole) return qtext(state.id.value);
  if (role == UnlikeRole) return !item.unlike.empty();
  if (role == ResultRole)
    return static_cast<int>(dealt == nullptr ? CaseResult::None : dealt->outcome.result);
  if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole && role != Qt::ToolTipRole) return {};
  switch (column) {
  case What:
    return qtext(state.number);
  case Applicant:
    return qtext(state.applicant.party.name.display);
  case OutcomeColumn:
    if (state.draft) return label(state.draft->outcome);
    return dealt == nullptr ? QString() : label(dealt->draftOutcome);
  case Why: {
    QStringList rules;
    for (const Unlike rule : item.unlike)
      rules << label(rule);
    return listed(rules);
  }
  case Result:
    return dealt == nullptr ? QString() : caseResultText(dealt->outcome);
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
