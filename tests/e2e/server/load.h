// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/e2e/server/rawclerk.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace madoguchi::tests {

/// Clerks who work without pause through whatever happens to the servers: each command is sent until it has
/// its answer, and all of them meet at the same cases.
class Load {
public:
  /// Signs them in at a port; the logins are those of `loginOf`, the password kPassword. Ends the test where
  /// somebody is not let in.
  Load(std::uint16_t port, int clerks);
  ~Load();
  Load(const Load&) = delete;
  Load& operator=(const Load&) = delete;

  [[nodiscard]] static std::string loginOf(int clerk) { return "clerk" + std::to_string(clerk); }

  void begin();
  /// Commands that have their answer, while it runs.
  [[nodiscard]] std::size_t answered() const;
  /// Stops when nothing is unanswered any more, and compares what was acknowledged with what the server now
  /// holds: what is wrong, or nothing.
  [[nodiscard]] std::string end();

private:
  class Worker;

  std::uint16_t m_port;
  RawClerk m_first;
  std::vector<core::CaseId> m_cases;
  std::vector<std::unique_ptr<Worker>> m_workers;
};

} // namespace madoguchi::tests
