// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/codes/postaltable.h"

#include "core/codes/places.h"

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <algorithm>

namespace madoguchi::core {

namespace {

constexpr std::string_view kHead = "madoguchi-postal 1";
constexpr std::size_t kDigits = 7;
constexpr std::size_t kFewestDigits = 3;

bool isDigit(char c) {
  return c >= '0' && c <= '9';
}

/// Half-width digits and letters, without spaces.
std::string narrowed(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfkc = icu::Normalizer2::getNFKCInstance(status);
  std::string out;
  if (U_SUCCESS(status))
    nfkc->normalize(icu::UnicodeString::fromUTF8(
                        icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size()))),
                    status)
        .toUTF8String(out);
  if (U_FAILURE(status)) out = text;
  out.erase(std::remove(out.begin(), out.end(), ' '), out.end());
  return out;
}

/// "160-00" → "16000"; empty where anything else stands in it.
std::string digitsOf(const std::string& text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (isDigit(text[i]))
      out.push_back(text[i]);
    else if (text.compare(i, 3, "ー") == 0 || text.compare(i, 3, "‐") == 0 || text.compare(i, 3, "−") == 0 ||
             text.compare(i, 3, "〒") == 0)
      i += 2;
    else if (text[i] != '-')
      return {};
  }
  return out.size() > kDigits ? std::string() : out;
}

std::uint32_t padded(std::string digits, char with) {
  digits.resize(kDigits, with);
  return static_cast<std::uint32_t>(std::stoul(digits));
}

} // namespace

Result<PostalTable> PostalTable::read(std::string text) {
  PostalTable out;
  out.m_text = std::move(text);
  const std::string_view all = out.m_text;
  std::size_t line = 0;
  for (std::size_t at = 0; at < all.size(); ++line) {
    const std::size_t end = std::min(all.find('\n', at), all.size());
    const std::string_view here = all.substr(at, end - at);
    const auto broken = [&] {
      return failure(ErrorCode::FileBroken, "postal table, line " + std::to_string(line + 1));
    };
    const bool isEntry = here.size() >= kDigits && std::all_of(here.begin(), here.begin() + kDigits, isDigit);
    if (line == 0) {
      if (here != kHead) return broken();
    } else if (!here.empty() && here.front() == '@') {
      out.m_municipalities.push_back(
          {static_cast<std::uint32_t>(at + 1), static_cast<std::uint32_t>(here.size() - 1)});
    } else if (isEntry && !out.m_municipalities.empty()) {
      out.m_entries.push_back({static_cast<std::uint32_t>(std::stoul(std::string(here.substr(0, kDigits)))),
                               static_cast<std::uint32_t>(out.m_municipalities.size() - 1),
                               static_cast<std::uint32_t>(at + kDigits),
                               static_cast<std::uint32_t>(here.size() - kDigits)});
    } else {
      return broken();
    }
    at = end + 1;
  }
  if (line == 0) return failure(ErrorCode::FileBroken, "postal table, empty");
  std::stable_sort(out.m_entries.begin(), out.m_entries.end(),
                   [](const Entry& a, const Entry& b) { return a.code < b.code; });
  return out;
}

PostalPlace PostalTable::place(const Entry& entry) const {
  std::string code = std::to_string(entry.code);
  code.insert(0, kDigits - code.size(), '0');
  const Span& municipality = m_municipalities[entry.municipality];
  return {code, std::string(text(municipality.at, municipality.length)),
          std::string(text(entry.town, entry.length))};
}

std::vector<PostalPlace> PostalTable::withCode(std::string_view digits, std::size_t most) const {
  std::vector<PostalPlace> out;
  const std::string wanted = digitsOf(narrowed(digits));
  if (wanted.size() < kFewestDigits) return out;
  const auto before = [](const Entry& entry, std::uint32_t code) { return entry.code < code; };
  const std::uint32_t last = padded(wanted, '9');
  for (auto entry = std::lower_bound(m_entries.begin(), m_entries.end(), padded(wanted, '0'), before);
       entry != m_entries.end() && entry->code <= last && out.size() < most; ++entry)
    out.push_back(place(*entry));
  return out;
}

std::vector<PostalPlace> PostalTable::municipalities(std::string_view text, std::size_t most) const {
  const std::string wanted = narrowed(text);
  std::vector<PostalPlace> begin;
  std::vector<PostalPlace> within;
  if (wanted.empty()) return begin;
  const auto isAt = [&](std::string_view name, std::size_t at) {
    return name.substr(at, wanted.size()) == wanted;
  };
  for (const Span& span : m_municipalities) {
    const std::string_view name = this->text(span.at, span.length);
    const Municipality* prefecture = prefectureNamedIn(name);
    if (isAt(name, 0) || (prefecture != nullptr && isAt(name, prefecture->ja.size())))
      begin.push_back({{}, std::string(name), {}});
    else if (name.find(wanted) != std::string_view::npos)
      within.push_back({{}, std::string(name), {}});
  }
  begin.insert(begin.end(), within.begin(), within.end());
  if (begin.size() > most) begin.resize(most);
  return begin;
}

std::vector<PostalPlace> PostalTable::withTown(std::string_view text, std::size_t most) const {
  std::string wanted = narrowed(text);
  if (wanted.empty() || most == 0) return {};
  std::vector<const Entry*> called;
  std::vector<const Entry*> begin;
  std::vector<const Entry*> within;
  for (const Entry& entry : m_entries) {
    const std::string_view town = this->text(entry.town, entry.length);
    const Span& span = m_municipalities[entry.municipality];
    const std::string_view municipality = this->text(span.at, span.length);
    if (town == wanted)
      called.push_back(&entry);
    else if (town.substr(0, wanted.size()) == wanted)
      begin.push_back(&entry);
    else if (within.size() < most &&
             (town.find(wanted) != std::string_view::npos ||
              (municipality.find(wanted) != std::string_view::npos) ||
              // Written in one: "新宿区西新宿".
              (wanted.size() > town.size() && !town.empty() &&
               wanted.compare(wanted.size() - town.size(), town.size(), town) == 0 &&
               municipality.find(wanted.substr(0, wanted.size() - town.size())) != std::string_view::npos)))
      within.push_back(&entry);
  }
  std::vector<PostalPlace> out;
  for (const auto* list : {&called, &begin, &within})
    for (const Entry* entry : *list)
      if (out.size() < most) out.push_back(place(*entry));
  return out;
}

std::vector<PostalPlace> PostalTable::matching(std::string_view text, std::size_t most) const {
  return digitsOf(narrowed(text)).empty() ? withTown(text, most) : withCode(text, most);
}

} // namespace madoguchi::core
