// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <memory>
#include <string>
#include <string_view>

namespace madoguchi::core {

/// A regular expression of a form (ECMA-262 as JSON Schema asks, without back references to later groups),
/// run by ICU over code points with limits on time and stack, so that neither a long text nor a bad pattern
/// can hang or crash the program. Copies share the compiled pattern; matching is safe from several threads.
class Pattern {
public:
  /// Errors: InvalidArgument with the offset.
  [[nodiscard]] static Result<Pattern> compile(std::string_view expression);

  /// Whether the pattern is found anywhere in the UTF-8 text (it anchors itself where it wants to).
  /// False where the limits are reached.
  [[nodiscard]] bool isFoundIn(std::string_view text) const;

private:
  struct Compiled;
  explicit Pattern(std::shared_ptr<const Compiled> compiled) : m_compiled(std::move(compiled)) {}
  std::shared_ptr<const Compiled> m_compiled;
};

} // namespace madoguchi::core
