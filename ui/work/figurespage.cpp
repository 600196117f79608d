// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/work/figurespage.h"

#include "models/datetext.h"
#include "models/labels.h"
#include "ui/work/barchart.h"
#include "ui/work/figuretable.h"

#include <QHeaderView>
#include <QRadioButton>

namespace madoguchi::ui {

using models::FiguresModel;

namespace {

/// The day of the month alone, because thirteen of them stand beside each other; the months stand above, and
/// the table has the dates.
QString weekName(core::Date monday) {
  return QString::number(static_cast<unsigned>(std::chrono::year_month_day(monday).day()));
}

/// In two lines, where it would be cut in one.
QString stepName(core::Status status) {
  constexpr qsizetype kShort = 14;
  QString name = models::label(status);
  if (const auto gap = name.lastIndexOf(u' '); gap > 0 && name.size() > kShort) name[gap] = u'\n';
  return name;
}

} // namespace

FiguresPage::FiguresPage(const Context& context, QWidget* parent)
    : NumbersPage(context, tr("Figures"), parent), m_byWeek(new QRadioButton(tr("By &week"), this)),
      m_byStep(new QRadioButton(tr("By s&tep"), this)),
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

QString FiguresPage::weeksText() const {
  const auto& weeks = context().desk.figures.figures().weeks;
  return tr("The last thirteen weeks of your offices, each by its Monday, from %1 to %2. The last "
            "one is not over.")
      .arg(models::shortDay(weeks.front().monday), models::shortDay(weeks.back().monday));
}

void FiguresPage::drawWeeks() {
  const Colours& colours = context().theme.colours();
  QStringList names;
  BarChart::Set arrived{tr("arrived"), colours.accent, {}};
  // In high contrast the accent is the colour of what went well too.
  BarChart::Set closed{tr("closed"), colours.ok == colours.accent ? colours.text : colours.ok, {}};
  BarChart::Set open{tr("open cases"), colours.accent, {}};
  for (const core::WeekFigures& week : context().desk.figures.figures().weeks) {
    names << weekName(week.monday);
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
    names << stepName(step.status);
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
    state(isEmpty ? QString() : weeksText());
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
