// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/work/numberspage.h"

#include "ui/basics/passfocus.h"
#include "ui/basics/widgets.h"
#include "ui/work/barchart.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QTableView>

namespace madoguchi::ui {

namespace {

constexpr int kPicture = 3, kTable = 2; ///< of the height

} // namespace

NumbersPage::NumbersPage(const Context& context, const QString& title, QWidget* parent)
    : QWidget(parent), m_context(context), m_title(title), m_state(mutedLabel({}, this)) {
  auto* heading = titleLabel(title, this);
  scaleFont(heading, type::kTitle);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(space::kLarge, space::kLarge, space::kLarge, space::kMedium);
  layout->addWidget(heading);
  layout->addWidget(m_state);
}

void NumbersPage::state(const QString& text) {
  m_state->setText(text);
  m_state->setVisible(!text.isEmpty());
}

QHBoxLayout* NumbersPage::layOut(std::initializer_list<QAbstractButton*> choices,
                                 std::initializer_list<std::pair<BarChart*, int>> charts, QTableView* table) {
  auto* line = new QHBoxLayout;
  for (QAbstractButton* choice : choices)
    line->addWidget(choice);
  line->addStretch(1);
  auto* pictures = new QHBoxLayout;
  for (const auto& [chart, width] : charts)
    pictures->addWidget(chart, width);
  auto* box = static_cast<QVBoxLayout*>(layout());
  box->addLayout(line);
  box->addLayout(pictures, kPicture);
  box->addWidget(table, kTable);
  passFocusOn(this, table);
  m_numbers = table;
  return line;
}

const QAbstractItemModel& NumbersPage::listModel() const {
  return *m_numbers->model();
}

ShownList NumbersPage::shownList() const {
  ShownList list = wholeList(m_title, *m_numbers->horizontalHeader());
  // Of which weeks, or of how many cases, stands above the numbers.
  if (!m_state->text().isEmpty()) list.title = QStringLiteral("%1　%2").arg(m_title, m_state->text());
  return list;
}

void NumbersPage::showEvent(QShowEvent* event) {
  load();
  refresh();
  QWidget::showEvent(event);
}

void NumbersPage::hideEvent(QHideEvent* event) {
  rest();
  QWidget::hideEvent(event);
}

} // namespace madoguchi::ui
