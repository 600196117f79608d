// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "generate/patternnumbers.h"

#include "core/codes/documentnumber.h"

namespace madoguchi::generate {

PatternNumbers::PatternNumbers(std::string caseNumberPattern,
                               std::function<std::int64_t(const std::string& series)> last)
    : m_casePattern(std::move(caseNumberPattern)), m_startOf(std::move(last)) {}

Numbering PatternNumbers::numbering() {
  return {[this](const core::Office& office, const core::Procedure&, core::Date day) {
            return next(m_casePattern, office, day);
          },
          [this](const core::Office& office, const core::Procedure& procedure, core::Date day) {
            return next(procedure.numberPattern, office, day);
          }};
}

std::string PatternNumbers::next(const std::string& pattern, const core::Office& office, core::Date day) {
  const auto parsed = core::DocumentNumberPattern::parse(pattern);
  if (!parsed) return {};
  const auto series = parsed->format(day, office.symbol, 1);
  if (!series) return {};
  const auto place = m_last.find(*series);
  std::int64_t& last = place != m_last.end() ? place->second : m_last[*series] = m_startOf(*series);
  const auto number = parsed->format(day, office.symbol, ++last);
  return number ? *number : std::string{};
}

} // namespace madoguchi::generate
