// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QScrollBar>
#include <QTableView>

#include <functional>
#include <vector>

namespace madoguchi::bench {

inline constexpr int kJumps = 1'000;

struct Jumps {
  std::vector<double> frames; ///< milliseconds of the UI thread: setting the scroll bar and painting
  std::vector<double> fills;  ///< milliseconds until every visible row is there
};

/// Sets the scroll bar to random places and paints each; `isFilled` says when the visible rows have come,
/// while `turn` lets the event loop run.
inline Jumps jumpAbout(QTableView& table, const std::function<bool()>& isFilled,
                       const std::function<void()>& turn) {
  Jumps jumps;
  QRandomGenerator random(7);
  for (int i = 0; i < kJumps; ++i) {
    QElapsedTimer clock;
    clock.start();
    const auto now = [&clock] { return static_cast<double>(clock.nsecsElapsed()) / 1e6; };
    table.verticalScrollBar()->setValue(random.bounded(table.verticalScrollBar()->maximum() + 1));
    table.viewport()->repaint();
    jumps.frames.push_back(now());
    while (!isFilled())
      turn();
    jumps.fills.push_back(now());
    turn();
  }
  return jumps;
}

} // namespace madoguchi::bench
