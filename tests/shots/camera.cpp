// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/shots/camera.h"

#include "ui/documents/pageview.h"

#include <QApplication>
#include <QDialog>
#include <QElapsedTimer>

#include <algorithm>

namespace madoguchi::tests {

namespace {

constexpr qint64 kPatience = 30'000; // milliseconds

bool isOnItsWay(const QWidget* widget) {
  const auto* view = qobject_cast<const ui::PageView*>(widget);
  return view != nullptr && view->isVisible() && !view->isComplete();
}

// Their pictures may come from another process.
void awaitPages() {
  const auto areOnTheirWay = [] {
    const QWidgetList all = QApplication::allWidgets();
    return std::any_of(all.begin(), all.end(), isOnItsWay);
  };
  QElapsedTimer passed;
  passed.start();
  while (areOnTheirWay()) {
    if (passed.elapsed() > kPatience) qFatal("the pages do not come");
    QApplication::processEvents(QEventLoop::AllEvents, 20);
  }
}

} // namespace

void Camera::settle() const {
  if (m_walk.rests) m_walk.rests(true);
  QElapsedTimer passed;
  passed.start();
  for (int round = 0; round < 10 || passed.elapsed() < m_walk.rest.count(); ++round)
    QApplication::processEvents(QEventLoop::AllEvents, 20);
  awaitPages();
  // What came last is laid out too, also where the machine was busy with something else meanwhile.
  for (int depth = 0; depth < 5; ++depth)
    QApplication::sendPostedEvents();
  // What goes later goes only now, where no loop of events runs.
  QApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
  if (m_walk.rests) m_walk.rests(false);
}

void Camera::take(QWidget& widget, const QString& page) const {
  settle();
  m_see(widget, page);
}

void Camera::takeDialog(QWidget& window, const QString& page) const {
  settle();
  int taken = 0;
  for (QDialog* dialog : window.findChildren<QDialog*>())
    if (dialog->isVisible()) {
      ++taken;
      take(*dialog, page);
      dialog->reject();
    }
  if (taken == 0) qFatal("no dialog opened for %s", qPrintable(page));
  settle();
}

} // namespace madoguchi::tests
