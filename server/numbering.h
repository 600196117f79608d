// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calendar/date.h"

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>

namespace madoguchi::server {

/// Of case numbers, given at registration; document numbers follow the pattern of the procedure.
inline constexpr std::string_view kCaseNumberPattern = "{fiscal_year}-{office_symbol}-{seq:6}";

/// A number that may be given, and where it stands in its series.
struct NumberOffer {
  std::string series; ///< named by its first number, so that year and office part the series where they show
  std::string number; ///< empty where the pattern cannot be used
  std::int64_t seq = 0;
};

/// The name of the series that a number of the day would come from; empty where the pattern cannot be used.
[[nodiscard]] std::string numberSeries(std::string_view pattern, const std::string& officeSymbol,
                                       core::Date day);

/// The next free number by a pattern (core/codes/documentnumber.h). `last` tells the last of a series,
/// `taken` whether a number stands in the directory already.
[[nodiscard]] NumberOffer nextNumber(std::string_view pattern, const std::string& officeSymbol,
                                     core::Date day,
                                     const std::function<std::int64_t(const std::string&)>& last,
                                     const std::function<bool(const std::string&)>& taken);

} // namespace madoguchi::server
