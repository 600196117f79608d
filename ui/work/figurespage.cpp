// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/work/figurespage.h"

#include "models/labels.h"
#include "ui/work/barchart.h"
#include "ui/work/figuretable.h"

#include <QHeaderView>
#include <QLocale>
#include <QRadioButton>

#include <optional>

namespace madoguchi::ui {

using models::FiguresModel;

namespace {

/// The day of the month, because thirteen of them stand beside each other, and where a month begins its name
/// below; the table has the dates.
QString weekName(core::Date monday, const std::optional<core::Date>& before) {
  const std::chrono::year_month_day day(monday);
  const QString number = QString::number(static_cast<unsigned>(day.day()));
  if (before && std::chrono::year_month_day(*before).month() == day.month()) return number;
  return number + u'\n' +
         QLocale().standaloneMonthName(static_cast<int>(static_cast<unsigned>(day.month())),
                                       QLocale::ShortFormat);
}

} // namespace

FiguresPage::FiguresPage(const Context& context, QWidget* parent)
    : NumbersPage(context, tr("Figures"), parent), m_byWeek(new QRadioButton(tr("By &week"), this)),
      m_byStep(new QRadioButton(tr("By &step"), this)),
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
  layOut({m_byWeek, m_byStep}, {{m_weeks, 1}, {m_backlog, 1}, {m_steps, 1}}, m_table);
  connect(m_byWeek, &QRadioButton::toggled, this, [&figures](bool byWeek) {
    figures.setBy(byWeek ? FiguresModel::By::Week : FiguresModel::By::Step);
  });
  follow(figures);
  FiguresPage::refresh();
}

void FiguresPage::load() {
  context().desk.figures.load();
}

void FiguresPage::rest() {
  context().desk.figures.rest();
}

void FiguresPage::drawWeeks() {
  const Colours& colours = context().theme.colours();
  QStringList names;
  BarChart::Set arrived{tr("arrived"), colours.accent, {}};
  // In high contrast the accent is the colour of what went well too.
  BarChart::Set closed{tr("closed"), colours.ok == colours.accent ? colours.text : colours.ok, {}};
  BarChart::Set open{tr("open cases"), colours.accent, {}};
  std::optional<core::Date> before;
  for (const core::WeekFigures& week : context().desk.figures.figures().weeks) {
    names << weekName(week.monday, before);
    before = week.monday;
    arrived.values.push_back(static_cast<qreal>(week.arrived));
    closed.values.push_back(static_cast<qreal>(week.closed));
    open.values.push_back(static_cast<qreal>(week.backlog));
  }
  m_weeks->show(names, {std::move(arrived), std::move(closed)});
  m_backlog->show(names, {std::move(open)});
}

void FiguresPage::drawSteps() {
  const Colours& colours = context().theme.colours();
  QStringList names;
  BarChart::Set half{tr("half of the cases"), colours.accent, {}};
  BarChart::Set most{
      tr("nine in ten"), colours.warning == colours.accent ? colours.text : colours.warning, {}};
  for (const core::StepFigures& step : context().desk.figures.figures().steps) {
    names << models::label(step.status);
    half.values.push_back(step.median);
    most.values.push_back(step.nineInTen);
  }
  m_steps->show(names, {std::move(half), std::move(most)});
}

void FiguresPage::refresh() {
  const FiguresModel& figures = context().desk.figures;
  const bool byWeek = figures.by() == FiguresModel::By::Week;
  const bool isEmpty = byWeek ? figures.figures().weeks.empty() : figures.figures().steps.empty();
  m_weeks->setVisible(!isEmpty && byWeek);
  m_backlog->setVisible(!isEmpty && byWeek);
  m_steps->setVisible(!isEmpty && !byWeek);
  if (figures.isLoading() && isEmpty)
    state(tr("Loading …"));
  else if (byWeek)
    state(tr("The last thirteen weeks of your offices. The last one is not over."));
  else if (isEmpty)
    state(tr("No case of your offices is closed yet."));
  else
    state(tr("Calendar days of the %n case(s) that were closed last.", nullptr,
             static_cast<int>(figures.figures().sample)));
  if (isEmpty) return;
  if (byWeek)
    drawWeeks();
  else
    drawSteps();
  if (!m_table->currentIndex().isValid()) m_table->setCurrentIndex(figures.index(figures.rowCount() - 1, 0));
}

} // namespace madoguchi::ui
