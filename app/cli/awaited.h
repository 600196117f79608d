// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QEventLoop>

#include <optional>
#include <utility>

namespace madoguchi::app {

/// A value that comes by the event loop, for a program that has nothing else to do meanwhile.
template <class Value>
class Awaited {
public:
  /// The first one counts.
  void set(Value value) {
    if (m_value) return;
    m_value.emplace(std::move(value));
    m_loop.quit();
  }
  [[nodiscard]] Value wait() {
    if (!m_value) m_loop.exec();
    return std::move(*m_value);
  }

private:
  std::optional<Value> m_value;
  QEventLoop m_loop;
};

} // namespace madoguchi::app
