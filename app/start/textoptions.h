// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <string_view>

namespace madoguchi::app {

/// Help and version are for whoever sits at a terminal, perhaps without a display: no desk is opened or
/// shown.
[[nodiscard]] inline bool asksForText(int argc, char** argv) {
  return std::any_of(argv + 1, argv + argc, [](const char* argument) {
    const std::string_view text(argument);
    return text == "--help" || text == "-h" || text == "--help-all" || text == "--version" || text == "-v";
  });
}

} // namespace madoguchi::app
