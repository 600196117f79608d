// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/arguments.h"

namespace madoguchi::app {

namespace {

const std::set<std::string> kOptions{"profile", "server", "fingerprint", "limit", "format",
                                     "timeout", "body",   "kind",        "set"};
const std::set<std::string> kSwitches{"json", "help",          "version",
                                      "sync", "allow-removal", "demonstration-key-store"};

} // namespace

core::Result<Arguments> parseArguments(const std::vector<std::string>& words) {
  Arguments arguments;
  bool optionsEnded = false;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string& word = words[i];
    if (optionsEnded || word.rfind("--", 0) != 0) {
      (arguments.verb.empty() ? arguments.verb : arguments.words.emplace_back()) = word;
      continue;
    }
    optionsEnded = word == "--";
    if (optionsEnded) continue;
    const auto equals = word.find('=');
    const std::string name = word.substr(2, equals == std::string::npos ? equals : equals - 2);
    if (kSwitches.count(name) > 0 && equals == std::string::npos) {
      arguments.switches.insert(name);
    } else if (kOptions.count(name) > 0 && equals != std::string::npos) {
      arguments.options[name] = word.substr(equals + 1);
    } else if (kOptions.count(name) > 0 && i + 1 < words.size()) {
      arguments.options[name] = words[++i];
    } else {
      return core::failure(core::ErrorCode::InvalidArgument, "unknown or incomplete option --" + name);
    }
  }
  return arguments;
}

} // namespace madoguchi::app
