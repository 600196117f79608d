// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/basics/readingorder.h"

#include <QAbstractButton>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QButtonGroup>
#include <QComboBox>
#include <QFormLayout>
#include <QGridLayout>
#include <QLineEdit>

#include <algorithm>
#include <set>
#include <utility>

namespace madoguchi::ui {

namespace {

/// Lines of widgets: the topmost one opens a line, and what begins above its middle stands in it.
void sortByPlace(std::vector<QWidget*>& widgets) {
  std::stable_sort(widgets.begin(), widgets.end(),
                   [](const QWidget* one, const QWidget* other) { return one->y() < other->y(); });
  for (auto line = widgets.begin(); line != widgets.end();) {
    const int middle = (*line)->geometry().center().y();
    const auto end = std::max(line + 1, std::find_if(line, widgets.end(), [middle](const QWidget* widget) {
                                return widget->y() > middle;
                              }));
    std::stable_sort(line, end,
                     [](const QWidget* one, const QWidget* other) { return one->x() < other->x(); });
    line = end;
  }
}

/// Row and column of an item; others than grids have their items in order.
std::pair<int, int> cellOf(const QLayout& layout, int index) {
  int row = index, column = 0, rows = 0, columns = 0;
  if (const auto* grid = qobject_cast<const QGridLayout*>(&layout))
    grid->getItemPosition(index, &row, &column, &rows, &columns);
  if (const auto* form = qobject_cast<const QFormLayout*>(&layout)) {
    QFormLayout::ItemRole role = QFormLayout::LabelRole;
    form->getItemPosition(index, &row, &role);
    column = static_cast<int>(role);
  }
  return {row, column};
}

/// Of buttons of which one is chosen, Tab comes to that one; the arrow keys lead to the others.
bool isPassedOver(const QWidget* widget) {
  const auto* button = qobject_cast<const QAbstractButton*>(widget);
  if (button == nullptr || !button->isCheckable() || button->isChecked()) return false;
  if (const QButtonGroup* group = button->group())
    return group->exclusive() && group->checkedButton() != nullptr;
  const QObjectList around = button->autoExclusive() ? button->parent()->children() : QObjectList();
  return std::any_of(around.begin(), around.end(), [](const QObject* child) {
    const auto* other = qobject_cast<const QAbstractButton*>(child);
    return other != nullptr && other->autoExclusive() && other->group() == nullptr && other->isChecked();
  });
}

/// Walks the parts of a window.
class Reader {
public:
  explicit Reader(const QWidget* keyboard) : m_keyboard(keyboard) {}

  void read(const QWidget& whole) {
    if (whole.layout() != nullptr) readLayout(*whole.layout());
    std::vector<QWidget*> others;
    for (QObject* child : whole.children())
      if (auto* widget = qobject_cast<QWidget*>(child); widget != nullptr && !widget->isWindow())
        others.push_back(widget);
    sortByPlace(others);
    for (QWidget* widget : others)
      visit(widget);
  }

  [[nodiscard]] std::vector<QWidget*> take() { return std::move(m_stops); }

private:
  void readLayout(const QLayout& layout) {
    std::vector<std::pair<std::pair<int, int>, QLayoutItem*>> items;
    items.reserve(static_cast<std::size_t>(layout.count()));
    for (int i = 0; i < layout.count(); ++i)
      items.emplace_back(cellOf(layout, i), layout.itemAt(i));
    std::stable_sort(items.begin(), items.end(),
                     [](const auto& one, const auto& other) { return one.first < other.first; });
    for (const auto& [cell, item] : items) {
      if (item->layout() != nullptr) readLayout(*item->layout());
      if (item->widget() != nullptr) visit(item->widget());
    }
  }

  void visit(QWidget* widget) {
    if (widget->isHidden() || !widget->isEnabled() || !m_seen.insert(widget).second) return;
    const bool takesTab = (widget->focusPolicy() & Qt::TabFocus) != 0 && widget->focusProxy() == nullptr;
    if ((takesTab && !isPassedOver(widget)) || widget == m_keyboard) m_stops.push_back(widget);
    // What these are made of is theirs.
    const bool isWhole = qobject_cast<QComboBox*>(widget) != nullptr ||
                         qobject_cast<QAbstractSpinBox*>(widget) != nullptr ||
                         qobject_cast<QLineEdit*>(widget) != nullptr;
    if (!isWhole) read(*widget);
  }

  const QWidget* m_keyboard;
  std::vector<QWidget*> m_stops;
  std::set<const QWidget*> m_seen;
};

} // namespace

std::vector<QWidget*> readingOrder(const QWidget& window) {
  Reader reader(window.focusWidget());
  reader.read(window);
  return reader.take();
}

bool passTab(const QWidget& window, bool next) {
  const std::vector<QWidget*> stops = readingOrder(window);
  if (stops.empty()) return false;
  const auto here = std::find(stops.begin(), stops.end(), window.focusWidget());
  QWidget* to = next ? stops.front() : stops.back();
  if (here != stops.end() && next && here + 1 != stops.end()) to = *(here + 1);
  if (here != stops.end() && !next && here != stops.begin()) to = *(here - 1);
  if (to == window.focusWidget()) return false;
  to->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
  return true;
}

} // namespace madoguchi::ui
