// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workloadmodel.h"

#include "models/names.h"
#include "models/text.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <map>

namespace madoguchi::models {

namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(Workload)
};

void addTo(core::WorkloadLine& sum, const core::WorkloadLine& line) {
  sum.open += line.open;
  sum.overdue += line.overdue;
  sum.dueSoon += line.dueSoon;
  sum.stopped += line.stopped;
  for (std::size_t age = 0; age < core::kAges; ++age)
    sum.ages[age] += line.ages[age];
}

std::int64_t valueOf(const core::WorkloadLine& line, int column) {
  switch (column) {
  case WorkloadModel::Who:
    return 0;
  case WorkloadModel::Open:
    return line.open;
  case WorkloadModel::Overdue:
    return line.overdue;
  case WorkloadModel::DueSoon:
    return line.dueSoon;
  case WorkloadModel::Stopped:
    return line.stopped;
  default:
    return line.ages[static_cast<std::size_t>(column - WorkloadModel::FirstAge)];
  }
}

} // namespace

WorkloadModel::WorkloadModel(CaseSource& source, ReferenceSource& references, Clock clock, QObject* parent)
    : QAbstractTableModel(parent), m_source(source), m_references(references), m_clock(std::move(clock)),
      m_reading(source, [this](quint64 generation) { ask(generation); }) {
  connect(&source, &CaseSource::workloadLoaded, this,
          [this](quint64 generation, const std::vector<core::WorkloadLine>& lines) {
            m_reading.answer(generation, [&] {
              m_lines = lines;
              regroup();
              Q_EMIT loaded();
            });
          });
  connect(&m_reading, &LiveReading::failed, this, &WorkloadModel::failed);
}

void WorkloadModel::ask(quint64 generation) {
  const auto references = m_references.references();
  const core::Date day = today(m_clock);
  m_source.requestWorkload(core::queryFor(core::Queue::Office, references->me, references->offices, day), day,
                           generation);
}

void WorkloadModel::setBy(By by) {
  m_by = by;
  regroup();
}

QString WorkloadModel::nameOf(const core::WorkloadLine& line) const {
  const auto references = m_references.references();
  if (m_by == By::Procedure) return procedureTitle(*references, line.procedure, 1);
  return line.holder.empty() ? Say::tr("Nobody") : personName(*references, line.holder);
}

void WorkloadModel::regroup() {
  std::map<std::string, Row> groups;
  Row all{Say::tr("All"), {}};
  for (const core::WorkloadLine& line : m_lines) {
    Row& row = groups[m_by == By::Clerk ? line.holder.value : line.procedure.value];
    if (row.name.isEmpty()) {
      row.name = nameOf(line);
      if (m_by == By::Clerk) row.sum.holder = line.holder;
    }
    addTo(row.sum, line);
    addTo(all.sum, line);
  }
  std::vector<Row> rows;
  rows.reserve(groups.size() + 1);
  for (auto& group : groups)
    rows.push_back(std::move(group.second));
  // Where something is late, somebody should look first.
  std::stable_sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) {
    return std::tuple(-a.sum.overdue, -a.sum.dueSoon, -a.sum.open) <
           std::tuple(-b.sum.overdue, -b.sum.dueSoon, -b.sum.open);
  });
  beginResetModel();
  m_rows.clear();
  if (!rows.empty()) m_rows.push_back(std::move(all));
  m_rows.insert(m_rows.end(), std::make_move_iterator(rows.begin()), std::make_move_iterator(rows.end()));
  endResetModel();
}

int WorkloadModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int WorkloadModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : kColumnCount;
}

QVariant WorkloadModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  const Row& row = m_rows[static_cast<std::size_t>(index.row())];
  const qint64 value = valueOf(row.sum, index.column());
  switch (role) {
  case Qt::DisplayRole:
    return index.column() == Who ? row.name : QLocale().toString(value);
  case Qt::AccessibleTextRole:
    return index.column() == Who ? row.name
                                 : QStringLiteral("%1, %2: %3")
                                       .arg(row.name, headerData(index.column(), Qt::Horizontal).toString(),
                                            QLocale().toString(value));
  case Qt::TextAlignmentRole:
    return QVariant::fromValue(Qt::AlignVCenter | (index.column() == Who ? Qt::AlignLeft : Qt::AlignRight));
  case Qt::EditRole:
    return index.column() == Who ? QVariant(row.name) : QVariant(value);
  case HolderRole:
    return qtext(row.sum.holder.value);
  default:
    return {};
  }
}

QVariant WorkloadModel::headerData(int section, Qt::Orientation orientation, int role) const {
  // A number stands under its name.
  if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole)
    return QVariant::fromValue(Qt::AlignVCenter | (section == Who ? Qt::AlignLeft : Qt::AlignRight));
  if (orientation == Qt::Vertical || role != Qt::DisplayRole) return {};
  switch (section) {
  case Who:
    return m_by == By::Clerk ? Say::tr("Clerk") : Say::tr("Procedure");
  case Open:
    return Say::tr("Open");
  case Overdue:
    return Say::tr("Overdue");
  case DueSoon:
    return Say::tr("Due this week");
  case Stopped:
    return Say::tr("Clock stopped");
  default:
    break;
  }
  const int age = section - FirstAge;
  if (age < 0 || age >= static_cast<int>(core::kAges)) return {};
  if (age == static_cast<int>(core::kAgeLimits.size()))
    return Say::tr("Over %n day(s)", nullptr, core::kAgeLimits.back());
  return Say::tr("Up to %n day(s)", nullptr, core::kAgeLimits[static_cast<std::size_t>(age)]);
}

} // namespace madoguchi::models
