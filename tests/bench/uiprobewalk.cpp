// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/uiprobewalk.h"

#include "tests/shots/shots.h"
#include "ui/window/mainwindow.h"

#include <utility>

namespace madoguchi::bench {

namespace {

constexpr std::chrono::milliseconds kRest{60};

/// A window that is made is the start of the program, which has a bench of its own.
const QWidget* window() {
  const QWidget* found = nullptr;
  for (const QWidget* widget : QApplication::topLevelWidgets())
    if (qobject_cast<const ui::MainWindow*>(widget) != nullptr && widget->isVisible()) found = widget;
  return found;
}

} // namespace

void weighWalk(ProbedApplication& probe) {
  const QWidget* before = nullptr;
  bool acts = false;
  tests::Walk walk{QStringLiteral("ja"), ui::Look::Light, tests::kUsualWindow, kRest};
  walk.rests = [&](bool rests) {
    if (!rests) {
      before = window();
      probe.begin();
      acts = true;
      return;
    }
    if (!std::exchange(acts, false)) return;
    if (before == nullptr || before != window())
      probe.drop();
    else
      probe.end("the action");
  };
  tests::walkDesk(walk,
                  [&probe](QWidget&, const QString& page) { probe.enter(QStringLiteral("after ") + page); });
  if (acts) probe.drop();
}

} // namespace madoguchi::bench
