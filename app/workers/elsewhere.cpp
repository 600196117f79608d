// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workers/elsewhere.h"

#include <QCoreApplication>
#include <QEventLoop>

#include <thread>

namespace madoguchi::app {

void elsewhere(const std::function<void()>& work) {
  bool done = false; // of this thread, like the loop: nothing is touched there once it has been told
  QEventLoop loop;
  std::thread([&work, &loop, &done] {
    work();
    QMetaObject::invokeMethod(
        &loop,
        [&loop, &done] {
          done = true;
          loop.quit();
        },
        Qt::QueuedConnection);
  }).detach(); // to join it would be a wait
  while (!done) {
    if (loop.exec(QEventLoop::ExcludeUserInputEvents) == 0) continue;
    // A program that is asked to end ends all loops, but not the work.
    QCoreApplication::sendPostedEvents(&loop);
    std::this_thread::yield();
  }
}

} // namespace madoguchi::app
