// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/mutator.h"

#include <array>
#include <string_view>

namespace madoguchi::fuzz {

namespace {

using namespace std::string_view_literals;

// What a reader may take for something else: ends, nesting, limits of numbers, half of a character.
constexpr std::array kTokens{"{"sv,
                             "}"sv,
                             "["sv,
                             "]"sv,
                             "\""sv,
                             "\\"sv,
                             ","sv,
                             ":"sv,
                             "null"sv,
                             "true"sv,
                             "{}"sv,
                             "[]"sv,
                             "\"\""sv,
                             "-1"sv,
                             "0"sv,
                             "1e400"sv,
                             "0.5"sv,
                             "9223372036854775807"sv,
                             "-9223372036854775808"sv,
                             "18446744073709551616"sv,
                             "\\u0000"sv,
                             "\\ud800"sv,
                             "\0"sv,
                             "\n"sv,
                             "\r\n\r\n"sv,
                             "\xEF\xBB\xBF"sv,
                             "\xED\xA0\x80"sv,
                             "\xF4\x90\x80\x80"sv,
                             "\xE7\xAA"sv,
                             "%00"sv,
                             "%"sv,
                             "../"sv,
                             "&a;"sv,
                             "</"sv,
                             "9999-12-31"sv,
                             "0000-00-00"sv,
                             "2026-02-30T25:61:61Z"sv};

} // namespace

std::string Mutator::broken(std::string text) {
  if (text.empty()) return std::string(kTokens[below(kTokens.size())]);
  const std::size_t at = below(text.size());
  switch (below(9)) {
  case 0:
    text[at] = static_cast<char>(below(256));
    break;
  case 1:
    text[at] = static_cast<char>(static_cast<unsigned char>(text[at]) ^ (1U << below(8)));
    break;
  case 2:
    text.erase(at, 1 + below(24));
    break;
  case 3:
    text.resize(at);
    break;
  case 4:
    text.insert(at, kTokens[below(kTokens.size())]);
    break;
  case 5: {
    const std::string_view token = kTokens[below(kTokens.size())];
    text.replace(at, token.size(), token);
    break;
  }
  case 6:
    text.insert(at, text.substr(below(text.size()), 1 + below(200)));
    break;
  case 7: {
    const std::string& other = m_seeds[below(m_seeds.size())];
    if (!other.empty()) text.replace(at, below(100), other.substr(below(other.size()), below(200)));
    break;
  }
  default:
    text.insert(at, std::string(1 + below(300), "[{\"(\\9<"[below(7)]));
  }
  return text;
}

std::string Mutator::next() {
  std::string text = m_seeds[below(m_seeds.size())];
  for (std::size_t left = 1 + below(4); left > 0; --left)
    text = broken(std::move(text));
  return text;
}

} // namespace madoguchi::fuzz
