// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/basics/afterpaint.h"

#include <QEvent>
#include <QWidget>

namespace madoguchi::ui {

namespace {

class PaintWatch : public QObject {
public:
  PaintWatch(QWidget& widget, std::function<bool()> ready, std::function<void()> work)
      : QObject(&widget), m_ready(std::move(ready)), m_work(std::move(work)) {
    widget.installEventFilter(this);
  }

  bool eventFilter(QObject* watched, QEvent* event) override {
    if (event->type() == QEvent::Paint && m_ready()) {
      watched->removeEventFilter(this);
      // When the paint that begins here is over, with all of the window.
      QMetaObject::invokeMethod(
          this,
          [this] {
            m_work();
            deleteLater();
          },
          Qt::QueuedConnection);
    }
    return false;
  }

private:
  std::function<bool()> m_ready;
  std::function<void()> m_work;
};

} // namespace

void afterPaint(QWidget& widget, std::function<bool()> ready, std::function<void()> work) {
  new PaintWatch(widget, std::move(ready), std::move(work)); // the widget's child
}

} // namespace madoguchi::ui
