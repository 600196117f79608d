// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cli/arguments.h"

#include <algorithm>

namespace madoguchi::server {

core::Result<Arguments> Arguments::parse(const std::vector<std::string>& words,
                                         const std::vector<OptionSpec>& specs) {
  Arguments arguments;
  const auto wrong = [](const std::string& what) {
    return core::failure(core::ErrorCode::InvalidArgument, what);
  };
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string& word = words[i];
    if (word == "--") {
      arguments.m_positional.insert(arguments.m_positional.end(),
                                    words.begin() + static_cast<std::ptrdiff_t>(i) + 1, words.end());
      break;
    }
    if (word.size() < 2 || word.front() != '-') {
      arguments.m_positional.push_back(word);
      continue;
    }
    const auto equals = word.find('=');
    const std::string name = word.substr(0, equals);
    const auto spec =
        std::find_if(specs.begin(), specs.end(), [&](const OptionSpec& known) { return known.name == name; });
    if (spec == specs.end()) return wrong("unknown option " + name);
    auto& values = arguments.m_options[name];
    if (!values.empty() && spec->kind != OptionSpec::Kind::List) return wrong(name + " is given twice");
    if (spec->kind == OptionSpec::Kind::Flag) {
      if (equals != std::string::npos) return wrong(name + " takes no value");
      values.emplace_back();
    } else if (equals != std::string::npos) {
      values.push_back(word.substr(equals + 1));
    } else if (i + 1 < words.size()) {
      values.push_back(words[++i]);
    } else {
      return wrong(name + " needs a value");
    }
  }
  return arguments;
}

std::string Arguments::value(const std::string& name, const std::string& otherwise) const {
  const auto found = m_options.find(name);
  return found == m_options.end() ? otherwise : found->second.front();
}

std::vector<std::string> Arguments::list(const std::string& name) const {
  const auto found = m_options.find(name);
  return found == m_options.end() ? std::vector<std::string>() : found->second;
}

} // namespace madoguchi::server
