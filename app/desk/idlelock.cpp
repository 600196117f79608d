// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/idlelock.h"

#include <QApplication>
#include <QEvent>
#include <QWidget>

namespace madoguchi::app {

IdleLock::IdleLock(std::chrono::milliseconds after, QObject* parent) : QObject(parent) {
  m_timer.setSingleShot(true);
  m_timer.setInterval(after);
  connect(&m_timer, &QTimer::timeout, this, &IdleLock::idle);
  m_timer.start();
  qApp->installEventFilter(this);
}

bool IdleLock::eventFilter(QObject* watched, QEvent* event) {
  switch (event->type()) {
  case QEvent::KeyPress:
  case QEvent::MouseButtonPress:
  case QEvent::MouseMove:
  case QEvent::Wheel:
  case QEvent::TouchBegin:
  case QEvent::InputMethod:
    m_timer.start();
    break;
  default:
    break;
  }
  return QObject::eventFilter(watched, event);
}

void IdleLock::hideAll(const QWidget* stays) {
  while (QWidget* popup = QApplication::activePopupWidget())
    popup->close();
  for (QWidget* widget : QApplication::topLevelWidgets()) {
    if (widget == stays || !widget->isVisible()) continue;
    m_hidden.emplace_back(widget);
    widget->hide();
  }
}

void IdleLock::showAgain() {
  for (const auto& widget : m_hidden)
    if (widget) widget->show();
  m_hidden.clear();
  m_timer.start();
}

} // namespace madoguchi::app
