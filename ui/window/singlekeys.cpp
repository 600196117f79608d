// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/singlekeys.h"

#include "ui/basics/widgets.h"

#include <QApplication>
#include <QKeyEvent>

namespace madoguchi::ui {

SingleKeys::SingleKeys(QObject* parent) : QObject(parent) {
  QCoreApplication::instance()->installEventFilter(this);
}

bool SingleKeys::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::ShortcutOverride) {
    const auto* key = static_cast<QKeyEvent*>(event);
    const bool plain = (key->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier)) == 0;
    const bool character = key->key() < Qt::Key_Escape || key->key() == Qt::Key_unknown;
    const auto* widget = qobject_cast<QWidget*>(watched);
    // In a dialog or a menu the window's keys mean nothing.
    const bool elsewhere =
        QApplication::activePopupWidget() != nullptr || QApplication::activeModalWidget() != nullptr;
    if (plain && character && widget != nullptr && (elsewhere || takesText(widget))) {
      event->accept();
      return true;
    }
  }
  return QObject::eventFilter(watched, event);
}

} // namespace madoguchi::ui
