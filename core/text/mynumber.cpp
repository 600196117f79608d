// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/mynumber.h"

#include <unicode/utf8.h>

#include <array>
#include <string>
#include <vector>

namespace madoguchi::core {

namespace {

constexpr std::size_t kLength = 12;

/// A run of digits without a gap.
struct Group {
  std::string digits;
  TextRange range;
  UChar32 joint = 0; ///< the one space or hyphen that stands before the next group; 0 for anything else
};

bool isJoint(UChar32 c) {
  return c == ' ' || c == 0xA0 || c == 0x3000 || c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212 ||
         c == 0xFF0D || c == 0x30FC || c == 0xFF70;
}

int digitOf(UChar32 c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 0xFF10 && c <= 0xFF19) return c - 0xFF10;
  return -1;
}

/// The groups of digits of a text; a decimal point between two makes both part of a fraction and drops them.
std::vector<Group> groupsOf(std::string_view text) {
  std::vector<Group> groups;
  const auto length = static_cast<std::int32_t>(text.size());
  bool inGroup = false;
  int since = 0;      // characters since the last group
  UChar32 joint = -1; // the first of them
  for (std::int32_t at = 0; at < length;) {
    const std::int32_t begin = at;
    UChar32 c = 0;
    U8_NEXT(text.data(), at, length, c);
    const int digit = digitOf(c);
    if (digit < 0) {
      if (since++ == 0) joint = c;
      inGroup = false;
      continue;
    }
    if (!inGroup) {
      const bool fraction = !groups.empty() && since == 1 && (joint == '.' || joint == 0xFF0E);
      if (!groups.empty()) groups.back().joint = since == 1 && isJoint(joint) ? joint : 0;
      if (fraction) groups.back().digits += '.';
      groups.push_back({fraction ? "." : "", {static_cast<std::size_t>(begin), 0}, 0});
      inGroup = true;
      since = 0;
    }
    groups.back().digits += static_cast<char>('0' + digit);
    groups.back().range.length = static_cast<std::size_t>(at) - groups.back().range.at;
  }
  return groups;
}

} // namespace

bool isMyNumber(std::string_view digits) {
  if (digits.size() != kLength) return false;
  int sum = 0;
  for (std::size_t i = 0; i < kLength; ++i) {
    if (digits[i] < '0' || digits[i] > '9') return false;
    if (i + 1 == kLength) break;
    // n counts from the right, the check digit left out: weights 2 to 7 for n = 1 to 6, then 2 to 6.
    const int n = static_cast<int>(kLength - 1 - i);
    sum += (digits[i] - '0') * (n <= 6 ? n + 1 : n - 5);
  }
  const int remainder = sum % 11;
  const int check = remainder <= 1 ? 0 : 11 - remainder;
  return digits.back() - '0' == check;
}

std::optional<TextRange> findMyNumber(std::string_view text) {
  const auto groups = groupsOf(text);
  for (std::size_t first = 0; first < groups.size();) {
    // A row: groups of one length, joined by one sign. Only a row of 12 digits as a whole counts.
    const std::size_t size = groups[first].digits.size();
    std::size_t last = first;
    std::string digits = groups[first].digits;
    while (size < kLength && groups[last].joint != 0 && groups[last].joint == groups[first].joint &&
           groups[last + 1].digits.size() == size)
      digits += groups[++last].digits;
    if (isMyNumber(digits))
      return TextRange{groups[first].range.at,
                       groups[last].range.at + groups[last].range.length - groups[first].range.at};
    first = last + 1;
  }
  return std::nullopt;
}

} // namespace madoguchi::core
