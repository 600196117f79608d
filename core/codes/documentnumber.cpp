// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/codes/documentnumber.h"

#include "core/calendar/fiscalyear.h"

#include <algorithm>
#include <array>
#include <utility>

namespace madoguchi::core {

namespace {

constexpr std::size_t kLongest = 200;

tl::unexpected<Error> refused(std::size_t at, std::string_view what) {
  return failure(ErrorCode::InvalidArgument,
                 "document number pattern, byte " + std::to_string(at) + ": " + std::string(what));
}

std::string yearText(int year) {
  return year == 1 ? "元" : std::to_string(year);
}

} // namespace

Result<DocumentNumberPattern::Piece> DocumentNumberPattern::placeholder(std::string_view name,
                                                                        std::size_t at) {
  constexpr std::array<std::pair<std::string_view, Part>, 6> parts{{
      {"era_name", Part::EraName},
      {"era_year", Part::EraYear},
      {"fiscal_era_name", Part::FiscalEraName},
      {"fiscal_era_year", Part::FiscalEraYear},
      {"fiscal_year", Part::FiscalYear},
      {"office_symbol", Part::OfficeSymbol},
  }};
  for (const auto& [word, part] : parts)
    if (word == name) return Piece{part};
  if (name == "seq") return Piece{Seq{}};
  const bool hasWidth = name.size() == 5 && name.substr(0, 4) == "seq:" && name[4] >= '1' && name[4] <= '9';
  if (hasWidth) return Piece{Seq{name[4] - '0'}};
  return refused(at, "unknown placeholder");
}

Result<DocumentNumberPattern> DocumentNumberPattern::parse(std::string_view pattern) {
  if (pattern.size() > kLongest) return refused(kLongest, "too long");
  DocumentNumberPattern parsed;
  std::string literal;
  int sequences = 0;
  for (std::size_t at = 0; at < pattern.size(); ++at) {
    const char c = pattern[at];
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) return refused(at, "control character");
    if (c == '}') return refused(at, "brace without an opening one");
    if (c != '{') {
      literal += c;
      continue;
    }
    const std::size_t end = pattern.find('}', at);
    if (end == std::string_view::npos) return refused(at, "brace without a closing one");
    auto piece = placeholder(pattern.substr(at + 1, end - at - 1), at);
    if (!piece) return tl::unexpected(piece.error());
    if (std::holds_alternative<Seq>(*piece) && ++sequences > 1) return refused(at, "{seq} twice");
    if (!literal.empty()) parsed.m_pieces.emplace_back(std::exchange(literal, {}));
    parsed.m_pieces.push_back(std::move(*piece));
    at = end;
  }
  if (!literal.empty()) parsed.m_pieces.emplace_back(std::move(literal));
  if (sequences == 0) return refused(pattern.size(), "{seq} missing");
  return parsed;
}

Result<std::string> DocumentNumberPattern::format(Date date, std::string_view officeSymbol,
                                                  std::int64_t seq) const {
  if (seq < 1) return failure(ErrorCode::InvalidArgument, "a document number counts from 1");
  std::string text;
  for (const Piece& piece : m_pieces) {
    if (const auto* literal = std::get_if<std::string>(&piece)) {
      text += *literal;
      continue;
    }
    if (const auto* number = std::get_if<Seq>(&piece)) {
      const std::string digits = std::to_string(seq);
      const auto width = static_cast<std::size_t>(number->width);
      text.append(width - std::min(width, digits.size()), '0').append(digits);
      continue;
    }
    const Part part = std::get<Part>(piece);
    if (part == Part::OfficeSymbol) {
      text += officeSymbol;
    } else if (part == Part::FiscalYear) {
      text += std::to_string(fiscalYearOf(date));
    } else {
      const bool ofDay = part == Part::EraName || part == Part::EraYear;
      const auto era = ofDay ? eraYearOf(date) : fiscalEraYearOf(date);
      if (!era) return failure(ErrorCode::InvalidArgument, "no era for " + toText(date));
      const bool isName = part == Part::EraName || part == Part::FiscalEraName;
      text += isName ? std::string(eraName(era->era)) : yearText(era->year);
    }
  }
  return text;
}

} // namespace madoguchi::core
