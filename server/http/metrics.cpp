// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/metrics.h"

#include <boost/describe/enum_to_string.hpp>

#include <sstream>

namespace madoguchi::server {

void Metrics::request(const std::string& route, int status, std::chrono::microseconds took) {
  const double seconds = std::chrono::duration<double>(took).count();
  const std::lock_guard lock(m_mutex);
  ++m_requests[{route, status}];
  Latency& latency = m_latencies[route];
  for (std::size_t i = 0; i < kBuckets.size(); ++i)
    if (seconds <= kBuckets[i]) ++latency.buckets[i];
  latency.sum += seconds;
  ++latency.count;
}

void Metrics::answers(const std::vector<core::CommandAnswer>& answers) {
  const std::lock_guard lock(m_mutex);
  for (const auto& answer : answers)
    ++m_answers[boost::describe::enum_to_string(answer.kind, "?")];
}

std::string Metrics::text(std::int64_t feedSeq) const {
  std::ostringstream out;
  const std::lock_guard lock(m_mutex);
  out << "# HELP madoguchi_requests_total Requests by route and status.\n# TYPE madoguchi_requests_total "
         "counter\n";
  for (const auto& [key, count] : m_requests)
    out << "madoguchi_requests_total{route=\"" << key.first << "\",status=\"" << key.second << "\"} " << count
        << '\n';
  out << "# HELP madoguchi_request_seconds Time to answer a request; held ones wait on purpose.\n"
         "# TYPE madoguchi_request_seconds histogram\n";
  for (const auto& [route, latency] : m_latencies) {
    for (std::size_t i = 0; i < kBuckets.size(); ++i)
      out << "madoguchi_request_seconds_bucket{route=\"" << route << "\",le=\"" << kBuckets[i] << "\"} "
          << latency.buckets[i] << '\n';
    out << "madoguchi_request_seconds_bucket{route=\"" << route << "\",le=\"+Inf\"} " << latency.count << '\n'
        << "madoguchi_request_seconds_sum{route=\"" << route << "\"} " << latency.sum << '\n'
        << "madoguchi_request_seconds_count{route=\"" << route << "\"} " << latency.count << '\n';
  }
  out << "# HELP madoguchi_command_answers_total Commands by answer.\n"
         "# TYPE madoguchi_command_answers_total counter\n";
  for (const auto& [kind, count] : m_answers)
    out << "madoguchi_command_answers_total{answer=\"" << kind << "\"} " << count << '\n';
  out << "# HELP madoguchi_connections Open connections.\n# TYPE madoguchi_connections gauge\n"
      << "madoguchi_connections " << m_connections.load() << '\n'
      << "# HELP madoguchi_connections_refused_total Connections over the limit.\n"
         "# TYPE madoguchi_connections_refused_total counter\n"
      << "madoguchi_connections_refused_total " << m_refused.load() << '\n'
      << "# HELP madoguchi_feed_seq Sum of the last sequence numbers of all scopes.\n"
         "# TYPE madoguchi_feed_seq counter\n"
      << "madoguchi_feed_seq " << feedSeq << '\n';
  return out.str();
}

} // namespace madoguchi::server
