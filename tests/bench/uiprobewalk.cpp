// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/uiprobewalk.h"

#include "tests/shots/shots.h"
#include "ui/window/mainwindow.h"

#include <QList>
#include <QPointer>

#include <algorithm>
#include <utility>

namespace madoguchi::bench {

namespace {

constexpr std::chrono::milliseconds kRest{60};

using Windows = QList<QPointer<QWidget>>;

Windows windows() {
  Windows found;
  for (QWidget* widget : QApplication::topLevelWidgets())
    if (qobject_cast<const ui::MainWindow*>(widget) != nullptr && widget->isVisible()) found.append(widget);
  return found;
}

/// A window that is made is the start of the program, which has a bench of its own.
bool isStart(const Windows& before) {
  const Windows now = windows();
  return before.isEmpty() || before.size() != now.size() ||
         std::any_of(before.begin(), before.end(), [](const auto& window) { return window.isNull(); });
}

} // namespace

void weighWalk(ProbedApplication& probe) {
  Windows before;
  bool acts = false;
  tests::Walk walk{QStringLiteral("ja"), ui::Look::Light, tests::kUsualWindow, kRest};
  walk.rests = [&](bool rests) {
    if (!rests) {
      before = windows();
      probe.begin();
      acts = true;
      return;
    }
    if (!std::exchange(acts, false)) return;
    if (isStart(before))
      probe.drop();
    else
      probe.end("the action");
  };
  tests::walkDesk(walk,
                  [&probe](QWidget&, const QString& page) { probe.enter(QStringLiteral("after ") + page); });
  if (acts) probe.drop();
}

} // namespace madoguchi::bench
