// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/graphemes.h"

#include "core/text/foldsteps.h"

#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include <memory>

namespace madoguchi::core {

namespace {

/// A text of simple characters alone needs no rules: each is one grapheme, but for CR before LF.
bool isSimpleText(std::string_view text) {
  const auto length = static_cast<std::int32_t>(text.size());
  for (std::int32_t at = 0; at < length;) {
    UChar32 c = 0;
    U8_NEXT(text.data(), at, length, c);
    if (!isSimple(c) || c == '\r') return false;
  }
  return true;
}

std::vector<std::size_t> endsByRules(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> breaks(
      icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), status));
  const std::unique_ptr<UText, decltype(&utext_close)> utext(
      utext_openUTF8(nullptr, text.data(), static_cast<std::int64_t>(text.size()), &status), &utext_close);
  std::vector<std::size_t> ends;
  if (U_FAILURE(status)) return ends;
  breaks->setText(utext.get(), status);
  breaks->first();
  for (std::int32_t end = breaks->next(); end != icu::BreakIterator::DONE; end = breaks->next())
    ends.push_back(static_cast<std::size_t>(end));
  return ends;
}

} // namespace

std::vector<std::size_t> graphemeEnds(std::string_view text) {
  if (!isSimpleText(text)) return endsByRules(text);
  std::vector<std::size_t> ends;
  const auto length = static_cast<std::int32_t>(text.size());
  for (std::int32_t at = 0; at < length;) {
    U8_FWD_1(text.data(), at, length);
    ends.push_back(static_cast<std::size_t>(at));
  }
  return ends;
}

std::size_t graphemeCount(std::string_view text) {
  return graphemeEnds(text).size();
}

std::string_view firstGraphemes(std::string_view text, std::size_t count) {
  if (count == 0) return {};
  const auto ends = graphemeEnds(text);
  return count >= ends.size() ? text : text.substr(0, ends[count - 1]);
}

} // namespace madoguchi::core
