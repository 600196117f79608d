// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace madoguchi::server {

struct OptionSpec {
  std::string name; ///< with its dashes
  enum class Kind { Flag, Value, List } kind = Kind::Value;
};

/// A command line taken apart: options anywhere, "--name value" or "--name=value", "--" ends them.
class Arguments {
public:
  /// Errors: InvalidArgument with what a user can understand.
  [[nodiscard]] static core::Result<Arguments> parse(const std::vector<std::string>& words,
                                                     const std::vector<OptionSpec>& specs);

  [[nodiscard]] const std::vector<std::string>& positional() const { return m_positional; }
  [[nodiscard]] bool has(const std::string& name) const { return m_options.contains(name); }
  [[nodiscard]] std::string value(const std::string& name, const std::string& otherwise = {}) const;
  [[nodiscard]] std::vector<std::string> list(const std::string& name) const;

private:
  std::vector<std::string> m_positional;
  std::map<std::string, std::vector<std::string>> m_options;
};

} // namespace madoguchi::server
