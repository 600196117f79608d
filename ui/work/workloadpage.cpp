// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/work/workloadpage.h"

#include "models/errortext.h"
#include "ui/basics/passfocus.h"
#include "ui/basics/widgets.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QRadioButton>
#include <QTableView>
#include <QtCharts/QBarCategoryAxis>
#include <QtCharts/QBarSet>
#include <QtCharts/QChart>
#include <QtCharts/QChartView>
#include <QtCharts/QHorizontalStackedBarSeries>
#include <QtCharts/QLegend>
#include <QtCharts/QStackedBarSeries>
#include <QtCharts/QValueAxis>

namespace madoguchi::ui {

using models::WorkloadModel;

namespace {

constexpr int kMostBars = 12; ///< more could not be told apart; the table has them all
constexpr qreal kBarWidth = 0.6;

} // namespace

WorkloadPage::WorkloadPage(const Context& context, QWidget* parent)
    : QWidget(parent), m_context(context), m_byClerk(new QRadioButton(tr("By &clerk"), this)),
      m_byProcedure(new QRadioButton(tr("By &procedure"), this)), m_state(mutedLabel({}, this)),
      m_load(makeChart(tr("Open cases"))), m_ages(makeChart(tr("Days since arrival"))),
      m_table(new QTableView(this)), m_handOver(new QPushButton(tr("Hand over these cases …"), this)) {
  setObjectName(QStringLiteral("workloadPage"));
  m_byClerk->setObjectName(QStringLiteral("workloadByClerk"));
  m_byProcedure->setObjectName(QStringLiteral("workloadByProcedure"));
  m_byClerk->setChecked(context.desk.workload.by() == WorkloadModel::By::Clerk);
  m_byProcedure->setChecked(!m_byClerk->isChecked());
  m_handOver->setObjectName(QStringLiteral("workloadHandOver"));
  m_table->setObjectName(QStringLiteral("workload"));
  m_table->setAccessibleName(tr("Workload"));
  m_table->setModel(&context.desk.workload);
  m_table->setSelectionBehavior(QTableView::SelectRows);
  m_table->setSelectionMode(QTableView::SingleSelection);
  m_table->setShowGrid(false);
  m_table->setAlternatingRowColors(true);
  m_table->setTabKeyNavigation(false);
  m_table->setAttribute(Qt::WA_InputMethodEnabled, false);
  m_table->verticalHeader()->hide();
  m_table->setColumnWidth(WorkloadModel::Who, em(this) * 28);
  auto* heading = titleLabel(tr("Workload"), this);
  scaleFont(heading, type::kTitle);
  auto* choice = new QHBoxLayout;
  choice->addWidget(m_byClerk);
  choice->addWidget(m_byProcedure);
  choice->addStretch(1);
  choice->addWidget(m_handOver);
  auto* charts = new QHBoxLayout;
  charts->addWidget(m_load, 3);
  charts->addWidget(m_ages, 2);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(space::kLarge, space::kLarge, space::kLarge, space::kMedium);
  layout->addWidget(heading);
  layout->addWidget(m_state);
  layout->addLayout(choice);
  layout->addLayout(charts, 3);
  layout->addWidget(m_table, 2);
  passFocusOn(this, m_table);
  WorkloadModel& workload = context.desk.workload;
  connect(m_byClerk, &QRadioButton::toggled, this, [this](bool byClerk) {
    m_context.desk.workload.setBy(byClerk ? WorkloadModel::By::Clerk : WorkloadModel::By::Procedure);
  });
  connect(&workload, &QAbstractItemModel::modelReset, this, &WorkloadPage::refresh);
  connect(&workload, &WorkloadModel::failed, this, [this](const core::Error& error) {
    Q_EMIT said({Message::Severity::Error, models::errorText(error.code)});
  });
  connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this,
          [this](const QModelIndex& index) {
            m_handOver->setEnabled(!index.data(WorkloadModel::HolderRole).toString().isEmpty());
          });
  connect(m_handOver, &QPushButton::clicked, this, [this] {
    Q_EMIT handOverWanted(
        core::UserId(m_table->currentIndex().data(WorkloadModel::HolderRole).toString().toStdString()));
  });
  refresh();
}

QChartView* WorkloadPage::makeChart(const QString& title) {
  auto* chart = new QChart;
  chart->setTitle(title);
  chart->setBackgroundBrush(m_context.theme.colours().base);
  chart->setTitleBrush(m_context.theme.colours().text);
  chart->setMargins(QMargins(space::kTight, space::kTight, space::kTight, space::kTight));
  chart->legend()->setLabelColor(m_context.theme.colours().text);
  chart->legend()->setAlignment(Qt::AlignBottom);
  auto* view = new QChartView(chart, this);
  view->setRenderHint(QPainter::Antialiasing);
  view->setFrameShape(QFrame::NoFrame);
  // The table beneath says the same in words; the picture is none of the keyboard's stops.
  view->setFocusPolicy(Qt::NoFocus);
  view->setAccessibleName(title);
  view->setMinimumHeight(fontMetrics().height() * 10);
  return view;
}

void WorkloadPage::reload() {
  m_context.desk.workload.load();
  refresh();
}

qint64 WorkloadPage::value(int row, int column) const {
  return m_context.desk.workload.index(row, column).data(WorkloadModel::ValueRole).toLongLong();
}

QBarSet* WorkloadPage::bar(const QString& name, const QColor& colour) const {
  auto* set = new QBarSet(name);
  set->setColor(colour);
  set->setBorderColor(m_context.theme.colours().base);
  return set;
}

void WorkloadPage::styleAxis(QChart& chart, const QStringList& names, qreal most) const {
  const Colours& colours = m_context.theme.colours();
  const bool lying = qobject_cast<QHorizontalStackedBarSeries*>(chart.series().first()) != nullptr;
  auto* categories = new QBarCategoryAxis;
  categories->append(names);
  auto* values = new QValueAxis;
  values->setRange(0, qMax(most, 4.0));
  values->setLabelFormat(QStringLiteral("%d"));
  values->applyNiceNumbers();
  values->setGridLineColor(colours.line);
  chart.addAxis(categories, lying ? Qt::AlignLeft : Qt::AlignBottom);
  chart.addAxis(values, lying ? Qt::AlignBottom : Qt::AlignLeft);
  for (QAbstractAxis* axis : {static_cast<QAbstractAxis*>(categories), static_cast<QAbstractAxis*>(values)}) {
    axis->setLabelsColor(colours.text);
    axis->setLinePenColor(colours.border);
    chart.series().first()->attachAxis(axis);
  }
  categories->setGridLineVisible(false);
}

namespace {

void empty(QChart& chart) {
  chart.removeAllSeries();
  for (QAbstractAxis* axis : chart.axes()) {
    chart.removeAxis(axis);
    delete axis;
  }
}

} // namespace

void WorkloadPage::drawLoad() {
  const Colours& colours = m_context.theme.colours();
  QChart& chart = *m_load->chart();
  empty(chart);
  auto* late = bar(tr("overdue"), colours.danger);
  auto* soon = bar(tr("due this week"), colours.warning);
  // In high contrast the accent is the colour of warnings too.
  const bool alike = colours.accent == colours.warning;
  auto* later = bar(tr("later, or clock stopped"), alike ? colours.text : colours.accent);
  QStringList names;
  qreal most = 0;
  // The first row is the sum. Bars lie, and grow from below: the first shall be on top.
  for (int row = qMin(m_context.desk.workload.rowCount() - 1, kMostBars); row >= 1; --row) {
    const qint64 open = value(row, WorkloadModel::Open);
    const qint64 overdue = value(row, WorkloadModel::Overdue);
    const qint64 dueSoon = value(row, WorkloadModel::DueSoon);
    QString name = m_context.desk.workload.index(row, WorkloadModel::Who).data().toString();
    // A category of the axis is told by its name alone.
    while (names.contains(name))
      name += QChar(u' ');
    names << name;
    *late << static_cast<qreal>(overdue);
    *soon << static_cast<qreal>(dueSoon);
    *later << static_cast<qreal>(open - overdue - dueSoon);
    most = qMax(most, static_cast<qreal>(open));
  }
  auto* series = new QHorizontalStackedBarSeries;
  for (QBarSet* set : {late, soon, later})
    series->append(set);
  series->setBarWidth(kBarWidth);
  chart.addSeries(series);
  styleAxis(chart, names, most);
}

void WorkloadPage::drawAges() {
  QChart& chart = *m_ages->chart();
  empty(chart);
  auto* all = bar(tr("open cases"), m_context.theme.colours().accent);
  QStringList names;
  qreal most = 0;
  for (int age = 0; age < static_cast<int>(core::kAges); ++age) {
    const int column = WorkloadModel::FirstAge + age;
    // Short: a narrow chart would cut the words of the table's columns.
    const auto limit = static_cast<std::size_t>(age);
    names << (limit < core::kAgeLimits.size() ? QStringLiteral("≤ %1").arg(core::kAgeLimits[limit])
                                              : QStringLiteral("> %1").arg(core::kAgeLimits.back()));
    const auto count = static_cast<qreal>(value(0, column));
    *all << count;
    most = qMax(most, count);
  }
  auto* series = new QStackedBarSeries;
  series->append(all);
  series->setBarWidth(kBarWidth);
  chart.addSeries(series);
  chart.legend()->hide();
  styleAxis(chart, names, most);
}

void WorkloadPage::refresh() {
  const WorkloadModel& workload = m_context.desk.workload;
  const bool isEmpty = workload.rowCount() == 0;
  m_state->setVisible(isEmpty);
  m_state->setText(workload.isLoading() ? tr("Loading …") : tr("No open case is in your offices."));
  m_load->setVisible(!isEmpty);
  m_ages->setVisible(!isEmpty);
  m_handOver->setEnabled(!m_table->currentIndex().data(WorkloadModel::HolderRole).toString().isEmpty());
  if (isEmpty) return;
  drawLoad();
  drawAges();
  if (!m_table->currentIndex().isValid()) m_table->setCurrentIndex(workload.index(0, 0));
}

} // namespace madoguchi::ui
