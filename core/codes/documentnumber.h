// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calendar/date.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace madoguchi::core {

/// The pattern of an office's document numbers 文書番号, as "{era_year}{office_symbol}第{seq}号":
/// {era_name} 令和 and {era_year} 7 (元 for the first year) of the day; {fiscal_era_name} and
/// {fiscal_era_year} of its fiscal year (see fiscalEraYearOf); {fiscal_year} 2025; {office_symbol};
/// {seq}, or {seq:4} with leading zeros (width 1 to 9). All else stands as written.
class DocumentNumberPattern {
public:
  /// Errors: InvalidArgument, with the byte at which it went wrong: unknown or unclosed placeholder, a brace
  /// alone, {seq} missing or twice, more than 200 bytes, control characters.
  [[nodiscard]] static Result<DocumentNumberPattern> parse(std::string_view pattern);

  /// Errors: InvalidArgument for a sequence below 1, or a day before 1873 where an era is asked for.
  [[nodiscard]] Result<std::string> format(Date date, std::string_view officeSymbol, std::int64_t seq) const;

private:
  enum class Part { EraName, EraYear, FiscalEraName, FiscalEraYear, FiscalYear, OfficeSymbol };
  struct Seq {
    int width = 0;
  };
  using Piece = std::variant<std::string, Part, Seq>;

  [[nodiscard]] static Result<Piece> placeholder(std::string_view name, std::size_t at);

  std::vector<Piece> m_pieces;
};

} // namespace madoguchi::core
