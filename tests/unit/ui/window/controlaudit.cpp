// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/ui/window/controlaudit.h"

#include "tests/unit/ui/window/controls.h"

#include <QAccessible>
#include <QtTest>
#include <QtWidgets>

#include <set>

namespace madoguchi::tests {

namespace {

constexpr int kRowsToRead = 12;

std::set<QAccessible::Role> rolesFor(const QWidget* widget) {
  if (isOneOf<QRadioButton>(widget)) return {QAccessible::RadioButton};
  if (isOneOf<QCheckBox>(widget)) return {QAccessible::CheckBox};
  if (isOneOf<QAbstractButton>(widget))
    return {QAccessible::PushButton, QAccessible::CheckBox, QAccessible::RadioButton, QAccessible::ButtonMenu,
            QAccessible::ButtonDropDown};
  if (isOneOf<QComboBox>(widget)) return {QAccessible::ComboBox};
  if (isOneOf<QAbstractSpinBox>(widget)) return {QAccessible::SpinBox};
  if (isOneOf<QLineEdit, QPlainTextEdit, QTextEdit>(widget))
    return {QAccessible::EditableText, QAccessible::StaticText, QAccessible::Document};
  if (isOneOf<QTabBar>(widget)) return {QAccessible::PageTabList};
  if (isOneOf<QAbstractItemView>(widget)) return {QAccessible::Table, QAccessible::List, QAccessible::Tree};
  if (isOneOf<QAbstractSlider>(widget)) return {QAccessible::Slider};
  return {};
}

QString wrongState(const QWidget* widget, const QAccessible::State& state) {
  if (bool(state.disabled) == widget->isEnabled())
    return QStringLiteral("its state does not say whether it is enabled");
  if (widget->isEnabled() && widget->focusPolicy() != Qt::NoFocus && !state.focusable)
    return QStringLiteral("it takes the keyboard and does not say so");
  const auto* button = qobject_cast<const QAbstractButton*>(widget);
  if (button != nullptr && button->isCheckable() && bool(state.checked) != button->isChecked())
    return QStringLiteral("its state does not say whether it is checked");
  const auto* line = qobject_cast<const QLineEdit*>(widget);
  if (line != nullptr && bool(state.readOnly) != line->isReadOnly())
    return QStringLiteral("its state does not say whether it is read only");
  return {};
}

// Nobody listens during a test, and so what was told once does not follow its model: it is asked anew.
QAccessibleTableInterface* tableOf(QWidget* widget) {
  if (!isOneOf<QAbstractItemView>(widget)) return nullptr;
  QAccessible::deleteAccessibleInterface(
      QAccessible::uniqueId(QAccessible::queryAccessibleInterface(widget)));
  return QAccessible::queryAccessibleInterface(widget)->tableInterface();
}

} // namespace

QStringList faultsOfControls(const QWidget& page, Audited& audited) {
  QStringList faults;
  for (QWidget* widget : controlsOf(page)) {
    ++audited.controls;
    QAccessibleInterface* told = QAccessible::queryAccessibleInterface(widget);
    if (told == nullptr) {
      faults << title(widget) + QStringLiteral(": nothing for a screen reader");
      continue;
    }
    if (told->text(QAccessible::Name).trimmed().isEmpty())
      faults << title(widget) + QStringLiteral(": no name");
    // "Status: all": what is chosen tells nothing without what it is a choice of.
    if (isOneOf<QComboBox>(widget) && !told->text(QAccessible::Name).contains(u':'))
      faults << title(widget) + QStringLiteral(": only its value");
    const std::set<QAccessible::Role> roles = rolesFor(widget);
    const bool fits = roles.empty() ? told->role() != QAccessible::NoRole : roles.count(told->role()) > 0;
    if (!fits) faults << title(widget) + QStringLiteral(": role 0x%1").arg(int(told->role()), 0, 16);
    const QString state = wrongState(widget, told->state());
    if (!state.isEmpty()) faults << title(widget) + QStringLiteral(": ") + state;
    const auto* tabs = qobject_cast<const QTabBar*>(widget);
    for (int tab = 0; tabs != nullptr && tab < tabs->count(); ++tab)
      if (tabs->accessibleTabName(tab).isEmpty() && tabs->tabText(tab).isEmpty())
        faults << title(widget) + QStringLiteral(": tab %1 has no name").arg(tab);
  }
  return faults;
}

QStringList faultsOfCells(const QWidget& page, Audited& audited) {
  QStringList faults;
  for (QWidget* widget : controlsOf(page)) {
    QAccessibleTableInterface* table = tableOf(widget);
    if (table == nullptr) continue;
    for (int row = 0; row < qMin(table->rowCount(), kRowsToRead); ++row) {
      QString line;
      for (int column = 0; column < table->columnCount(); ++column) {
        QAccessibleInterface* cell = table->cellAt(row, column);
        if (cell == nullptr) continue;
        ++audited.cells;
        line += cell->text(QAccessible::Name);
      }
      if (line.trimmed().isEmpty())
        faults << title(widget) + QStringLiteral(": row %1 says nothing").arg(row);
    }
    const auto* tree = qobject_cast<const QTreeView*>(widget);
    const bool hasHeader = isOneOf<QTableView>(widget) || (tree != nullptr && !tree->isHeaderHidden());
    for (int column = 0; hasHeader && column < table->columnCount(); ++column)
      if (table->columnDescription(column).trimmed().isEmpty())
        faults << title(widget) + QStringLiteral(": column %1 has no name").arg(column);
  }
  return faults;
}

} // namespace madoguchi::tests
