// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/ui/window/controlaudit.h"

#include <QAccessible>
#include <QtTest>
#include <QtWidgets>

#include <set>

namespace madoguchi::tests {

namespace {

constexpr int kRowsToRead = 12;

QString title(const QWidget* widget) {
  QString text = QString::fromLatin1(widget->metaObject()->className()) + u'#' + widget->objectName();
  const QWidget* parent = widget->parentWidget();
  for (int depth = 0; parent != nullptr && depth < 2; ++depth, parent = parent->parentWidget())
    text += QStringLiteral(" in ") + QString::fromLatin1(parent->metaObject()->className()) + u'#' +
            parent->objectName();
  return text;
}

// The editor in a combo box, the button in a spin box: the whole is the control.
bool isPartOfAnother(const QWidget* widget) {
  const QWidget* parent = widget->parentWidget();
  return widget->objectName().startsWith(QLatin1String("qt_")) ||
         qobject_cast<const QComboBox*>(parent) != nullptr ||
         qobject_cast<const QAbstractSpinBox*>(parent) != nullptr ||
         qobject_cast<const QLineEdit*>(parent) != nullptr ||
         qobject_cast<const QTabBar*>(parent) != nullptr ||
         qobject_cast<const QHeaderView*>(widget) != nullptr ||
         qobject_cast<const QScrollBar*>(widget) != nullptr || widget->inherits("QTableCornerButton");
}

template <class... Classes>
bool isOneOf(const QWidget* widget) {
  return ((qobject_cast<const Classes*>(widget) != nullptr) || ...);
}

bool isControl(const QWidget* widget) {
  if (isPartOfAnother(widget)) return false;
  return isOneOf<QAbstractButton, QLineEdit, QComboBox, QAbstractSpinBox, QPlainTextEdit, QTextEdit,
                 QAbstractItemView, QTabBar, QAbstractSlider>(widget) ||
         ((widget->focusPolicy() & Qt::TabFocus) != 0 && widget->focusProxy() == nullptr);
}

std::vector<QWidget*> controlsOf(const QWidget& page) {
  std::vector<QWidget*> found;
  for (QWidget* widget : page.findChildren<QWidget*>())
    if (widget->window() == page.window() && widget->isVisibleTo(&page) && isControl(widget))
      found.push_back(widget);
  return found;
}

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

// Of the buttons of a group, Tab comes to one; the arrow keys to the others.
bool isReachedByArrows(const QWidget* widget) {
  const auto* button = qobject_cast<const QAbstractButton*>(widget);
  if (button == nullptr) return false;
  const bool isExclusive =
      button->autoExclusive() || (button->group() != nullptr && button->group()->exclusive());
  return button->isCheckable() && isExclusive;
}

// What Tab comes to, once round. From a place that only code gives the keyboard to, Tab may lead into the
// round.
std::vector<QWidget*> tabRound(QWidget& page, QStringList& faults) {
  QApplication::setActiveWindow(page.window());
  if (QApplication::focusWidget() == nullptr) QTest::keyClick(&page, Qt::Key_Tab);
  std::vector<QWidget*> stops;
  QWidget* at = QApplication::focusWidget();
  while (at != nullptr && std::find(stops.begin(), stops.end(), at) == stops.end()) {
    stops.push_back(at);
    QTest::keyClick(at, Qt::Key_Tab);
    if (QApplication::focusWidget() == at) faults << title(at) + QStringLiteral(": Tab stays in it");
    at = QApplication::focusWidget();
  }
  if (at == nullptr) faults << QStringLiteral("Tab leads nowhere");
  stops.erase(stops.begin(), std::find(stops.begin(), stops.end(), at));
  return stops;
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

QStringList faultsOfTab(QWidget& page, Audited& audited) {
  QStringList faults;
  const std::vector<QWidget*> round = tabRound(page, faults);
  audited.stops += static_cast<int>(round.size());
  for (const QWidget* widget : controlsOf(page)) {
    if (!widget->isEnabled() || isReachedByArrows(widget)) continue;
    const bool isThere = std::any_of(round.begin(), round.end(), [&](const QWidget* at) {
      return at == widget || at->focusProxy() == widget || widget->focusProxy() == at ||
             (widget->isAncestorOf(at) && isPartOfAnother(at));
    });
    if (!isThere) faults << title(widget) + QStringLiteral(": Tab does not come to it");
  }
  return faults;
}

} // namespace madoguchi::tests
