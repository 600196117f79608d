// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace madoguchi::app {

/// The command line: global options, a verb, its words and options, in any order.
struct Arguments {
  std::string verb;
  std::vector<std::string> words;
  std::map<std::string, std::string> options; ///< by name without dashes
  std::set<std::string> switches;

  [[nodiscard]] bool has(const std::string& name) const { return switches.count(name) > 0; }
  [[nodiscard]] std::string option(const std::string& name, const std::string& otherwise = {}) const {
    const auto found = options.find(name);
    return found == options.end() ? otherwise : found->second;
  }
};

/// "--name value", "--name=value", and switches; "--" ends the options. Errors: InvalidArgument.
[[nodiscard]] core::Result<Arguments> parseArguments(const std::vector<std::string>& words);

} // namespace madoguchi::app
