// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/work/barchart.h"

#include "ui/basics/widgets.h"

#include <QGraphicsLayout>
#include <QtCharts/QBarCategoryAxis>
#include <QtCharts/QBarSeries>
#include <QtCharts/QBarSet>
#include <QtCharts/QChart>
#include <QtCharts/QHorizontalStackedBarSeries>
#include <QtCharts/QLegend>
#include <QtCharts/QStackedBarSeries>
#include <QtCharts/QValueAxis>

#include <algorithm>

namespace madoguchi::ui {

namespace {

constexpr qreal kBarWidth = 0.6;
constexpr qreal kLeastRange = 4;

QAbstractBarSeries* seriesOf(BarChart::Form form) {
  switch (form) {
  case BarChart::Form::Beside:
    return new QBarSeries;
  case BarChart::Form::OnTop:
    return new QStackedBarSeries;
  case BarChart::Form::LyingOnTop:
    break;
  }
  return new QHorizontalStackedBarSeries;
}

/// Of the longest bar.
qreal mostOf(const std::vector<BarChart::Set>& sets, std::size_t categories, BarChart::Form form) {
  qreal most = 0;
  for (std::size_t i = 0; i < categories; ++i) {
    qreal sum = 0;
    for (const BarChart::Set& set : sets)
      sum = form == BarChart::Form::Beside ? qMax(sum, set.values[i]) : sum + set.values[i];
    most = qMax(most, sum);
  }
  return most;
}

} // namespace

BarChart::BarChart(const QString& title, Form form, const Theme& theme, QWidget* parent)
    : QChartView(new QChart, parent), m_form(form), m_theme(theme) {
  chart()->setTitle(title);
  chart()->setBackgroundBrush(theme.colours().base);
  chart()->setTitleBrush(theme.colours().text);
  chart()->layout()->setContentsMargins(0, 0, 0, 0);
  chart()->setMargins(QMargins(space::kTight, space::kTight, space::kTight, space::kTight));
  chart()->legend()->setLabelColor(theme.colours().text);
  chart()->legend()->setAlignment(Qt::AlignBottom);
  setRenderHint(QPainter::Antialiasing);
  setFrameShape(QFrame::NoFrame);
  setFocusPolicy(Qt::NoFocus);
  viewport()->setFocusPolicy(Qt::NoFocus); // has one of its own
  setAccessibleName(title);
  setMinimumHeight(fontMetrics().height() * 10);
}

void BarChart::show(QStringList categories, std::vector<Set> sets) {
  clear();
  for (QString& name : categories) // the axis reads HTML
    name = name.toHtmlEscaped().replace(QChar(u'\n'), QStringLiteral("<br/>"));
  // A category of the axis is told by its name alone.
  for (int i = 0; i < categories.size(); ++i)
    while (categories.indexOf(categories[i]) != i)
      categories[i] += u' ';
  const qreal most = mostOf(sets, static_cast<std::size_t>(categories.size()), m_form);
  if (m_form == Form::LyingOnTop) { // they grow from below
    std::reverse(categories.begin(), categories.end());
    for (Set& set : sets)
      std::reverse(set.values.begin(), set.values.end());
  }
  auto* series = seriesOf(m_form);
  for (const Set& set : sets) {
    auto* bars = new QBarSet(set.name);
    bars->setColor(set.colour);
    bars->setBorderColor(m_theme.colours().base);
    for (const qreal value : set.values)
      *bars << value;
    series->append(bars);
  }
  series->setBarWidth(kBarWidth);
  chart()->addSeries(series);
  addAxes(categories, most);
}

void BarChart::clear() {
  chart()->removeAllSeries();
  for (QAbstractAxis* axis : chart()->axes()) {
    chart()->removeAxis(axis);
    delete axis;
  }
}

void BarChart::addAxes(const QStringList& categories, qreal most) {
  const Colours& colours = m_theme.colours();
  const bool lying = m_form == Form::LyingOnTop;
  auto* names = new QBarCategoryAxis;
  names->append(categories);
  auto* values = new QValueAxis;
  values->setRange(0, qMax(most, kLeastRange));
  values->setLabelFormat(QStringLiteral("%d"));
  values->applyNiceNumbers();
  values->setGridLineColor(colours.line);
  chart()->addAxis(names, lying ? Qt::AlignLeft : Qt::AlignBottom);
  chart()->addAxis(values, lying ? Qt::AlignBottom : Qt::AlignLeft);
  for (QAbstractAxis* axis : {static_cast<QAbstractAxis*>(names), static_cast<QAbstractAxis*>(values)}) {
    axis->setLabelsColor(colours.text);
    axis->setLinePenColor(colours.border);
    chart()->series().first()->attachAxis(axis);
  }
  names->setGridLineVisible(false);
}

} // namespace madoguchi::ui
