// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/work/figurespage.h"

#include "models/errortext.h"
#include "models/labels.h"
#include "ui/basics/passfocus.h"
#include "ui/basics/widgets.h"
#include "ui/work/barchart.h"
#include "ui/work/figuretable.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QRadioButton>

namespace madoguchi::ui {

using models::FiguresModel;

namespace {

/// The day of the month alone, because thirteen of them stand beside each other; the table has the dates.
QString weekName(core::Date monday) {
  return QString::number(static_cast<unsigned>(std::chrono::year_month_day(monday).day()));
}

} // namespace

FiguresPage::FiguresPage(const Context& context, QWidget* parent)
    : QWidget(parent), m_context(context), m_byWeek(new QRadioButton(tr("By &week"), this)),
      m_byStep(new QRadioButton(tr("By &step"), this)), m_state(mutedLabel({}, this)),
      m_weeks(new BarChart(tr("Arrived and closed, by week"), BarChart::Form::Beside, context.theme, this)),
      m_backlog(new BarChart(tr("Open when the week ended"), BarChart::Form::OnTop, context.theme, this)),
      m_steps(new BarChart(tr("Days in each step"), BarChart::Form::Beside, context.theme, this)),
      m_table(figureTable(QStringLiteral("figures"), tr("Figures"), context.desk.figures, this)) {
  setObjectName(QStringLiteral("figuresPage"));
  m_byWeek->setObjectName(QStringLiteral("figuresByWeek"));
  m_byStep->setObjectName(QStringLiteral("figuresByStep"));
  FiguresModel& figures = context.desk.figures;
  m_byWeek->setChecked(figures.by() == FiguresModel::By::Week);
  m_byStep->setChecked(!m_byWeek->isChecked());
  m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
  auto* heading = titleLabel(tr("Figures"), this);
  scaleFont(heading, type::kTitle);
  auto* choice = new QHBoxLayout;
  choice->addWidget(m_byWeek);
  choice->addWidget(m_byStep);
  choice->addStretch(1);
  auto* charts = new QHBoxLayout;
  for (BarChart* chart : {m_weeks, m_backlog, m_steps})
    charts->addWidget(chart, 1);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(space::kLarge, space::kLarge, space::kLarge, space::kMedium);
  layout->addWidget(heading);
  layout->addWidget(m_state);
  layout->addLayout(choice);
  layout->addLayout(charts, 3);
  layout->addWidget(m_table, 3);
  passFocusOn(this, m_table);
  connect(m_byWeek, &QRadioButton::toggled, this, [this](bool byWeek) {
    m_context.desk.figures.setBy(byWeek ? FiguresModel::By::Week : FiguresModel::By::Step);
  });
  connect(&figures, &QAbstractItemModel::modelReset, this, &FiguresPage::refresh);
  connect(&figures, &FiguresModel::failed, this, [this](const core::Error& error) {
    Q_EMIT said({Message::Severity::Error, models::errorText(error.code)});
  });
  refresh();
}

void FiguresPage::showEvent(QShowEvent* event) {
  m_context.desk.figures.load();
  refresh();
  QWidget::showEvent(event);
}

void FiguresPage::hideEvent(QHideEvent* event) {
  m_context.desk.figures.rest();
  QWidget::hideEvent(event);
}

void FiguresPage::drawWeeks() {
  const Colours& colours = m_context.theme.colours();
  QStringList names;
  BarChart::Set arrived{tr("arrived"), colours.accent, {}};
  // In high contrast the accent is the colour of what went well too.
  BarChart::Set closed{tr("closed"), colours.ok == colours.accent ? colours.text : colours.ok, {}};
  BarChart::Set open{tr("open cases"), colours.accent, {}};
  for (const core::WeekFigures& week : m_context.desk.figures.figures().weeks) {
    names << weekName(week.monday);
    arrived.values.push_back(static_cast<qreal>(week.arrived));
    closed.values.push_back(static_cast<qreal>(week.closed));
    open.values.push_back(static_cast<qreal>(week.backlog));
  }
  m_weeks->show(names, {std::move(arrived), std::move(closed)});
  m_backlog->show(names, {std::move(open)});
}

void FiguresPage::drawSteps() {
  const Colours& colours = m_context.theme.colours();
  QStringList names;
  BarChart::Set half{tr("half of the cases"), colours.accent, {}};
  BarChart::Set most{
      tr("nine in ten"), colours.warning == colours.accent ? colours.text : colours.warning, {}};
  for (const core::StepFigures& step : m_context.desk.figures.figures().steps) {
    names << models::label(step.status);
    half.values.push_back(step.median);
    most.values.push_back(step.nineInTen);
  }
  m_steps->show(names, {std::move(half), std::move(most)});
}

void FiguresPage::refresh() {
  const FiguresModel& figures = m_context.desk.figures;
  const bool byWeek = figures.by() == FiguresModel::By::Week;
  const bool isEmpty = byWeek ? figures.figures().weeks.empty() : figures.figures().steps.empty();
  m_weeks->setVisible(!isEmpty && byWeek);
  m_backlog->setVisible(!isEmpty && byWeek);
  m_steps->setVisible(!isEmpty && !byWeek);
  if (figures.isLoading() && isEmpty)
    m_state->setText(tr("Loading …"));
  else if (byWeek)
    m_state->setText(tr("The last thirteen weeks of your offices. The last one is not over."));
  else if (isEmpty)
    m_state->setText(tr("No case of your offices is closed yet."));
  else
    m_state->setText(tr("Calendar days of the %n case(s) that were closed last.", nullptr,
                        static_cast<int>(figures.figures().sample)));
  if (isEmpty) return;
  if (byWeek)
    drawWeeks();
  else
    drawSteps();
  if (!m_table->currentIndex().isValid()) m_table->setCurrentIndex(figures.index(figures.rowCount() - 1, 0));
}

} // namespace madoguchi::ui
