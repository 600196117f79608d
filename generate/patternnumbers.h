// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "generate/casewalk.h"

#include <cstdint>
#include <functional>
#include <map>
#include <string>

namespace madoguchi::generate {

/// Numbers by pattern (core/codes/documentnumber.h), as the server gives them: a series is named by its first
/// number, so year or office part the series where they stand in the pattern.
class PatternNumbers {
public:
  /// `caseNumberPattern` is the server's; documents follow their procedure. `last` tells where a series
  /// stands already, 0 for a new one.
  PatternNumbers(std::string caseNumberPattern, std::function<std::int64_t(const std::string& series)> last);

  /// Refers to this object, which outlives it.
  [[nodiscard]] Numbering numbering();
  /// The last number of each series that was used, for the store to go on from.
  [[nodiscard]] const std::map<std::string, std::int64_t>& lastNumbers() const { return m_last; }

private:
  [[nodiscard]] std::string next(const std::string& pattern, const core::Office& office, core::Date day);

  std::string m_casePattern;
  std::function<std::int64_t(const std::string&)> m_startOf;
  std::map<std::string, std::int64_t> m_last;
};

} // namespace madoguchi::generate
