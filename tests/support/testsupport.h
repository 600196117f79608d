// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>
#include <string>

namespace madoguchi::tests {

/// The folder of outside data (../shared/data), or nothing where it is absent.
[[nodiscard]] std::optional<std::string> sharedData();

/// The repository's own `resources` folder.
[[nodiscard]] std::string resourcesFolder();

/// The bytes of a file; empty where it cannot be read.
[[nodiscard]] std::string readFile(const std::string& path);

} // namespace madoguchi::tests

/// So that QCOMPARE prints std::string.
inline char* toString(const std::string& text) {
  return qstrdup(text.c_str());
}
