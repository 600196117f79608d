// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/codes/postalcode.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

namespace madoguchi::core {

namespace {

bool isHyphen(UChar32 c) {
  return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0xFF0D || c == 0x30FC || c == 0xFF70;
}

} // namespace

Result<std::string> normalisePostalCode(std::string_view text) {
  constexpr UChar32 postalMark = 0x3012;     // 〒
  constexpr UChar32 postalMarkFace = 0x3036; // 〶
  const auto refused = [] {
    return failure(ErrorCode::InvalidArgument, "not a postal code of seven digits");
  };
  std::string digits;
  bool hyphen = false;
  bool mark = false;
  const auto length = static_cast<std::int32_t>(text.size());
  for (std::int32_t at = 0; at < length;) {
    UChar32 c = 0;
    U8_NEXT(text.data(), at, length, c);
    if (c >= 0xFF10 && c <= 0xFF19) c -= 0xFEE0;
    if (c >= '0' && c <= '9') {
      digits += static_cast<char>(c);
    } else if (isHyphen(c) && digits.size() == 3 && !hyphen) {
      hyphen = true;
    } else if ((c == postalMark || c == postalMarkFace) && digits.empty() && !mark) {
      mark = true;
    } else if (c < 0 || !u_isUWhiteSpace(c)) {
      return refused();
    }
    if (digits.size() > 7) return refused();
  }
  if (digits.size() != 7) return refused();
  return digits.substr(0, 3) + "-" + digits.substr(3);
}

} // namespace madoguchi::core
