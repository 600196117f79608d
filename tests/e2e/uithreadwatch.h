// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace madoguchi::tests {

/// Notes each call of the watched thread that reaches for a disk or a socket, or waits for another thread.
/// The calls of the C library are replaced in this executable, so those of Qt and of every other library pass
/// here too. Left out, and only these: what the C library, Qt and fontconfig load once when they first need
/// it (fonts and their cache, plugins, locales, time zones), and descriptors that are neither file nor socket
/// (the event loop's own).
class UiThreadWatch {
public:
  /// Watches the calling thread until it goes. One at a time.
  UiThreadWatch();
  ~UiThreadWatch();
  UiThreadWatch(const UiThreadWatch&) = delete;
  UiThreadWatch& operator=(const UiThreadWatch&) = delete;

  /// While it lives nothing is noted: for what the test itself looks at.
  class Aside {
  public:
    Aside();
    ~Aside();
    Aside(const Aside&) = delete;
    Aside& operator=(const Aside&) = delete;

  private:
    bool m_before;
  };

  /// "write /path/of/file", in order.
  [[nodiscard]] static std::vector<std::string> calls();
};

} // namespace madoguchi::tests
