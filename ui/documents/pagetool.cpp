// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/documents/pagetool.h"

#include "ui/basics/icons.h"
#include "ui/basics/widgets.h"

#include <QAction>

namespace madoguchi::ui {

QToolButton* pageTool(QWidget* viewer, const QString& sign, const QColor& colour, const QString& text,
                      const QKeySequence& key, const std::function<void()>& run) {
  auto* button = plainButton(icon(sign, colour), text, viewer);
  auto* action = new QAction(button->icon(), text, viewer);
  action->setShortcut(key);
  action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
  action->setToolTip(
      key.isEmpty() ? text : QStringLiteral("%1 (%2)").arg(text, key.toString(QKeySequence::NativeText)));
  viewer->addAction(action);
  button->setDefaultAction(action);
  button->setAccessibleName(text);
  QObject::connect(action, &QAction::triggered, viewer, run);
  return button;
}

} // namespace madoguchi::ui
