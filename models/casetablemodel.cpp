// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/casetablemodel.h"

#include "models/caserowtext.h"
#include "models/labels.h"
#include "models/text.h"

#include <algorithm>

namespace madoguchi::models {

namespace {

// More moves than this cost more than a reset.
constexpr std::size_t kMoves = 32;
constexpr std::size_t kMostAskedFor = 8'192;

bool isSameList(core::CaseQuery a, const core::CaseQuery& b) {
  a.sort = b.sort;
  a.descending = b.descending;
  return a == b;
}

} // namespace

CaseTableModel::CaseTableModel(CaseSource& source, ReferenceSource& references, Clock clock, QObject* parent)
    : QAbstractTableModel(parent), m_source(source), m_references(references), m_clock(std::move(clock)),
      m_rows(source) {
  connect(&source, &CaseSource::firstKeysLoaded, this, &CaseTableModel::takeFirst);
  connect(&source, &CaseSource::keysLoaded, this, &CaseTableModel::takeAll);
  connect(&source, &CaseSource::changed, this, &CaseTableModel::takeChanges);
  connect(&source, &CaseSource::failed, this, [this](quint64 generation, const core::Error& error) {
    if (generation != m_generation) return;
    m_loading = false;
    Q_EMIT failed(error);
  });
  connect(&m_rows, &CaseRows::rowsChanged, this, &CaseTableModel::repaint);
  connect(&references, &ReferenceSource::referencesChanged, this, [this] {
    if (!m_keys.empty()) Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, kColumnCount - 1));
  });
}

void CaseTableModel::setQuery(const core::CaseQuery& query) {
  if (!isSameList(m_query, query)) clearMarks();
  m_query = query;
  m_queryIsNew = true;
  m_rows.forgetFailures();
  request();
}

void CaseTableModel::request() {
  m_loading = true;
  m_askAgain = false;
  m_generation = m_source.nextGeneration();
  m_source.requestKeys(m_query, m_generation);
}

void CaseTableModel::takeFirst(quint64 generation, const std::shared_ptr<const Keys>& keys) {
  // A list that is shown already waits for the whole new one: it would only shrink and grow.
  if (generation == m_generation && m_queryIsNew) adopt(*keys);
}

void CaseTableModel::takeAll(quint64 generation, const std::shared_ptr<const Keys>& keys) {
  if (generation != m_generation) return;
  m_loading = false;
  adopt(*keys);
  if (m_askAgain) return request();
  m_touched.clear();
  m_everything = false;
  Q_EMIT loaded();
}

void CaseTableModel::takeChanges(const core::ChangeSet& changes) {
  if (changes.added.empty() && changes.changed.empty() && changes.removed.empty() && !changes.everything)
    return;
  if (changes.everything) {
    m_everything = true;
    m_rows.refreshAll();
  }
  m_rows.refresh(changes.changed);
  for (const auto* keys : {&changes.added, &changes.changed, &changes.removed})
    m_touched.insert(m_touched.end(), keys->begin(), keys->end());
  std::sort(m_touched.begin(), m_touched.end());
  m_touched.erase(std::unique(m_touched.begin(), m_touched.end()), m_touched.end());
  if (m_loading)
    m_askAgain = true;
  else
    request();
}

void CaseTableModel::adopt(const Keys& keys) {
  const std::size_t markedBefore = markedCount();
  const bool continues =
      keys.size() >= m_keys.size() && std::equal(m_keys.begin(), m_keys.end(), keys.begin());
  if (continues && !m_queryIsNew) {
    if (keys.size() == m_keys.size()) return;
    beginInsertRows({}, rowCount(), static_cast<int>(keys.size()) - 1);
    m_keys = keys;
    endInsertRows();
  } else if (!m_queryIsNew && !m_everything && m_touched.size() <= kMoves &&
             differOnlyIn(m_keys, keys, m_touched)) {
    moveTouched(keys);
  } else {
    Q_EMIT keysAboutToBeReplaced();
    beginResetModel();
    m_keys = keys;
    m_marks.keepOnly(m_keys);
    m_queryIsNew = false;
    endResetModel();
    Q_EMIT keysReplaced();
  }
  if (markedCount() != markedBefore) Q_EMIT marksChanged();
}

void CaseTableModel::moveTouched(const Keys& keys) {
  for (const CaseKey key : m_touched) {
    if (std::find(keys.begin(), keys.end(), key) != keys.end()) continue;
    const int row = rowOf(key);
    if (row < 0) continue;
    beginRemoveRows({}, row, row);
    m_keys.erase(m_keys.begin() + row);
    m_marks.forget(key);
    endRemoveRows();
  }
  // In the order of the new list each touched key goes behind its predecessor, which stands right already.
  for (std::size_t i = 0; i < keys.size(); ++i) {
    const CaseKey key = keys[i];
    if (!std::binary_search(m_touched.begin(), m_touched.end(), key)) continue;
    const int to = i == 0 ? 0 : rowOf(keys[i - 1]) + 1;
    const int from = rowOf(key);
    if (from == to) continue;
    if (from < 0) {
      beginInsertRows({}, to, to);
      m_keys.insert(m_keys.begin() + to, key);
      endInsertRows();
    } else if (beginMoveRows({}, from, from, {}, to)) {
      m_keys.erase(m_keys.begin() + from);
      m_keys.insert(m_keys.begin() + (to > from ? to - 1 : to), key);
      endMoveRows();
    }
  }
}

void CaseTableModel::repaint(const std::vector<CaseKey>& keys) {
  // Mostly a page of neighbours: one signal for each run of rows.
  std::vector<int> rows;
  Keys elsewhere;
  for (const CaseKey key : keys)
    if (const int row = rowAskedFor(key); row >= 0)
      rows.push_back(row);
    else
      elsewhere.push_back(key);
  for (std::size_t i = 0; i < m_keys.size() && rows.size() < keys.size(); ++i)
    if (std::binary_search(elsewhere.begin(), elsewhere.end(), m_keys[i]))
      rows.push_back(static_cast<int>(i));
  std::sort(rows.begin(), rows.end());
  for (std::size_t first = 0; first < rows.size();) {
    std::size_t last = first;
    while (last + 1 < rows.size() && rows[last + 1] == rows[last] + 1)
      ++last;
    Q_EMIT dataChanged(index(rows[first], 0), index(rows[last], kColumnCount - 1));
    first = last + 1;
  }
}

void CaseTableModel::setMarked(int first, int last, bool marked) {
  first = std::max(first, 0);
  last = std::min(last, rowCount() - 1);
  if (first > last) return;
  for (int row = first; row <= last; ++row)
    m_marks.set(keyAt(row), marked);
  Q_EMIT dataChanged(index(first, 0), index(last, kColumnCount - 1), {Qt::CheckStateRole, MarkedRole});
  Q_EMIT marksChanged();
}

void CaseTableModel::markAll() {
  m_marks.markAll();
  if (!m_keys.empty()) Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, kColumnCount - 1));
  Q_EMIT marksChanged();
}

void CaseTableModel::clearMarks() {
  if (m_marks.isEmpty()) return;
  m_marks.clear();
  if (!m_keys.empty()) Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, kColumnCount - 1));
  Q_EMIT marksChanged();
}

CaseKey CaseTableModel::keyAt(int row) const {
  return row >= 0 && row < rowCount() ? m_keys[static_cast<std::size_t>(row)] : -1;
}

int CaseTableModel::rowAskedFor(CaseKey key) const {
  const auto asked = m_askedFor.find(key);
  return asked != m_askedFor.end() && keyAt(asked->second) == key ? asked->second : -1;
}

int CaseTableModel::rowOf(CaseKey key) const {
  if (const int row = rowAskedFor(key); row >= 0) return row;
  const auto found = std::find(m_keys.begin(), m_keys.end(), key);
  return found == m_keys.end() ? -1 : static_cast<int>(found - m_keys.begin());
}

const core::CaseListRow* CaseTableModel::caseAt(int row) const {
  if (row < 0 || row >= rowCount()) return nullptr;
  const core::CaseListRow* found = m_rows.find(keyAt(row));
  if (found == nullptr) wantPageOf(row);
  return found;
}

core::SortColumn CaseTableModel::sortColumn(int column) {
  switch (column) {
  case Number:
    return core::SortColumn::Number;
  case Procedure:
    return core::SortColumn::Procedure;
  case Applicant:
    return core::SortColumn::Applicant;
  case Arrived:
    return core::SortColumn::Arrived;
  case StatusColumn:
    return core::SortColumn::Status;
  case Holder:
    return core::SortColumn::Holder;
  default:
    return core::SortColumn::Due;
  }
}

void CaseTableModel::wantPageOf(int row) const {
  const auto first = static_cast<std::size_t>(row / CaseRows::kPage * CaseRows::kPage);
  const std::size_t last = std::min(first + CaseRows::kPage, m_keys.size());
  if (m_askedFor.size() > kMostAskedFor) m_askedFor.clear();
  for (std::size_t asked = first; asked < last; ++asked)
    m_askedFor[m_keys[asked]] = static_cast<int>(asked);
  m_rows.want({m_keys.begin() + static_cast<std::ptrdiff_t>(first),
               m_keys.begin() + static_cast<std::ptrdiff_t>(last)});
}

int CaseTableModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_keys.size());
}

int CaseTableModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : kColumnCount;
}

RowState CaseTableModel::stateOf(int row, const core::CaseListRow* listRow) const {
  if (listRow == nullptr) return m_rows.isUnavailable(keyAt(row)) ? RowState::Unavailable : RowState::Loading;
  if (listRow->id.empty()) return RowState::Unavailable;
  if (core::has(listRow->flags, core::RowFlag::Attention)) return RowState::Conflicted;
  if (core::has(listRow->flags, core::RowFlag::Pending)) return RowState::Pending;
  return RowState::Ready;
}

QVariant CaseTableModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  if (role == MarkedRole) return isMarked(index.row());
  if (role == Qt::CheckStateRole)
    return index.column() == Number ? QVariant(isMarked(index.row()) ? Qt::Checked : Qt::Unchecked)
                                    : QVariant();
  const core::CaseListRow* row = caseAt(index.row());
  const RowState state = stateOf(index.row(), row);
  if (role == StateRole) return static_cast<int>(state);
  if (role == KeyRole) return QVariant::fromValue<qint64>(keyAt(index.row()));
  if (row == nullptr || row->id.empty()) {
    const bool says = role == Qt::AccessibleTextRole || (role == Qt::DisplayRole && index.column() == Number);
    return says ? QVariant(rowStateText(state)) : QVariant();
  }
  const CaseRowText text(*row, *m_references.references(), today(m_clock));
  switch (role) {
  case Qt::DisplayRole:
    return text.cell(index.column());
  case Qt::ToolTipRole:
    return text.toolTip(index.column());
  case Qt::AccessibleTextRole:
    return text.accessible(index.column(), state);
  case CaseIdRole:
    return qtext(row->id.value);
  case SecondLineRole:
    return index.column() == Applicant ? QVariant(qtext(row->kana)) : QVariant();
  case DaysLeftRole:
    return text.daysLeft() ? QVariant(*text.daysLeft()) : QVariant();
  case DueFractionRole:
    return text.usedFraction() ? QVariant(*text.usedFraction()) : QVariant();
  case ClockStoppedRole:
    return core::has(row->flags, core::RowFlag::ClockStopped);
  case RowStatusRole:
    return static_cast<int>(row->status);
  case FlagTextsRole:
    return text.flags();
  default:
    return {};
  }
}

Qt::ItemFlags CaseTableModel::flags(const QModelIndex& index) const {
  const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
  return index.isValid() && index.column() == Number ? flags | Qt::ItemIsUserCheckable : flags;
}

bool CaseTableModel::setData(const QModelIndex& index, const QVariant& value, int role) {
  if (role != Qt::CheckStateRole || !index.isValid() || index.column() != Number) return false;
  setMarked(index.row(), index.row(), value.toInt() == Qt::Checked);
  return true;
}

QVariant CaseTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation == Qt::Vertical || (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)) return {};
  return CaseRowText::header(section);
}

} // namespace madoguchi::models
