// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/shots/shots.h"

namespace madoguchi::tests {

/// Waits until there is something to see, and shows it.
class Camera {
public:
  Camera(const Walk& walk, const SeePage& see) : m_walk(walk), m_see(see) {}

  /// Lets answers arrive, rows be asked for and pages be drawn.
  void settle() const;
  void take(QWidget& widget, const QString& page) const;
  /// Every dialog below the window that is open, and closes it.
  void takeDialog(QWidget& window, const QString& page) const;

private:
  const Walk& m_walk;
  const SeePage& m_see;
};

} // namespace madoguchi::tests
