// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/basics/passfocus.h"

#include <QFocusEvent>
#include <QPointer>
#include <QWidget>

namespace madoguchi::ui {

namespace {

class FocusPasser : public QObject {
public:
  FocusPasser(QWidget* whole, QWidget* part) : QObject(whole), m_part(part) {}

  bool eventFilter(QObject* watched, QEvent* event) override {
    if (event->type() == QEvent::FocusIn && !m_part.isNull())
      m_part->setFocus(static_cast<QFocusEvent*>(event)->reason());
    return QObject::eventFilter(watched, event);
  }

private:
  QPointer<QWidget> m_part;
};

} // namespace

void passFocusOn(QWidget* whole, QWidget* part) {
  whole->installEventFilter(new FocusPasser(whole, part));
}

} // namespace madoguchi::ui
