// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/procedures/pattern.h"

#include <unicode/regex.h>
#include <unicode/unistr.h>

namespace madoguchi::core {

namespace {

constexpr std::int32_t kTimeLimit = 500;           // ICU's unit, about a millisecond each
constexpr std::int32_t kStackLimit = 8'000'000;    // bytes of backtracking
constexpr std::size_t kMaxExpressionBytes = 4'096; // longer ones are mistakes

/// ECMA's classes are ASCII; ICU's would take "１" for \d. Empty for other escapes.
std::string_view asciiClass(char escape, bool insideSet) {
  switch (escape) {
  case 'd':
    return insideSet ? "0-9" : "[0-9]";
  case 'D':
    return "[^0-9]";
  case 'w':
    return insideSet ? "A-Za-z0-9_" : "[A-Za-z0-9_]";
  case 'W':
    return "[^A-Za-z0-9_]";
  default:
    return {};
  }
}

/// From ECMA-262 to ICU: "$" is the very end, sets do not nest and have no operators.
std::string toIcu(std::string_view expression) {
  std::string out;
  bool insideSet = false;
  for (std::size_t i = 0; i < expression.size(); ++i) {
    const char c = expression[i];
    if (c == '\\' && i + 1 < expression.size()) {
      const char escape = expression[++i];
      const std::string_view ascii = asciiClass(escape, insideSet);
      if (ascii.empty())
        out.append({c, escape});
      else
        out.append(ascii);
    } else if (insideSet) {
      if (c == ']') insideSet = false;
      if (c == '[' || c == '&') out.push_back('\\');
      out.push_back(c);
    } else if (c == '$') {
      out.append("\\z");
    } else {
      insideSet = c == '[';
      out.push_back(c);
      if (insideSet && i + 1 < expression.size() && expression[i + 1] == '^') out.push_back(expression[++i]);
    }
  }
  return out;
}

} // namespace

struct Pattern::Compiled {
  std::unique_ptr<icu::RegexPattern> regex;
};

Result<Pattern> Pattern::compile(std::string_view expression) {
  if (expression.size() > kMaxExpressionBytes)
    return failure(ErrorCode::InvalidArgument, "pattern is too long");
  // valijson hands patterns back as far as the first one, and would ask for another pattern.
  if (expression.find('\0') != std::string_view::npos)
    return failure(ErrorCode::InvalidArgument, "pattern holds a NUL");
  UErrorCode status = U_ZERO_ERROR;
  UParseError where{};
  const auto text = icu::UnicodeString::fromUTF8(toIcu(expression));
  auto compiled = std::make_shared<Compiled>();
  compiled->regex.reset(icu::RegexPattern::compile(text, 0, where, status));
  if (U_FAILURE(status))
    return failure(ErrorCode::InvalidArgument, std::string("pattern: ") + u_errorName(status) +
                                                   " at character " + std::to_string(where.offset));
  return Pattern(std::move(compiled));
}

bool Pattern::isFoundIn(std::string_view text) const {
  UErrorCode status = U_ZERO_ERROR;
  const auto input =
      icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
  const std::unique_ptr<icu::RegexMatcher> matcher(m_compiled->regex->matcher(input, status));
  if (U_FAILURE(status)) return false;
  matcher->setTimeLimit(kTimeLimit, status);
  matcher->setStackLimit(kStackLimit, status);
  const bool found = matcher->find(status);
  return U_SUCCESS(status) && found;
}

} // namespace madoguchi::core
