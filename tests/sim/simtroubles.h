// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/sim/simworld.h"

#include <functional>
#include <vector>

namespace madoguchi::tests {

/// What happens to a world: people work, and everything that can go wrong does, by the seed. A seed also
/// chooses which kinds of trouble it has, so that some worlds show one alone.
class SimTroubles {
public:
  explicit SimTroubles(SimWorld& world);

  /// Some minutes of that; then all is mended, and everybody has the rights of before.
  void run();

private:
  void work(SimClient& client);
  void strike();
  void crashClient();
  void crashServer();
  void restoreServer();
  void putBackServer();
  void breakDisk();
  void breakServerDisk();
  void changeRights();
  void changeWeather();
  void again(std::uint64_t least, std::uint64_t most, std::function<void()> what);
  void mendAll();
  [[nodiscard]] SimClient& anybody();

  SimWorld& m_world;
  Timeline& m_timeline;
  bool m_over = false;
  std::vector<std::function<void()>> m_kinds;
  std::map<core::UserId, std::vector<core::Grant>> m_rights;
};

} // namespace madoguchi::tests
