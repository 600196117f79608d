// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/sim/simnetwork.h"

#include <memory>
#include <string>
#include <vector>

namespace madoguchi::tests {

/// One server, some desks and a line between them, in virtual time.
class SimWorld {
public:
  /// `folder`: a real one, for what the desks keep beside their caches.
  SimWorld(std::uint64_t seed, const std::string& folder, const std::vector<std::string>& users,
           SimClient::Begin begin = SimClient::Begin::Installed);
  ~SimWorld();

  Timeline timeline;
  Claims claims;
  SimServer server;
  SimNetwork network;
  std::vector<std::unique_ptr<SimClient>> clients;

  /// Lets things happen until then.
  void runFor(std::chrono::milliseconds span);
  /// Until all desks are quiet and agree with the server; false where that does not come.
  [[nodiscard]] bool runToRest();
  /// Starts what can be started and is not up.
  void startAll();
  /// What the desks have forgotten by then is lost, and nothing else may be.
  void restoreBackup();
  void putBackSnapshot();
  [[nodiscard]] bool wasPutBack() const { return m_putBack; }

  /// What is wrong in the end; empty is well.
  [[nodiscard]] std::string verdict();
  /// Of everything that happened, and how it stands.
  [[nodiscard]] std::uint64_t trace();

  int conflictsShown = 0; ///< counted by verdict

private:
  void attend();
  [[nodiscard]] bool agrees(SimClient& client);
  [[nodiscard]] std::string checkClient(SimClient& client);
  [[nodiscard]] std::string checkRows(SimClient& client);
  [[nodiscard]] std::string checkOutbox(SimClient& client);
  [[nodiscard]] std::string checkClaims();
  [[nodiscard]] std::string checkKept(SimClient& client);

  void putBack(const std::function<void()>& how);
  /// What the server shows this user now.
  [[nodiscard]] std::set<core::CaseId> casesOf(SimClient& client);

  bool m_putBack = false;
  std::set<core::CommandId> m_forgotten; ///< by the desks and, since it was put back, by the server
  std::set<std::string> m_looksBefore;   ///< journal rows of before that
};

} // namespace madoguchi::tests
