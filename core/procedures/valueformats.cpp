// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/procedures/valueformats.h"

#include "core/calendar/date.h"

#include <algorithm>
#include <cmath>
#include <string>

namespace madoguchi::core {

namespace {

bool isEmail(std::string_view text) {
  const std::size_t at = text.rfind('@');
  return at != std::string_view::npos && at > 0 && at + 1 < text.size() &&
         text.find_first_of(" \t\r\n") == std::string_view::npos && text.back() != '.' && text[at + 1] != '.';
}

} // namespace

std::size_t codePoints(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(
      text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

bool hasFormat(std::string_view text, std::string_view format) {
  if (format == "date") return parseDate(text).has_value();
  if (format == "date-time") {
    std::string upper(text); // RFC 3339 allows "t" and "z"
    std::replace(upper.begin(), upper.end(), 't', 'T');
    std::replace(upper.begin(), upper.end(), 'z', 'Z');
    return parseInstant(upper).has_value();
  }
  if (format == "email") return isEmail(text);
  return true;
}

bool isMultiple(double value, double divisor) {
  constexpr double kSlack = 1e-9;      // binary fractions make 0.0075 / 0.0001 slightly off
  constexpr double kPrecision = 1e-16; // of a double: where the divisor is finer, nothing can be told
  const double allowed = std::max(kSlack * std::abs(divisor), kPrecision * std::abs(value));
  return std::isfinite(value) && std::abs(std::remainder(value, divisor)) <= allowed;
}

} // namespace madoguchi::core
