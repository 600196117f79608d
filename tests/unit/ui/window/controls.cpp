// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/ui/window/controls.h"

#include <QtWidgets>

namespace madoguchi::tests {

QString title(const QWidget* widget) {
  QString text = QString::fromLatin1(widget->metaObject()->className()) + u'#' + widget->objectName();
  const QWidget* parent = widget->parentWidget();
  for (int depth = 0; parent != nullptr && depth < 2; ++depth, parent = parent->parentWidget())
    text += QStringLiteral(" in ") + QString::fromLatin1(parent->metaObject()->className()) + u'#' +
            parent->objectName();
  return text;
}

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

namespace {

bool isControl(const QWidget* widget) {
  if (isPartOfAnother(widget)) return false;
  return isOneOf<QAbstractButton, QLineEdit, QComboBox, QAbstractSpinBox, QPlainTextEdit, QTextEdit,
                 QAbstractItemView, QTabBar, QAbstractSlider>(widget) ||
         ((widget->focusPolicy() & Qt::TabFocus) != 0 && widget->focusProxy() == nullptr);
}

} // namespace

std::vector<QWidget*> controlsOf(const QWidget& page) {
  std::vector<QWidget*> found;
  for (QWidget* widget : page.findChildren<QWidget*>())
    if (widget->window() == page.window() && widget->isVisibleTo(&page) && isControl(widget))
      found.push_back(widget);
  return found;
}

} // namespace madoguchi::tests
