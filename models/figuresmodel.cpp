// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/figuresmodel.h"

#include "models/datetext.h"
#include "models/labels.h"

#include <QCoreApplication>
#include <QLocale>

namespace madoguchi::models {

namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(Figures)
};

} // namespace

FiguresModel::FiguresModel(CaseSource& source, ReferenceSource& references, Clock clock, QObject* parent)
    : QAbstractTableModel(parent), m_source(source), m_references(references), m_clock(std::move(clock)),
      m_reading(source, [this](quint64 generation) { ask(generation); }) {
  connect(&source, &CaseSource::figuresLoaded, this,
          [this](quint64 generation, const core::Figures& figures) {
            m_reading.answer(generation, [&] {
              beginResetModel();
              m_figures = figures;
              endResetModel();
            });
          });
  connect(&m_reading, &LiveReading::failed, this, &FiguresModel::failed);
}

void FiguresModel::ask(quint64 generation) {
  const auto references = m_references.references();
  const core::Date day = today(m_clock);
  core::CaseQuery all = core::queryFor(core::Queue::Office, references->me, references->offices, day);
  all.allOf = 0; // what is closed counts too
  m_source.requestFigures(all, day, generation);
}

void FiguresModel::setBy(By by) {
  if (m_by == by) return;
  beginResetModel();
  m_by = by;
  endResetModel();
}

int FiguresModel::rowCount(const QModelIndex& parent) const {
  if (parent.isValid()) return 0;
  return static_cast<int>(m_by == By::Week ? m_figures.weeks.size() : m_figures.steps.size());
}

int FiguresModel::columnCount(const QModelIndex& parent) const {
  if (parent.isValid()) return 0;
  return m_by == By::Week ? int(kWeekColumns) : int(kStepColumns);
}

QString FiguresModel::nameOf(int row) const {
  const auto place = static_cast<std::size_t>(row);
  return m_by == By::Week ? longDay(m_figures.weeks[place].monday) : label(m_figures.steps[place].status);
}

qint64 FiguresModel::valueOf(int row, int column) const {
  const auto place = static_cast<std::size_t>(row);
  if (m_by == By::Week) {
    const core::WeekFigures& week = m_figures.weeks[place];
    return column == Arrived ? week.arrived : column == Closed ? week.closed : week.backlog;
  }
  const core::StepFigures& step = m_figures.steps[place];
  return column == Cases ? step.cases : column == Median ? step.median : step.nineInTen;
}

QVariant FiguresModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  const bool isName = index.column() == 0;
  switch (role) {
  case Qt::DisplayRole:
    return isName ? nameOf(index.row()) : QLocale().toString(valueOf(index.row(), index.column()));
  case Qt::AccessibleTextRole:
    return isName ? nameOf(index.row())
                  : QStringLiteral("%1, %2: %3")
                        .arg(nameOf(index.row()), headerData(index.column(), Qt::Horizontal).toString(),
                             QLocale().toString(valueOf(index.row(), index.column())));
  case Qt::EditRole: // the bare number
    return isName ? QVariant(nameOf(index.row())) : QVariant(valueOf(index.row(), index.column()));
  case Qt::TextAlignmentRole:
    return QVariant::fromValue(Qt::AlignVCenter | (isName ? Qt::AlignLeft : Qt::AlignRight));
  default:
    return {};
  }
}

QVariant FiguresModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation == Qt::Vertical) return {};
  // A number stands under its name.
  if (role == Qt::TextAlignmentRole)
    return QVariant::fromValue(Qt::AlignVCenter | (section == 0 ? Qt::AlignLeft : Qt::AlignRight));
  if (role != Qt::DisplayRole) return {};
  if (m_by == By::Week) {
    const QString names[] = {Say::tr("Week from"), Say::tr("Arrived"), Say::tr("Closed"),
                             Say::tr("Open at its end")};
    return section < kWeekColumns ? names[section] : QVariant();
  }
  const QString names[] = {Say::tr("Step"), Say::tr("Cases"), Say::tr("Half of them, days"),
                           Say::tr("Nine in ten, days")};
  return section < kStepColumns ? names[section] : QVariant();
}

} // namespace madoguchi::models
