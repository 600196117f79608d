// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/basics/theme.h"

#include <QtCharts/QChartView>

#include <vector>

namespace madoguchi::ui {

/// Whole numbers as bars in the colours of the theme, each category with one bar of each set, beside each
/// other or on top of each other. What it shows stands in a table beside it too; it is none of the keyboard's
/// stops.
class BarChart : public QChartView {
  Q_OBJECT

public:
  enum class Form { Beside, OnTop, LyingOnTop };
  struct Set {
    QString name;
    QColor colour;
    std::vector<qreal> values; ///< one of each category
  };

  BarChart(const QString& title, Form form, const Theme& theme, QWidget* parent = nullptr);

  /// Lying bars begin at the top. A legend names the sets, also where there is one: charts that stand beside
  /// each other keep one ground line. The names of categories may have lines.
  void show(QStringList categories, std::vector<Set> sets);
  using QChartView::show;

private:
  void clear();
  void addAxes(const QStringList& categories, qreal most);

  Form m_form;
  const Theme& m_theme;
};

} // namespace madoguchi::ui
