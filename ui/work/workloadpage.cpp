// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/work/workloadpage.h"

#include "ui/basics/widgets.h"
#include "ui/work/barchart.h"
#include "ui/work/figuretable.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QRadioButton>

namespace madoguchi::ui {

using models::WorkloadModel;

namespace {

constexpr int kMostBars = 12; ///< more could not be told apart; the table has them all

} // namespace

WorkloadPage::WorkloadPage(const Context& context, QWidget* parent)
    : NumbersPage(context, tr("Workload"), parent), m_byClerk(new QRadioButton(tr("By &clerk"), this)),
      m_byProcedure(new QRadioButton(tr("By &procedure"), this)),
      m_load(new BarChart(tr("Open cases"), BarChart::Form::LyingOnTop, context.theme, this)),
      m_ages(new BarChart(tr("Days since arrival"), BarChart::Form::OnTop, context.theme, this)),
      m_table(figureTable(QStringLiteral("workload"), tr("Workload"), context.desk.workload, this)),
      m_handOver(new QPushButton(tr("Hand over these cases …"), this)) {
  setObjectName(QStringLiteral("workloadPage"));
  m_byClerk->setObjectName(QStringLiteral("workloadByClerk"));
  m_byProcedure->setObjectName(QStringLiteral("workloadByProcedure"));
  WorkloadModel& workload = context.desk.workload;
  m_byClerk->setChecked(workload.by() == WorkloadModel::By::Clerk);
  m_byProcedure->setChecked(!m_byClerk->isChecked());
  m_handOver->setObjectName(QStringLiteral("workloadHandOver"));
  m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
  m_table->horizontalHeader()->setSectionResizeMode(WorkloadModel::Who, QHeaderView::Stretch);
  m_table->horizontalHeader()->setMinimumSectionSize(em(this) * 8);
  layOut({m_byClerk, m_byProcedure}, {{m_load, 3}, {m_ages, 2}}, m_table)->addWidget(m_handOver);
  connect(m_byClerk, &QRadioButton::toggled, this, [&workload](bool byClerk) {
    workload.setBy(byClerk ? WorkloadModel::By::Clerk : WorkloadModel::By::Procedure);
  });
  follow(workload);
  connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this,
          &WorkloadPage::refreshHandOver);
  connect(m_handOver, &QPushButton::clicked, this, [this] {
    Q_EMIT handOverWanted(
        core::UserId(m_table->currentIndex().data(WorkloadModel::HolderRole).toString().toStdString()));
  });
  WorkloadPage::refresh();
}

void WorkloadPage::load() {
  context().desk.workload.load();
}

void WorkloadPage::rest() {
  context().desk.workload.rest();
}

void WorkloadPage::refreshHandOver() {
  const bool colleague = !m_table->currentIndex().data(WorkloadModel::HolderRole).toString().isEmpty();
  m_handOver->setEnabled(colleague);
  m_handOver->setToolTip(colleague ? QString() : tr("Choose the row of a colleague first."));
}

qint64 WorkloadPage::value(int row, int column) const {
  return context().desk.workload.index(row, column).data(Qt::EditRole).toLongLong();
}

void WorkloadPage::drawLoad() {
  const Colours& colours = context().theme.colours();
  // In high contrast the accent is the colour of warnings too.
  const bool alike = colours.accent == colours.warning;
  std::vector<BarChart::Set> sets{{tr("overdue"), colours.danger, {}},
                                  {tr("due this week"), colours.warning, {}},
                                  {tr("later, or clock stopped"), alike ? colours.text : colours.accent, {}}};
  QStringList names;
  const int last = qMin(context().desk.workload.rowCount() - 1, kMostBars);
  for (int row = 1; row <= last; ++row) { // the first row is the sum
    const qint64 overdue = value(row, WorkloadModel::Overdue);
    const qint64 dueSoon = value(row, WorkloadModel::DueSoon);
    names << context().desk.workload.index(row, WorkloadModel::Who).data().toString();
    sets[0].values.push_back(static_cast<qreal>(overdue));
    sets[1].values.push_back(static_cast<qreal>(dueSoon));
    sets[2].values.push_back(static_cast<qreal>(value(row, WorkloadModel::Open) - overdue - dueSoon));
  }
  m_load->show(names, std::move(sets));
}

void WorkloadPage::drawAges() {
  BarChart::Set all{tr("open cases"), context().theme.colours().accent, {}};
  QStringList names;
  for (std::size_t age = 0; age < core::kAges; ++age) {
    // Short: a narrow chart would cut the words of the table's columns.
    names << (age < core::kAgeLimits.size() ? QStringLiteral("≤ %1").arg(core::kAgeLimits[age])
                                            : QStringLiteral("> %1").arg(core::kAgeLimits.back()));
    all.values.push_back(static_cast<qreal>(value(0, WorkloadModel::FirstAge + static_cast<int>(age))));
  }
  m_ages->show(names, {std::move(all)});
}

void WorkloadPage::refresh() {
  const WorkloadModel& workload = context().desk.workload;
  const bool isEmpty = workload.rowCount() == 0;
  state(!isEmpty               ? QString()
        : workload.isLoading() ? tr("Loading …")
                               : tr("No open case is in your offices."));
  m_load->setVisible(!isEmpty);
  m_ages->setVisible(!isEmpty);
  refreshHandOver();
  if (isEmpty) return;
  drawLoad();
  drawAges();
  if (!m_table->currentIndex().isValid()) m_table->setCurrentIndex(workload.index(0, 0));
}

} // namespace madoguchi::ui
