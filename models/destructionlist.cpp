// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/destructionlist.h"

#include "core/cases/retention.h"
#include "core/cases/rules.h"
#include "models/datetext.h"
#include "models/errortext.h"
#include "models/names.h"
#include "models/text.h"

#include <QCoreApplication>

#include <algorithm>

namespace madoguchi::models {

namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(DestructionList)
};

constexpr std::size_t kAtOnce = 256;

std::vector<CaseKey> takeSome(std::vector<CaseKey>& keys) {
  const auto count = static_cast<std::ptrdiff_t>(std::min(kAtOnce, keys.size()));
  std::vector<CaseKey> some(keys.end() - count, keys.end());
  keys.resize(keys.size() - static_cast<std::size_t>(count));
  return some;
}

} // namespace

DestructionList::DestructionList(CaseSource& source, CommandSink& sink, ReferenceSource& references,
                                 Clock clock, QObject* parent)
    : QAbstractTableModel(parent), m_source(source), m_sink(sink), m_references(references),
      m_clock(std::move(clock)) {
  connect(&source, &CaseSource::keysLoaded, this,
          [this](quint64 generation, const std::shared_ptr<const std::vector<CaseKey>>& keys) {
            if (generation != m_generation) return;
            m_keysLeft = *keys;
            askRows();
          });
  connect(&source, &CaseSource::rowsLoaded, this,
          [this](quint64 generation, const std::vector<core::CaseListRow>& rows) {
            if (generation == m_generation) takeRows(rows);
          });
  connect(&source, &CaseSource::statesLoaded, this,
          [this](quint64 generation, const std::vector<std::shared_ptr<const core::CaseState>>& states) {
            if (generation == m_generation) takeStates(states);
          });
  connect(&source, &CaseSource::failed, this, [this](quint64 generation, const core::Error& error) {
    if (generation != m_generation) return;
    m_loading = false;
    Q_EMIT failed(error);
  });
  connect(&sink, &CommandSink::done, this, [this](quint64 request) {
    if (request == m_request) settle(Say::tr("signed"), false);
  });
  connect(&sink, &CommandSink::refused, this, [this](quint64 request, const core::Refusal& refusal) {
    if (request == m_request) settle(errorText(refusal.code), true);
  });
}

void DestructionList::load() {
  if (isRunning()) return;
  m_loading = true;
  m_ended.clear();
  beginResetModel();
  m_items.clear();
  m_marked.clear();
  endResetModel();
  core::CaseQuery query;
  query.statuses = {core::Status::Closed, core::Status::Withdrawn};
  query.sort = core::SortColumn::Arrived;
  m_generation = m_source.nextGeneration();
  m_source.requestKeys(query, m_generation);
}

void DestructionList::askRows() {
  m_generation = m_source.nextGeneration();
  if (m_keysLeft.empty()) return askStates();
  m_source.requestRows(takeSome(m_keysLeft), m_generation);
}

std::optional<core::Date> DestructionList::endOf(const core::CaseListRow& row) const {
  const core::Procedure* procedure =
      m_references.references()->procedure(row.procedure, row.procedureVersion);
  if (procedure == nullptr || !row.closedOn) return std::nullopt;
  return core::retentionEnds(procedure->retention, *row.closedOn);
}

void DestructionList::takeRows(const std::vector<core::CaseListRow>& rows) {
  for (const core::CaseListRow& row : rows)
    if (const auto end = endOf(row); end && *end <= today(m_clock)) m_ended.push_back(row.key);
  askRows();
}

void DestructionList::askStates() {
  m_generation = m_source.nextGeneration();
  if (m_ended.empty()) {
    m_loading = false;
    Q_EMIT loaded();
    Q_EMIT markedChanged();
    return;
  }
  m_source.requestStates(takeSome(m_ended), m_generation);
}

void DestructionList::takeStates(const std::vector<std::shared_ptr<const core::CaseState>>& states) {
  const auto references = m_references.references();
  std::vector<Item> fresh;
  for (const auto& state : states) {
    const core::Procedure* procedure = references->procedure(state->procedure, state->procedureVersion);
    // Only what this user may sign at all: a supervisor of its office.
    if (procedure == nullptr ||
        !core::hasRole(references->me, core::Role::Supervisor, references->offices, state->office,
                       state->procedure, state->visibility == core::Visibility::Protected))
      continue;
    const core::Date closed = state->closedOn.value_or(state->withdrawnOn.value_or(core::Date()));
    fresh.push_back({state, closed, core::retentionEnds(procedure->retention, closed), {}, false});
  }
  if (!fresh.empty()) {
    const int first = rowCount();
    beginInsertRows({}, first, first + static_cast<int>(fresh.size()) - 1);
    m_items.insert(m_items.end(), fresh.begin(), fresh.end());
    endInsertRows();
  }
  askStates();
}

QString DestructionList::whyNot(const Item& item) const {
  const core::CaseState& state = *item.state;
  if (item.done) return item.result;
  if (state.retentionHold) return Say::tr("held");
  if (std::any_of(state.appeals.begin(), state.appeals.end(),
                  [](const core::Appeal& appeal) { return !appeal.closedOn; }))
    return Say::tr("an appeal is open");
  const auto& given = state.destructionApprovals;
  if (std::find(given.begin(), given.end(), m_references.references()->me.id) != given.end())
    return Say::tr("signed by you; a second person is needed");
  return {};
}

QString DestructionList::stateText(const Item& item) const {
  if (!item.result.isEmpty()) return item.result;
  if (QString why = whyNot(item); !why.isEmpty()) return why;
  const auto& given = item.state->destructionApprovals;
  return given.empty() ? Say::tr("nobody has signed")
                       : Say::tr("signed by %1; your signature destroys it")
                             .arg(personName(*m_references.references(), given.front()));
}

std::pair<int, int> DestructionList::marked() const {
  std::pair<int, int> count{0, 0};
  for (const Item& item : m_items)
    if (m_marked.count(item.state->id) > 0)
      ++(item.state->destructionApprovals.empty() ? count.first : count.second);
  return count;
}

void DestructionList::sign() {
  if (isRunning()) return;
  m_refused = 0;
  for (std::size_t i = 0; i < m_items.size(); ++i)
    if (m_marked.count(m_items[i].state->id) > 0) m_jobs.push_back(i);
  next();
}

void DestructionList::next() {
  if (m_jobs.empty()) {
    m_marked.clear();
    Q_EMIT markedChanged();
    Q_EMIT signedOff(m_refused);
    return;
  }
  m_current = m_jobs.front();
  m_jobs.pop_front();
  const core::CaseState& state = *m_items[m_current].state;
  m_request = m_sink.nextRequest();
  m_sink.perform(*m_request, state.id, state.version, core::ApproveDestruction{});
}

void DestructionList::settle(const QString& result, bool refused) {
  m_request.reset();
  Item& item = m_items[m_current];
  item.result = result;
  item.done = !refused;
  m_refused += refused ? 1 : 0;
  m_marked.erase(item.state->id);
  const int row = static_cast<int>(m_current);
  Q_EMIT dataChanged(index(row, 0), index(row, kColumnCount - 1));
  next();
}

int DestructionList::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_items.size());
}

int DestructionList::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : kColumnCount;
}

Qt::ItemFlags DestructionList::flags(const QModelIndex& index) const {
  Qt::ItemFlags flags = QAbstractTableModel::flags(index);
  if (!index.isValid() || index.column() != Number || isRunning()) return flags;
  const bool free = whyNot(m_items[static_cast<std::size_t>(index.row())]).isEmpty();
  return free ? flags | Qt::ItemIsUserCheckable : flags;
}

bool DestructionList::setData(const QModelIndex& index, const QVariant& value, int role) {
  if (role != Qt::CheckStateRole || !flags(index).testFlag(Qt::ItemIsUserCheckable)) return false;
  const core::CaseId& id = m_items[static_cast<std::size_t>(index.row())].state->id;
  if (value.toInt() == Qt::Checked)
    m_marked.insert(id);
  else
    m_marked.erase(id);
  Q_EMIT dataChanged(index, index);
  Q_EMIT markedChanged();
  return true;
}

QVariant DestructionList::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  const Item& item = m_items[static_cast<std::size_t>(index.row())];
  const core::CaseState& state = *item.state;
  if (role == Qt::CheckStateRole && index.column() == Number) {
    if (!whyNot(item).isEmpty()) return {};
    return m_marked.count(state.id) > 0 ? Qt::Checked : Qt::Unchecked;
  }
  if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole && role != Qt::ToolTipRole) return {};
  const auto references = m_references.references();
  const core::Procedure* procedure = references->procedure(state.procedure, state.procedureVersion);
  switch (index.column()) {
  case Number:
    return qtext(state.number);
  case Procedure:
    return procedureTitle(*references, state.procedure, state.procedureVersion);
  case Closed:
    return shortDay(item.closed);
  case Ended:
    return shortDay(item.ended);
  case Disposal:
    return procedure != nullptr && procedure->retention.disposal == core::Disposal::Archive
               ? Say::tr("hand to the archives first")
               : Say::tr("destroy");
  case State:
    return stateText(item);
  default:
    return {};
  }
}

QVariant DestructionList::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation == Qt::Vertical || role != Qt::DisplayRole) return {};
  switch (section) {
  case Number:
    return Say::tr("Number");
  case Procedure:
    return Say::tr("Procedure");
  case Closed:
    return Say::tr("Closed");
  case Ended:
    return Say::tr("Retention ended");
  case Disposal:
    return Say::tr("Then");
  case State:
    return Say::tr("Signatures");
  default:
    return {};
  }
}

} // namespace madoguchi::models
