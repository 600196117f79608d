// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/label.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cstdint>

namespace madoguchi::core {

namespace {

/// Control, format (but for the joiners inside of graphemes), surrogate and unassigned characters.
bool isForbidden(UChar32 c) {
  constexpr UChar32 kJoiner = 0x200D;
  if (c < 0) return true; // no UTF-8
  const auto type = static_cast<UCharCategory>(u_charType(c));
  if (type == U_FORMAT_CHAR) return c != kJoiner;
  return type == U_CONTROL_CHAR || type == U_SURROGATE || type == U_UNASSIGNED || type == U_LINE_SEPARATOR ||
         type == U_PARAGRAPH_SEPARATOR;
}

/// One space for each run of spaces, none at the ends.
icu::UnicodeString tidied(const icu::UnicodeString& text) {
  icu::UnicodeString tidy;
  for (std::int32_t at = 0; at < text.length(); at = text.moveIndex32(at, 1)) {
    const UChar32 c = text.char32At(at);
    if (u_charType(c) != U_SPACE_SEPARATOR)
      tidy.append(c);
    else if (!tidy.isEmpty() && tidy.char32At(tidy.length() - 1) != u' ')
      tidy.append(u' ');
  }
  if (tidy.endsWith(u" ", 1)) tidy.truncate(tidy.length() - 1);
  return tidy;
}

} // namespace

std::string labelFrom(std::string_view typed) {
  // Far over the limit even where each character shrinks; nobody normalizes a book.
  if (typed.size() > 8 * kLongestLabelBytes) return {};
  const auto length = static_cast<std::int32_t>(typed.size());
  for (std::int32_t at = 0; at < length;) {
    UChar32 c = 0;
    U8_NEXT(typed.data(), at, length, c);
    if (isForbidden(c)) return {};
  }
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
  if (U_FAILURE(status)) return {};
  const icu::UnicodeString plain = icu::UnicodeString::fromUTF8({typed.data(), length});
  const icu::UnicodeString label = tidied(nfc->normalize(plain, status));
  std::string text;
  label.toUTF8String(text);
  const bool fits = label.countChar32() <= static_cast<std::int32_t>(kLongestLabel) &&
                    text.size() <= kLongestLabelBytes && U_SUCCESS(status);
  return fits ? text : std::string();
}

bool isLabel(std::string_view text) {
  return !text.empty() && labelFrom(text) == text;
}

bool holdsLabel(const std::vector<std::string>& labels, const std::string& label) {
  return std::binary_search(labels.begin(), labels.end(), label);
}

void addLabel(std::vector<std::string>& labels, const std::string& label) {
  const auto place = std::lower_bound(labels.begin(), labels.end(), label);
  if (place == labels.end() || *place != label) labels.insert(place, label);
}

void removeLabel(std::vector<std::string>& labels, const std::string& label) {
  const auto place = std::lower_bound(labels.begin(), labels.end(), label);
  if (place != labels.end() && *place == label) labels.erase(place);
}

} // namespace madoguchi::core
