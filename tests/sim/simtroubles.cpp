// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sim/simtroubles.h"

#include "tests/faults/memorydisk.h"

namespace madoguchi::tests {

using core::UserId;

SimTroubles::SimTroubles(SimWorld& world) : m_world(world), m_timeline(world.timeline) {
  const std::vector<std::function<void()>> all{[this] { crashClient(); },     [this] { crashServer(); },
                                               [this] { restoreServer(); },   [this] { breakDisk(); },
                                               [this] { breakServerDisk(); }, [this] { changeRights(); },
                                               [this] { changeWeather(); },   [this] { putBackServer(); }};
  const std::uint64_t chosen = m_timeline.below(1U << all.size());
  for (std::size_t i = 0; i < all.size(); ++i)
    if ((chosen >> i & 1U) != 0) m_kinds.push_back(all[i]);
  for (auto& client : m_world.clients)
    m_rights[UserId(client->user())] = m_world.server.actor(UserId(client->user())).grants;
}

void SimTroubles::run() {
  m_world.startAll();
  for (auto& client : m_world.clients)
    again(500, 20'000, [this, &one = *client] { work(one); });
  if (!m_kinds.empty()) again(1'000, 15'000, [this] { strike(); });
  m_world.runFor(m_timeline.between(30'000, 120'000));
  m_over = true;
  mendAll();
}

void SimTroubles::again(std::uint64_t least, std::uint64_t most, std::function<void()> what) {
  m_timeline.after(m_timeline.between(least, most), [this, least, most, what = std::move(what)] {
    if (m_over) return;
    what();
    again(least, most, what);
  });
}

void SimTroubles::work(SimClient& client) {
  if (!client.isUp()) {
    if (m_world.server.isUp()) (void)client.start(m_world.server.actor(UserId(client.user())));
    return;
  }
  for (std::uint64_t i = m_timeline.below(3) + 1; i > 0; --i)
    client.act();
  if (client.status().heldRemoval && m_timeline.chance(50)) client.take(sync::RemovalAllowed{});
  if (!client.status().signedIn && m_world.server.isUp())
    client.signIn(m_world.server.actor(UserId(client.user())));
}

SimClient& SimTroubles::anybody() {
  return *m_world.clients[m_timeline.below(m_world.clients.size())];
}

void SimTroubles::strike() {
  m_kinds[m_timeline.below(m_kinds.size())]();
}

void SimTroubles::crashClient() {
  SimClient& client = anybody();
  if (!client.isUp()) return;
  if (m_timeline.chance(80))
    client.crash(m_timeline.chance(50));
  else
    client.stop();
}

void SimTroubles::crashServer() {
  SimServer& server = m_world.server;
  if (!server.isUp()) return;
  m_timeline.note("server dies");
  server.crash(m_timeline.chance(50));
  m_world.network.cutHeld();
  m_timeline.after(m_timeline.between(100, 20'000), [this] {
    if (!m_world.server.isUp()) (void)m_world.server.start();
  });
}

void SimTroubles::restoreServer() {
  SimServer& server = m_world.server;
  if (!server.isUp()) return;
  if (!server.hasBackup()) return server.backup();
  if (!m_timeline.chance(40)) return;
  m_timeline.note("restore");
  m_world.restoreBackup();
}

void SimTroubles::putBackServer() {
  SimServer& server = m_world.server;
  if (!server.isUp()) return;
  disk::mend(SimServer::folder());
  if (!server.hasSnapshot() || m_timeline.chance(30)) return server.takeSnapshot();
  if (!m_timeline.chance(60)) return;
  m_timeline.note("put back");
  m_world.putBackSnapshot();
}

void SimTroubles::breakDisk() {
  SimClient& client = anybody();
  const auto kind = m_timeline.chance(50) ? disk::Kind::InputOutput : disk::Kind::Full;
  disk::arm(client.folder(),
            {static_cast<std::int64_t>(m_timeline.below(120)) + 1, kind, m_timeline.chance(50)});
  m_timeline.after(m_timeline.between(1'000, 30'000), [&client] { disk::mend(client.folder()); });
}

void SimTroubles::breakServerDisk() {
  const auto kind = m_timeline.chance(50) ? disk::Kind::InputOutput : disk::Kind::Full;
  disk::arm(SimServer::folder(), {static_cast<std::int64_t>(m_timeline.below(60)) + 1, kind, false});
  m_timeline.after(m_timeline.between(1'000, 20'000), [] { disk::mend(SimServer::folder()); });
}

void SimTroubles::changeRights() {
  if (!m_world.server.isUp()) return;
  disk::mend(SimServer::folder());
  const UserId user(anybody().user());
  m_timeline.note("rights " + user.value);
  switch (m_timeline.below(3)) {
  case 0:
    return m_world.server.setGrants(user, {});
  case 1:
    return m_world.server.setGrants(user, m_rights.at(user));
  default:
    return m_world.server.setDisabled(user, m_timeline.chance(50));
  }
}

void SimTroubles::changeWeather() {
  auto& weather = m_world.network.weather;
  weather.lostRequests = m_timeline.below(30);
  weather.lostReplies = m_timeline.below(30);
  weather.doubled = m_timeline.below(40);
  weather.slowest = m_timeline.chance(50) ? 20 : 5'000;
  weather.isDown = m_timeline.chance(20);
}

void SimTroubles::mendAll() {
  disk::mend(SimServer::folder());
  for (auto& client : m_world.clients)
    disk::mend(client->folder());
  m_world.network.weather = {};
  m_world.startAll();
  for (const auto& [user, grants] : m_rights) {
    m_world.server.setDisabled(user, false);
    m_world.server.setGrants(user, grants);
  }
  m_world.network.ring();
}

} // namespace madoguchi::tests
