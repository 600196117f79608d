// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <functional>
#include <stdexcept>
#include <string>
#include <vector>

namespace madoguchi::bench {

/// Milliseconds that the work takes; the least of `times` runs, because everything else only disturbs.
[[nodiscard]] inline double millisOf(const std::function<void()>& work, int times = 1) {
  double least = 0;
  for (int i = 0; i < times; ++i) {
    const auto start = std::chrono::steady_clock::now();
    work();
    const double took =
        std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
    if (i == 0 || took < least) least = took;
  }
  return least;
}

inline void report(const std::string& name, double measured, double limit, const char* unit = "ms") {
  std::printf("%s\t%.2f %s\t%.2f %s\t%.2f\n", name.c_str(), measured, unit, limit, unit, measured / limit);
  std::fflush(stdout);
}

/// Processor time of all threads of this process: what a busy machine does not change.
[[nodiscard]] inline double cpuMillis() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  const auto millis = [](const timeval& time) {
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_usec) / 1e3;
  };
  return millis(usage.ru_utime) + millis(usage.ru_stime);
}

/// The value that all but one in a hundred do not exceed.
[[nodiscard]] inline double p99Of(std::vector<double> values) {
  if (values.empty()) return 0;
  std::sort(values.begin(), values.end());
  return values[std::min(values.size() - 1, values.size() * 99 / 100)];
}

template <class T>
T expected(core::Result<T> result) {
  if (!result)
    throw std::runtime_error(std::string(core::toText(result.error().code)) + ": " + result.error().detail);
  if constexpr (!std::is_void_v<T>) return std::move(*result);
}

/// What main returns: a bench that throws ends with its words.
[[nodiscard]] inline int exitCodeOf(const char* name, const std::function<void()>& bench) {
  try {
    bench();
    return 0;
  } catch (const std::exception& failure) {
    std::fprintf(stderr, "%s: %s\n", name, failure.what());
    return 1;
  }
}

/// What main returns where what it would measure is not here: neither good nor bad. `./dev bench` names it at
/// its end.
[[nodiscard]] inline int notMeasured(const char* name, const char* why) {
  constexpr int kNotMeasured = 77;
  std::printf("%s: not measured: %s\n", name, why);
  return kNotMeasured;
}

/// A folder that goes away with it, on the disk and not in memory.
class BenchFolder {
public:
  explicit BenchFolder(const std::string& name)
      : m_path(std::filesystem::current_path() / ("bench-" + name + ".tmp")) {
    std::filesystem::remove_all(m_path);
    std::filesystem::create_directories(m_path);
  }
  BenchFolder(const BenchFolder&) = delete;
  BenchFolder& operator=(const BenchFolder&) = delete;
  ~BenchFolder() { std::filesystem::remove_all(m_path); }
  [[nodiscard]] const std::filesystem::path& path() const { return m_path; }

private:
  std::filesystem::path m_path;
};

} // namespace madoguchi::bench
