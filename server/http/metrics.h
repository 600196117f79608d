// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sync/outbox.h"

#include <array>
#include <atomic>
#include <chrono>
#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <vector>

namespace madoguchi::server {

/// Counts what the server does, for Prometheus' text format 0.0.4. No ids, no personal data. Thread-safe.
class Metrics {
public:
  void request(const std::string& route, int status, std::chrono::microseconds took);
  void answers(const std::vector<core::CommandAnswer>& answers);
  void connectionOpened() { ++m_connections; }
  void connectionClosed() { --m_connections; }
  void connectionRefused() { ++m_refused; }

  /// `feedSeq`: the sum of all scopes' last seq.
  [[nodiscard]] std::string text(std::int64_t feedSeq) const;

private:
  static constexpr std::array kBuckets = {0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1,
                                          0.25,  0.5,    1.0,   2.5,  5.0,   10.0, 30.0};
  struct Latency {
    std::array<std::uint64_t, kBuckets.size()> buckets{};
    double sum = 0;
    std::uint64_t count = 0;
  };

  mutable std::mutex m_mutex;
  std::map<std::pair<std::string, int>, std::uint64_t> m_requests;
  std::map<std::string, Latency> m_latencies;
  std::map<std::string, std::uint64_t> m_answers;
  std::atomic<std::int64_t> m_connections{0};
  std::atomic<std::uint64_t> m_refused{0};
};

} // namespace madoguchi::server
